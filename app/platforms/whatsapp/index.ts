import type { PlatformModule } from '../contract';
import { whatsappReader } from './reader';

export const whatsapp: PlatformModule = { platform: 'whatsapp', archive: whatsappReader };
