import type { PlatformModule } from '../contract';
import { discordReader } from './reader';

export const discord: PlatformModule = { platform: 'discord', archive: discordReader };
