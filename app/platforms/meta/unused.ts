/** What Kith leaves of Meta's exports, with one reason for all media: there may be a hundred thousand. */
import type { ArchiveFile, Recognition } from '../contract';
import { unusedFiles } from '../reading/unused';

const MEDIA = /\.(?:jpe?g|png|gif|webp|heic|heif|mp4|mov|m4a|m4v|mp3|aac|wav|ogg|opus|webm|srt|vtt|pdf|docx?|xlsx?|pptx?|zip)$/i;
/** Pages around the export, its style and pictures. */
const FRAME = /(^|\/)(start_here|index)\.html$|(^|\/)(files|assets|resources)\/|\.(css|js|svg|ico|woff2?)$/i;

export interface KnownReason {
  path: RegExp;
  reason: string;
}

/** What both platforms' exports hold and nobody's words are in. */
const SHARED: readonly KnownReason[] = [
  { path: /(^|\/)(ads_information|ads_and_businesses|advertisers|apps_and_websites\w*|ads_and_topics|ads_viewed)\//i, reason: 'What Meta keeps about advertising and apps: nobody’s words in it.' },
  { path: /(^|\/)(security_and_login_information|login_and_\w+|preferences|your_topics|logged_information|device_information|monetization|past_instagram_insights|digital_wallets|subscriptions|payment_history|facebook_payments)\//i, reason: 'What Meta keeps about your use of it: nobody’s words in it.' },
  { path: /(^|\/)(media|content|posts|stories|reels|albums?|photos_and_videos|archived_posts|profile_photos|other_content)\//i, reason: 'What you published; nobody’s answers are in it.' },
  { path: /(^|\/)(posts|stories|reels|profile_photos|archived_posts|your_posts\w*|igtv_videos|other_content)(_\d+)?\.(json|html)$/i, reason: 'What you published; nobody’s answers are in it.' },
  { path: /(^|\/)(saved|saved_items\w*|collections|shopping|search(es)?|recent_searches|your_search_history|places|location)\//i, reason: 'What you saved, searched for and bought: nobody’s words in it.' },
  { path: /(^|\/)(synced_contacts|contacts_uploaded_from_your_phone|your_address_books|contact_info|imported_contacts)\.(json|html)$/i, reason: 'The address book that was copied from your phone: not people you follow or know here.' },
];

const UNKNOWN = 'Not known to Kith, so not read.';

/** @param known the platform's own reasons, asked first */
export function unusedOf(files: readonly ArchiveFile[], known: readonly KnownReason[]): Recognition['unused'] {
  const media = files.filter(({ path }) => MEDIA.test(path));
  const others = files.filter(({ path }) => !MEDIA.test(path));
  const whyNot = (path: string) =>
    FRAME.test(path) ? 'Pages that lead to the others.' : [...known, ...SHARED].find((one) => one.path.test(path))?.reason ?? UNKNOWN;
  return [
    ...unusedFiles(others, whyNot),
    ...(media.length === 0 ? [] : [{ path: mediaWords(media), reason: 'Pictures, films, sound and files: Kith counts those that were sent in messages and reads none of them.' }]),
  ];
}

const mediaWords = (media: readonly ArchiveFile[]): string =>
  media.length === 1 ? media[0]?.path ?? '' : `${media.length.toLocaleString('en')} pictures, films and other media`;
