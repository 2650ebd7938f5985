/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { email } from './email';
import { facebook } from './facebook';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { newsletters, addressBooks, anyTable } from './people-csv';
import { telegram } from './telegram';
import { vcard } from './vcard';
import { whatsapp } from './whatsapp';
import { x } from './x';

export const PLATFORM_MODULES: readonly PlatformModule[] = [
  linkedin, x, mastodon, instagram, facebook, whatsapp, telegram, email, vcard, newsletters, addressBooks, anyTable,
];
