import type { PlatformModule } from '../contract';
import { linkedinReader } from './reader';

export const linkedin: PlatformModule = { platform: 'linkedin', archive: linkedinReader };
