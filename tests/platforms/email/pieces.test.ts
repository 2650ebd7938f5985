/** However a stream happens to be cut, the same mails, cards and attachments come out. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainMbox, takeout } from '../../fixtures/email/boxes';
import { LETTERS } from '../../fixtures/email/letters';
import { ALL } from '../../fixtures/vcard/cards';
import { mailsOf } from '../../../app/platforms/email/mbox';
import { MailCollector } from '../../../app/platforms/email/raw-mail';
import { cardsOf } from '../../../app/platforms/vcard/cards';

function cut(content: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, index = 0; at < content.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    pieces.push(content.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 });

it.each([
  ['LF', plainMbox(LETTERS)],
  ['CRLF', Buffer.from(Object.values(takeout(LETTERS, 'de'))[0] ?? '')],
])('mbox with %s line ends', async (_ends, content) => {
  const read = async (pieces: Buffer[]) => {
    const mails: string[] = [];
    for await (const batch of mailsOf(Readable.from(pieces))) {
      expect(batch.stray).toBe(0);
      mails.push(...batch.mails.map(({ separator, head, body }) => `${separator}|${head}|${body.toString('latin1')}`));
    }
    return mails;
  };
  const whole = await read([content]);
  expect(whole).toHaveLength(LETTERS.length);
  await fc.assert(fc.asyncProperty(sizes, async (some) => {
    expect(await read(cut(content, some))).toEqual(whole);
  }), { numRuns: 40 });
});

it.each([['CRLF', '\r\n'], ['LF', '\n'], ['CR', '\r']])('cards with %s line ends', async (_ends, newline) => {
  const read = async (pieces: Buffer[]) => {
    const cards: unknown[] = [];
    for await (const batch of cardsOf(Readable.from(pieces))) cards.push(...batch.cards);
    return JSON.stringify(cards);
  };
  const content = Buffer.from(ALL.replaceAll('\r\n', '\n').replaceAll('\n', newline));
  const whole = await read([content]);
  await fc.assert(fc.asyncProperty(sizes, async (some) => {
    expect(await read(cut(content, some))).toBe(whole);
  }), { numRuns: 40 });
});

it('attachments behind what is kept', () => {
  const kept = `From: a@b.example\n\n${'x'.repeat(400_000)}\n`;
  const content = Buffer.from(`${kept}--b\nContent-Disposition: attachment\n\nA\n--b\nContent-disposition: attachment; filename=b\n\nB\n--b\nContent-Disposition: inline\n`);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 }), (some) => {
      const collector = new MailCollector('');
      collector.push(content.subarray(0, kept.length));
      for (const piece of cut(content.subarray(kept.length), some)) collector.push(piece);
      expect(collector.end().attachmentsBeyond).toBe(2);
    }),
    { numRuns: 40 },
  );
});
