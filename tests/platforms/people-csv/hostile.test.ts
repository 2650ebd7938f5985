import { afterAll, describe, it } from 'vitest';
import * as addressBooks from '../../fixtures/people-csv/address-books';
import * as anyTables from '../../fixtures/people-csv/any-table';
import { MAILCHIMP_ZIP, SUBSTACK_DASHBOARD, SUBSTACK_LIST, BREVO, GHOST, KIT_NEW } from '../../fixtures/people-csv/newsletters';
import { utf16, windows1252 } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';

afterAll(removeFolders);

const NOBODY = { identities: [], displayName: '' };
/** A row gives some twenty records where a service counts twenty things, and may be short. */
const SCALE = 4;

describe('damaged tables end with records and rejects, or with words for the user', () => {
  it.each([
    ...[SUBSTACK_LIST, SUBSTACK_DASHBOARD, BREVO, GHOST, KIT_NEW, ...Object.values(addressBooks), ...Object.values(anyTables)].map(({ name, content }) => [name, { [name]: content }] as const),
    ['Mailchimp’s zip', MAILCHIMP_ZIP],
    ['UTF-16', { 'google.csv': utf16(addressBooks.GOOGLE_OLD.content) }],
    ['Windows-1252', { 'outlook.csv': windows1252(addressBooks.OUTLOOK.content) }],
  ] as const)('%s', async (_name, files) => {
    await survivesDamage(files, { own: NOBODY, runs: 40, scale: SCALE, answers: { zone: 'Asia/Kathmandu', dateOrder: 'month_first' } });
  }, 60_000);
});
