import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSentence, isNothingNew, progressOf, undoneSentence, type ProgressInput } from '../../../app/domain/imports/progress';
import { IMPORT_STATUSES, importCountsSchema, type ImportCounts } from '../../../app/domain/imports/run';

const STARTED = Date.UTC(2026, 10, 23, 9);

/** Ten seconds in, a third read. */
function reading(differs: Partial<ProgressInput> = {}): ProgressInput {
  return {
    bytesRead: 1000, bytesTotal: 3000, rows: 41_200, startedAt: STARTED, now: STARTED + 10_000, status: 'reading', ...differs,
  };
}

describe('progress while reading', () => {
  it('tells share, rate and what is left', () => {
    const progress = progressOf(reading());
    expect(progress.share).toBeCloseTo(1 / 3, 9);
    expect(progress.rowsPerSecond).toBe(4120);
    expect(progress.secondsLeft).toBeCloseTo(20, 9);
    expect(progress.words).toBe('4,120 rows a second, about 20 seconds left');
  });

  it.each([
    [3000, 'a few seconds left'],
    [2000, 'a few seconds left'],
    [1700, 'about 10 seconds left'],
    [500, 'about 50 seconds left'],
    [440, 'about 1 minute left'],
    [300, 'about 2 minutes left'],
    [30, 'about 17 minutes left'],
  ])('%d of 3,000 bytes after ten seconds: %s', (bytesRead, words) => {
    expect(progressOf(reading({ bytesRead })).words).toBe(`4,120 rows a second, ${words}`);
  });

  it('says that it looks through the archive while no row has come yet', () => {
    expect(progressOf(reading({ rows: 0 }))).toMatchObject({ share: 1 / 3, secondsLeft: null, words: 'Looking through all of it first' });
    expect(progressOf(reading({ rows: 0, bytesRead: 0 })).words).toBe('Reading');
  });

  it('speaks of hours where it takes hours', () => {
    expect(progressOf(reading({ bytesRead: 1000, bytesTotal: 100_000, now: STARTED + 120_000, rows: 1200 })).words).toBe(
      '10 rows a second, about 4 hours left',
    );
  });

  it.each([
    ['it has only begun', { now: STARTED + 1500 }],
    ['hardly anything is read', { bytesRead: 10 }],
    ['the size is not known', { bytesTotal: 0 }],
    ['the reading has not begun', { startedAt: null }],
    ['the clock was set back', { now: STARTED - 5000 }],
  ] satisfies [string, Partial<ProgressInput>][])('estimates nothing while %s', (_says, differs) => {
    expect(progressOf(reading(differs))).toMatchObject({ secondsLeft: null, words: 'Reading' });
  });
});

describe('progress otherwise', () => {
  it.each(IMPORT_STATUSES.filter((status) => status !== 'reading'))('says where a run that is %s stands', (status) => {
    const { words, secondsLeft } = progressOf(reading({ status }));
    expect(words).toMatch(/^[A-Z][a-z ,]+$/);
    expect(secondsLeft).toBeNull();
  });

  it('is whole once everything is read', () => {
    expect(progressOf(reading({ status: 'finishing' })).share).toBe(1);
    expect(progressOf(reading({ status: 'finished' })).share).toBe(1);
    expect(progressOf(reading({ status: 'failed' })).share).toBeCloseTo(1 / 3, 9);
  });

  it('never leaves its bounds and never goes back as more is read', () => {
    const bytes = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(bytes, bytes, bytes, (a, b, bytesTotal) => {
        const less = progressOf(reading({ bytesRead: Math.min(a, b), bytesTotal }));
        const more = progressOf(reading({ bytesRead: Math.max(a, b), bytesTotal }));
        expect(less.share).toBeGreaterThanOrEqual(0);
        expect(more.share).toBeLessThanOrEqual(1);
        expect(more.share).toBeGreaterThanOrEqual(less.share);
        if (less.secondsLeft !== null && more.secondsLeft !== null) {
          expect(more.secondsLeft).toBeLessThanOrEqual(less.secondsLeft);
          expect(more.secondsLeft).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('what an import brought', () => {
  it.each([
    [{ people: 87, messages: 640, audience: 1200 }, '87 people, 640 messages'],
    [{ people: 1, messages: 1 }, '1 person, 1 message'],
    [{ people: 4120 }, '4,120 people'],
    [{ messages: 12, alreadyThere: 640 }, '12 messages'],
    [{ audience: 20_000, relations: 20_000 }, '20,000 in your audience, nobody who wrote'],
    [{ relations: 3 }, 'No new people or messages'],
    [{ alreadyThere: 640 }, 'Nothing new, all of it was already here'],
    [{ relationsMet: 640 }, 'Nothing new, all of it was already here'],
    [{ refreshed: 2, alreadyThere: 640 }, 'No new people or messages'],
    [{}, 'Nothing that could be used'],
  ] satisfies [Partial<ImportCounts>, string][])('%j', (counts, sentence) => {
    expect(importSentence(importCountsSchema.parse(counts))).toBe(sentence);
  });
});

it.each([
  [{ alreadyThere: 1 }, true],
  [{ relationsMet: 1 }, true],
  [{ relationsMet: 1, refreshed: 1 }, false],
  [{ alreadyThere: 9, audience: 1 }, false],
  [{}, false],
] satisfies [Partial<ImportCounts>, boolean][])('nothing new in %j: %s', (counts, is) => {
  expect(isNothingNew(importCountsSchema.parse(counts))).toBe(is);
});

describe('what an undo took out', () => {
  const nothing = { people: 0, audience: 0, conversations: 0, interactions: 0, relations: 0 };

  it.each([
    [{ people: 156, audience: 9_204, interactions: 900 }, '156 people and 9,204 in your audience taken back out.'],
    [{ people: 1 }, '1 person taken back out.'],
    [{ audience: 20_000, relations: 20_000 }, '20,000 in your audience taken back out.'],
    [{ interactions: 3 }, '3 messages taken back out.'],
    [{ relations: 1 }, '1 connection taken back out.'],
    [{}, 'Nothing had to go: all of it is held by another import or was worked on.'],
  ])('%j', (removed, sentence) => {
    expect(undoneSentence({ ...nothing, ...removed })).toBe(sentence);
  });
});
