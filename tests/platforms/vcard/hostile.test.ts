/** Damaged, hostile and huge address books. */
import { afterAll, expect, it } from 'vitest';
import * as cards from '../../fixtures/vcard/cards';
import { onDisk, removeFolders } from '../../fixtures/zip';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { vcardReader } from '../../../app/platforms/vcard/reader';
import { survivesDamage } from '../hostile';
import { readFile } from '../read-export';

afterAll(removeFolders);
/** Of the processor, whatever else the machine does: five times what it takes, and a fraction of what a square would. */
const MOST_MILLISECONDS = 3_000;
const OWN = { identities: [], displayName: '' };

it('end with records and rejects, or with a sentence', async () => {
  await survivesDamage({ 'contacts.vcf': cards.ALL, 'more/zoe.vcf': cards.WITHOUT_UID }, { own: OWN });
});

it.each([
  ['a line of 8 MB', `BEGIN:VCARD\nFN:${'x'.repeat(8_000_000)}\nEND:VCARD\n`],
  ['quoted-printable that never ends', `BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:A${'=41=\n'.repeat(500_000)}\nEND:VCARD\n`],
  ['folds without end', `BEGIN:VCARD\nFN:A${'\n x'.repeat(500_000)}\nEND:VCARD\n`],
  ['a quarter of a million fields', `BEGIN:VCARD\nFN:A\n${'NOTE:x\n'.repeat(250_000)}END:VCARD\n`],
  ['cards in cards', `BEGIN:VCARD\nFN:A\n${'AGENT:\nBEGIN:VCARD\n'.repeat(60_000)}END:VCARD\n`],
  ['a head of quotes and semicolons', `BEGIN:VCARD\nFN:A\nTEL;${'";='.repeat(300_000)}:1\nEND:VCARD\n`],
  ['a picture of 7 MB', `BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:${'A'.repeat(70)}\n${` ${'A'.repeat(70)}\n`.repeat(100_000)}END:VCARD\n`],
])('%s is read in linear time', async (_what, content) => {
  const before = process.cpuUsage();
  const { items } = await readFile('a.vcf', content);
  expect(items.length).toBeLessThan(10);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MOST_MILLISECONDS);
}, 60_000);

it('streams many cards', async () => {
  const picture = ` ${'A'.repeat(74)}\r\n`.repeat(20);
  const card = (index: number) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${index}\r\nEMAIL:p${index}@example.org\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n${picture}UID:${index}\r\nEND:VCARD\r\n`;
  const path = await onDisk('big.vcf', Array.from({ length: 30_000 }, (_, index) => card(index)).join(''));
  const archive = await openArchive(path, 'big.vcf');
  const recognition = await vcardReader.recognise(archive);
  if (!recognition) throw new Error('not recognised');
  let [people, most] = [0, 0];
  const before = process.memoryUsage().heapUsed;
  for await (const { record } of vcardReader.read(archive, recognition, OWN, {})) {
    if (record.record !== 'same_person') continue;
    people += 1;
    if (people % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(people).toBe(30_000);
  expect(most).toBeLessThan(100_000_000);
}, 60_000);
