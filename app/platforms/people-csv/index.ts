import type { PlatformModule } from '../contract';
import { addressBookReader, anyTableReader, newsletterReader } from './reader';

export const newsletters: PlatformModule = { platform: 'newsletter', archive: newsletterReader };
export const addressBooks: PlatformModule = { platform: 'crm', archive: addressBookReader };
export const anyTable: PlatformModule = { platform: 'csv', archive: anyTableReader };
