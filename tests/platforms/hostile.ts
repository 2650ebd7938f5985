/**
 * Damaged and hostile variants of an honest export. Whatever comes in, a reader ends with records and rejects, or with
 * an ArchiveProblem whose words are for the user; never with another error, and never with more than its source can hold.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { ArchiveProblem } from '../../app/platforms/contract';
import type { Own } from '../../app/platforms/contract';
import type { ReadingAnswers } from '../../app/domain/imports/questions';
import type { Files } from '../fixtures/zip';
import { folderOnDisk, onDisk } from '../fixtures/zip';
import { readExport } from './read-export';

/** One record needs some bytes of its source; far more records than bytes are a loop. */
const RECORDS_A_BYTE = 1;
const SPARE_RECORDS = 2_000;

/** What somebody who means harm, or a broken editor, puts into a file. */
const HOSTILE = [
  '\u0000', '\uFEFF', '\u202E', '"', '""', '"\n', ',', ';', '\n\n', '{', '}', '[', ']', '[[[[', '{"a":', '\\', '\\u0000', '<script>alert(1)</script>',
  'javascript:alert(1)', '../../etc/passwd', '=cmd()', '1e999', '-1', '99999999999999999999', '__proto__', 'constructor', 'null', 'true',
  'From ', '\r', '-----', 'x'.repeat(5_000), '1970-01-01', '9999-99-99', 'BEGIN:VCARD\n',
] as const;

type Damage = (content: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (content: Buffer, where: number) => Math.floor(where * content.length);

const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map((where): Damage => (content) => content.subarray(0, at(content, where))),
  place.map((where): Damage => (content) => content.subarray(at(content, where))),
  fc.tuple(fc.array(place, { minLength: 1, maxLength: 20 }), fc.nat(7)).map(([places, bit]): Damage => (content) => {
    const flipped = Buffer.from(content);
    for (const where of places) {
      const index = at(content, where);
      if (index < flipped.length) flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
    }
    return flipped;
  }),
  fc.tuple(place, fc.constantFrom(...HOSTILE)).map(([where, text]): Damage => (content) =>
    Buffer.concat([content.subarray(0, at(content, where)), Buffer.from(text), content.subarray(at(content, where))])),
  fc.infiniteStream(fc.nat()).map((stream): Damage => (content) => {
    const lines = content.toString('latin1').split('\n');
    return Buffer.from(lines.map((line) => ({ line, order: stream.next().value ?? 0 })).sort((a, b) => a.order - b.order).map(({ line }) => line).join('\n'), 'latin1');
  }),
  fc.tuple(place, place).map(([from, to]): Damage => (content) => {
    const [start, end] = [Math.min(at(content, from), at(content, to)), Math.max(at(content, from), at(content, to))];
    return Buffer.concat([content.subarray(0, end), content.subarray(start)]);
  }),
);

export interface HostileOptions {
  own: Own;
  answers?: ReadingAnswers;
  /** Damaged exports tried. */
  runs?: number;
  /** Bytes of the files are this many times more when unpacked (a repo, a zip): scales the bound on records. */
  scale?: number;
}

/** Tries damaged variants of an export given as its files; a single file is handed in by itself as well. */
export async function survivesDamage(files: Files, { own, answers = {}, runs = 60, scale = 1 }: HostileOptions): Promise<void> {
  const names = Object.keys(files);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.array(damages, { minLength: 1, maxLength: 3 }), fc.boolean(), async (name, harm, alone) => {
      const damaged = harm.reduce<Buffer>((content, damage) => damage(content), Buffer.from(files[name] ?? ''));
      const whole = { ...files, [name]: damaged };
      const size = Object.values(whole).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
      const path = alone ? await onDisk('upload', damaged) : await folderOnDisk(whole);
      await endsWell(path, alone ? name.slice(name.lastIndexOf('/') + 1) : 'export', { own, answers, mostRecords: size * scale * RECORDS_A_BYTE + SPARE_RECORDS });
    }),
    { numRuns: runs },
  );
}

async function endsWell(path: string, name: string, { own, answers, mostRecords }: { own: Own; answers: ReadingAnswers; mostRecords: number }) {
  try {
    const { items } = await readExport(path, name, own, answers);
    expect(items.length).toBeLessThan(mostRecords);
    for (let index = 1; index < items.length; index += 1) {
      const [before, after] = [items[index - 1], items[index]];
      if (!before || !after) continue;
      // A checkpoint never goes back: an interrupted import would read rows twice or lose them.
      expect(after.part > before.part || (after.part === before.part && after.row >= before.row)).toBe(true);
      expect(after.bytes).toBeGreaterThanOrEqual(before.bytes);
    }
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    expect(error.message).toMatch(/[.!?]$/);
  }
}
