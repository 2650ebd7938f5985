/** Renames among those who went and came, and the words for all of it. */
import { describe, expect, it } from 'vitest';
import { changeWords, listName, renamesAmong, type Changed } from '../../../app/domain/imports/list-changes';

let lastId = 0;
const somebody = (name: string, since: number | null, precision: Changed['precision'] = 'second'): Changed => ({ id: (lastId += 1), name, contact: null, since, precision });
const names = (gone: readonly Changed[], fresh: readonly Changed[]) => renamesAmong(gone, fresh).map(({ before, after }) => `${before.name} > ${after.name}`);

describe('a rename', () => {
  it.each([
    ['one who followed in the same second', [somebody('anna', 1000)], [somebody('anna_b', 1000)], ['anna > anna_b']],
    ['nobody of another second', [somebody('anna', 1000)], [somebody('anna_b', 2000)], []],
    ['nobody where two share the second', [somebody('anna', 1000), somebody('ben', 1000)], [somebody('anna_b', 1000)], []],
    ['nobody where only the day is known', [somebody('anna', 0, 'day')], [somebody('anna_b', 0, 'day')], []],
    ['nobody without a date', [somebody('anna', null)], [somebody('anna_b', null)], []],
  ])('is %s', (_, gone, fresh, expected) => {
    expect(names(gone, fresh)).toEqual(expected);
  });
});

it.each([
  ['follower', { fresh: 1, gone: 0, renamed: 0 }, '1 new follower'],
  ['follower', { fresh: 12, gone: 3, renamed: 1 }, '12 new followers, 3 followers gone, 1 renamed'],
  ['connection', { fresh: 0, gone: 1, renamed: 0 }, '1 connection gone'],
  ['friend', { fresh: 0, gone: 0, renamed: 0 }, ''],
] as const)('words: %s %j', (kind, counts, words) => {
  expect(changeWords(kind, counts)).toBe(words);
});

it('heads a list by those on it', () => {
  expect(listName('follower')).toBe('Followers');
});
