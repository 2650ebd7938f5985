/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { bluesky } from './bluesky';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { x } from './x';

export const PLATFORM_MODULES: readonly PlatformModule[] = [linkedin, x, mastodon, bluesky];
