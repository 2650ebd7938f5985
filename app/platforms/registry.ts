/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { linkedin } from './linkedin';
import { slack } from './slack';
import { telegram } from './telegram';
import { whatsapp } from './whatsapp';

export const PLATFORM_MODULES: readonly PlatformModule[] = [linkedin, slack, telegram, whatsapp];
