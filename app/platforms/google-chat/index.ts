import type { PlatformModule } from '../contract';
import { googleChatReader } from './reader';

/** Its people are e-mail addresses, so it reads into the same account as mail. */
export const googleChat: PlatformModule = { platform: 'email', name: 'google_chat', archive: googleChatReader };
