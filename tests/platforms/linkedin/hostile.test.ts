/** Damaged LinkedIn exports. */
import { afterAll, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { csvTable } from '../../fixtures/linkedin/csv-text';
import { survivesDamage } from '../hostile';
import { MESSAGE_COLUMNS, messageFields, OWN } from './rows';

afterAll(removeFolders);

it('end with records and rejects, or with a sentence', async () => {
  const messages = csvTable(MESSAGE_COLUMNS, [messageFields(), messageFields({ CONTENT: 'Two\nlines, "quoted"' }, true)]);
  const connections =
    'Notes:\n"When exporting"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
    'Ines,Okafor,https://www.linkedin.com/in/ines-okafor-3b2a91,,"Northwind, Inc.",Director,08 Feb 2023\n,,,,,,07 Jun 2026\n';
  await survivesDamage({ 'messages.csv': messages, 'Connections.csv': connections }, { own: OWN });
});
