import type { PlatformModule } from '../contract';
import { instagramReader } from './reader';

export const instagram: PlatformModule = { platform: 'instagram', archive: instagramReader };
