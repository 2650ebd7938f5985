import type { PlatformModule } from '../contract';
import { peopleCsvReader } from './reader';

export const peopleCsv: PlatformModule = { platform: 'csv', archive: peopleCsvReader };
