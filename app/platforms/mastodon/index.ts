import type { PlatformModule } from '../contract';
import { mastodonReader } from './reader';

export const mastodon: PlatformModule = { platform: 'mastodon', archive: mastodonReader };
