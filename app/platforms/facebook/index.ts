import type { PlatformModule } from '../contract';
import { facebookReader } from './reader';

export const facebook: PlatformModule = { platform: 'facebook', archive: facebookReader };
