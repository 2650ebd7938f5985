/** How to get an export from each place, in that place's own words, and what Kith does with it. */
import type { Platform } from '../../domain/activity';

export interface WayToGetIt {
  platform: Platform;
  /** "LinkedIn", "Gmail and other mail" */
  name: string;
  /** Where it begins, for a link; null where there is no such page. */
  url: string | null;
  steps: readonly string[];
  /** What such an export cannot show, where that surprises. */
  lacks?: string;
}

/** The surest evidence of who talks with the user comes first. */
export const WAYS_TO_GET_IT: readonly WayToGetIt[] = [
  {
    platform: 'linkedin', name: 'LinkedIn', url: 'https://www.linkedin.com/mypreferences/d/download-my-data',
    steps: [
      'Open Settings & Privacy, Data privacy, Get a copy of your data.',
      'Choose “Download larger data archive”. Or tick only Connections, Messages and Invitations, which comes sooner.',
      'LinkedIn mails you a link, after some minutes or up to a day. Download the zip and drop it here, unopened.',
    ],
    lacks: 'It does not say who followed you, liked or commented.',
  },
  {
    platform: 'email', name: 'Gmail and other mail', url: 'https://takeout.google.com/settings/takeout',
    steps: [
      'Gmail: open Google Takeout, deselect all, tick Mail, and ask for one archive. Google mails you a link.',
      'Apple Mail: choose a mailbox, then Mailbox, Export Mailbox. Thunderbird: choose the folder of your profile.',
      'Drop the zip, the .mbox, the folder, or single .eml files here.',
    ],
    lacks: 'Newsletters, lists and machines are left out, and people you never wrote to.',
  },
  {
    platform: 'vcard', name: 'An address book', url: null,
    steps: ['iPhone or Mac: in Contacts, choose all, then Export vCard.', 'Google: in Contacts, choose Export, as vCard or as CSV. Outlook: export as CSV.', 'Drop the file here.'],
  },
  {
    platform: 'newsletter', name: 'A newsletter or a CRM', url: null,
    steps: [
      'Substack, Mailchimp, Kit, Ghost, Brevo, ActiveCampaign, systeme.io, HubSpot: export your subscribers or contacts as CSV.',
      'Any other table of people works too: Kith shows its columns and asks what is in them.',
      'Who unsubscribed or bounced comes in as not to be mailed.',
    ],
  },
  {
    platform: 'instagram', name: 'Instagram and Threads', url: 'https://accountscenter.instagram.com/info_and_permissions/dyi/',
    steps: [
      'Open Accounts Centre, Your information and permissions, Download your information.',
      'Choose some of your information: Connections, Messages, Comments, Likes. All time, quality low, and the format JSON.',
      'Drop the zip here when Instagram has mailed you. HTML works too, with times that need a zone.',
    ],
    lacks: 'It does not say who liked or commented on your posts.',
  },
  {
    platform: 'facebook', name: 'Facebook and Messenger', url: 'https://accountscenter.facebook.com/info_and_permissions/dyi/',
    steps: [
      'Open Accounts Centre, Download your information; choose Friends, Followers, Messages, Comments, all time, JSON.',
      'Messages that are end-to-end encrypted come from messenger.com: Privacy, Secure storage, Download.',
      'Drop both here.',
    ],
    lacks: 'Facebook gives names only, so namesakes are never joined by themselves.',
  },
  {
    platform: 'x', name: 'X', url: 'https://x.com/settings/download_your_data',
    steps: ['Open Settings, Your account, Download an archive of your data.', 'It takes a day or more. Drop the zip here, all parts of it together.'],
    lacks: 'Followers come as numbers without names; those you wrote with or mentioned have names.',
  },
  {
    platform: 'whatsapp', name: 'WhatsApp', url: null,
    steps: ['On the phone, open a chat, then its menu, More, Export chat, without media.', 'Do it for each chat that matters, and drop the files here together.'],
  },
  {
    platform: 'telegram', name: 'Telegram', url: null,
    steps: ['In Telegram Desktop: Settings, Advanced, Export Telegram data. Choose “Machine-readable JSON”.', 'Drop the folder or its result.json here.'],
  },
  {
    platform: 'mastodon', name: 'Mastodon', url: null,
    steps: ['On your server: Preferences, Import and export, Request your archive, and the CSV of who you follow.', 'Drop the archive and the CSV here.'],
    lacks: 'An archive holds your side only.',
  },
  {
    platform: 'bluesky', name: 'Bluesky', url: 'https://bsky.app/settings/account',
    steps: ['Open Settings, Account, Export my data, Download CAR file.', 'Drop the .car file here.'],
    lacks: 'It holds your side only.',
  },
  {
    platform: 'slack', name: 'Slack', url: null,
    steps: ['Whoever runs the workspace: Settings, Import/Export Data, Export.', 'Drop the zip here.'],
  },
  {
    platform: 'discord', name: 'Discord', url: null,
    steps: ['User Settings, Data & Privacy, Request all of my data. It takes up to 30 days.', 'Drop the zip here. Files of DiscordChatExporter work too, and hold both sides.'],
    lacks: 'Discord’s own package holds only what you wrote.',
  },
  {
    platform: 'tiktok', name: 'TikTok', url: null,
    steps: ['Settings, Account, Download your data: all data, JSON.', 'Drop the zip here.'],
  },
  {
    platform: 'youtube', name: 'YouTube and Google Chat', url: 'https://takeout.google.com/settings/takeout',
    steps: ['Open Google Takeout, deselect all, tick YouTube (comments, live chats, subscriptions) and Google Chat.', 'Drop the zip here.'],
    lacks: 'YouTube gives your own comments only, not those under your videos.',
  },
];
