/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { bluesky } from './bluesky';
import { discord } from './discord';
import { email } from './email';
import { facebook } from './facebook';
import { googleChat } from './google-chat';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { newsletters, addressBooks, anyTable } from './people-csv';
import { slack } from './slack';
import { telegram } from './telegram';
import { tiktok } from './tiktok';
import { vcard } from './vcard';
import { whatsapp } from './whatsapp';
import { x } from './x';
import { youtube } from './youtube';

export const PLATFORM_MODULES: readonly PlatformModule[] = [
  linkedin, x, mastodon, bluesky, instagram, facebook, whatsapp, telegram, slack, discord, tiktok, youtube, googleChat, email, vcard, newsletters, addressBooks, anyTable,
];
