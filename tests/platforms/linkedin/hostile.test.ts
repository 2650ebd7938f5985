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

it('so does what others said of the user', async () => {
  const endorsements =
    'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n' +
    '2023/06/20 13:05:02 UTC,Typography,Ada,Ito,www.linkedin.com/in/ada-ito,ACCEPTED\n2023/06/21 13:05:02 UTC,Printing,Bo,Li,,PENDING\n';
  const recommendations =
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n' +
    'Wren,"Hale, PhD",Tidewater Lab,Researcher,"Two\nlines, ""quoted""","07/21/19, 12:11 PM",VISIBLE\n';
  await survivesDamage({ 'Endorsement_Received_Info.csv': endorsements, 'Recommendations_Received.csv': recommendations }, { own: OWN });
});
