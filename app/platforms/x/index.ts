import type { PlatformModule } from '../contract';
import { xReader } from './reader';

export const x: PlatformModule = { platform: 'x', archive: xReader };
