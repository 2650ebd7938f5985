import type { PlatformModule } from '../contract';
import { youtubeReader } from './reader';

export const youtube: PlatformModule = { platform: 'youtube', archive: youtubeReader };
