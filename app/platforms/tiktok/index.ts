import type { PlatformModule } from '../contract';
import { tiktokReader } from './reader';

export const tiktok: PlatformModule = { platform: 'tiktok', archive: tiktokReader };
