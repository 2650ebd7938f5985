/** All platforms Kith can read, in the order in which they are asked what an archive is. */
import type { PlatformModule } from './contract';
import { linkedin } from './linkedin';
import { addressBooks, anyTable, newsletters } from './people-csv';

/** Any table may list people, so the reader of those is asked last. */
export const PLATFORM_MODULES: readonly PlatformModule[] = [linkedin, newsletters, addressBooks, anyTable];
