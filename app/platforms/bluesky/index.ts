import type { PlatformModule } from '../contract';
import { blueskyReader } from './reader';

export const bluesky: PlatformModule = { platform: 'bluesky', archive: blueskyReader };
