import type { PlatformModule } from '../contract';
import { telegramReader } from './reader';

export const telegram: PlatformModule = { platform: 'telegram', archive: telegramReader };
