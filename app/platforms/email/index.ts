import type { PlatformModule } from '../contract';
import { emailReader } from './reader';

export const email: PlatformModule = { platform: 'email', archive: emailReader };
