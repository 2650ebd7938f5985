/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { facebook } from './facebook';
import { instagram } from './instagram';
import { linkedin } from './linkedin';

export const PLATFORM_MODULES: readonly PlatformModule[] = [linkedin, instagram, facebook];
