/** Damaged, hostile and large mailboxes. */
import { afterAll, describe, expect, it } from 'vitest';
import { emlOf, looseFiles, plainMbox, takeout } from '../../fixtures/email/boxes';
import { INES_ASKS, KOFI_SHOWS, LETTERS } from '../../fixtures/email/letters';
import { onDisk, removeFolders } from '../../fixtures/zip';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import type { Own } from '../../../app/platforms/contract';
import { emailReader } from '../../../app/platforms/email/reader';
import { survivesDamage } from '../hostile';
import { readFile } from '../read-export';

afterAll(removeFolders);

const OWN: Own = { identities: [{ platform: 'email', kind: 'email', key: 'jordan@studio.example', scope: '' }], displayName: 'Jordan Pike' };

describe('damaged mail ends with records and rejects, or with a sentence', () => {
  it('in one mbox', () => survivesDamage({ 'All mail.mbox': plainMbox(LETTERS) }, { own: OWN }), 60_000);
  it('from Takeout', () => survivesDamage(takeout(LETTERS, 'ja'), { own: OWN, runs: 30 }), 60_000);
  it('in loose files', () => survivesDamage({ ...looseFiles([INES_ASKS, KOFI_SHOWS]), 'Apple/1.emlx': `120\n${emlOf(KOFI_SHOWS).toString('latin1')}<plist>` }, { own: OWN }), 60_000);
});

/** Of the processor, whatever else the machine does: five times what it takes, and a fraction of what a square would. */
const MOST_MILLISECONDS = 3_000;
const HEAD = 'From x@y.example Mon Oct 16 01:29:30 2023\nFrom: ines@northwind.example\nTo: jordan@studio.example\nDate: Mon, 16 Oct 2023 01:29:30 +0000\nMessage-ID: <a@b>\n';

describe('hostile mail takes linear time', () => {
  it.each<[string, string]>([
    ['one line of 8 MB', `${HEAD}\n${'x'.repeat(8_000_000)}\n`],
    ['a quarter of a million headers', `${HEAD}${'X-A: b\n'.repeat(220_000)}\nText\n`],
    ['one header of 8 MB', `${HEAD}Subject: a${'\n b'.repeat(2_000_000)}\n\nText\n`],
    ['a list of brackets', `${HEAD}Cc: ${'(<"'.repeat(5_000)}\n\nText\n`],
    ['a list of groups', `${HEAD}Cc: ${'a:'.repeat(8_000)}\n\nText\n`],
    ['encoded words without end', `${HEAD}Subject: ${'=?utf-8?q?'.repeat(1_600)}\n\nText\n`],
    ['parts in parts', `${HEAD}Content-Type: multipart/mixed; boundary=a\n\n${'--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(5_000)}`],
    ['boundaries', `${HEAD}Content-Type: multipart/mixed; boundary=a\n\n${'--a\n'.repeat(60_000)}`],
    ['signs of history', `${HEAD}Subject: Re: x\nIn-Reply-To: <b@c>\n\nMine\n${'On a wrote: '.repeat(10_000)}\n> x\n`],
    ['tags without end', `${HEAD}In-Reply-To: <b@c>\nContent-Type: text/html\n\n${'<div '.repeat(20_000)}`],
    ['lines that look like separators', `${HEAD}\n${'From Mon, 1:11 1:11 1:11 2011 2011\n\n'.repeat(80_000)}`],
  ])('%s', async (_what, content) => {
    const before = process.cpuUsage();
    const { items } = await readFile('a.mbox', content, OWN);
    expect(items.length).toBeLessThan(20);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(MOST_MILLISECONDS);
  }, 60_000);

  it('20,000 mails without anything in them', async () => {
    const { rejected } = await readFile('a.mbox', `${HEAD}\nText\n\n${'From x Mon Oct 16 01:29:30 2023\n\n'.repeat(20_000)}`, OWN);
    expect(rejected).toHaveLength(20_000);
    expect(rejected[0]?.reason).toBe('This mail does not say who sent it.');
  }, 60_000);
});

it('passes attachments by and forgets each mail: 120 MB in a small heap', async () => {
  const attachment = `${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5\n'.repeat(15_000)}\n`;
  const mail = (index: number) =>
    `From x Mon Oct 16 01:29:30 2023\nFrom: p${index}@people.example\nTo: jordan@studio.example\nDate: Mon, 16 Oct 2023 01:29:30 +0000\nMessage-ID: <${index}@b>\n` +
    `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello ${index}\n--b\nContent-Disposition: attachment\n\n${attachment}\n--b\nContent-Disposition: attachment\n\nA\n--b--\n\n`;
  const path = await onDisk('big.mbox', Array.from({ length: 110 }, (_, index) => mail(index)).join(''));
  const archive = await openArchive(path, 'big.mbox');
  const recognition = await emailReader.recognise(archive);
  if (!recognition) throw new Error('not recognised');
  const texts: (string | undefined)[] = [];
  const attachments = new Set<number | undefined>();
  const before = process.memoryUsage();
  let most = 0;
  for await (const { record } of emailReader.read(archive, recognition, OWN, {})) {
    if (record.record !== 'interaction') continue;
    texts.push(record.text);
    attachments.add(record.attachments);
    const now = process.memoryUsage();
    most = Math.max(most, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  expect(texts).toEqual(Array.from({ length: 110 }, (_, index) => `Hello ${index}`));
  expect([...attachments]).toEqual([2]);
  expect(most).toBeLessThan(100_000_000);
}, 60_000);
