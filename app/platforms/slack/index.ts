import type { PlatformModule } from '../contract';
import { slackReader } from './reader';

export const slack: PlatformModule = { platform: 'slack', archive: slackReader };
