/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { discord } from './discord';
import { linkedin } from './linkedin';
import { slack } from './slack';
import { telegram } from './telegram';
import { whatsapp } from './whatsapp';

export const PLATFORM_MODULES: readonly PlatformModule[] = [linkedin, discord, slack, telegram, whatsapp];
