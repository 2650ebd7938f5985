import type { PlatformModule } from '../contract';
import { vcardReader } from './reader';

export const vcard: PlatformModule = { platform: 'vcard', archive: vcardReader };
