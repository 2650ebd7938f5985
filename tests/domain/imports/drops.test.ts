/** What is dropped at once, and what of it is read as one. */
import { describe, expect, it } from 'vitest';
import { sortDrops } from '../../../app/domain/imports/drops';

const dropped = (...paths: string[]) => paths.map((path) => ({ path, file: path }));
const groups = (...paths: string[]) => sortDrops(dropped(...paths), []).map(({ files }) => files.map(({ path }) => path));

describe('sortDrops', () => {
  it.each([
    ['one archive', ['export.zip'], [['export.zip']]],
    ['parts of a Takeout', ['takeout-20261101T1010Z-002.zip', 'takeout-20261101T1010Z-001.zip'], [['takeout-20261101T1010Z-001.zip', 'takeout-20261101T1010Z-002.zip']]],
    ['parts called part', ['x_part1.zip', 'x_part2.zip'], [['x_part1.zip', 'x_part2.zip']]],
    ['parts of a number', ['mail 1 of 2.zip', 'mail 2 of 2.zip'], [['mail 1 of 2.zip', 'mail 2 of 2.zip']]],
    ['exports of two days', ['twitter-2026-11-01.zip', 'twitter-2026-11-02.zip'], [['twitter-2026-11-01.zip'], ['twitter-2026-11-02.zip']]],
    ['LinkedIn’s dates', ['Basic_11-22-2026.zip', 'Basic_11-23-2026.zip'], [['Basic_11-22-2026.zip'], ['Basic_11-23-2026.zip']]],
    ['a browser’s second copy', ['export.zip', 'export (1).zip'], [['export.zip'], ['export (1).zip']]],
    ['exports of two platforms', ['a.zip', 'b.tar.gz'], [['a.zip'], ['b.tar.gz']]],
    ['tables of one export', ['messages.csv', 'Connections.csv'], [['Connections.csv', 'messages.csv']]],
    ['loose files of two kinds', ['people.csv', 'all.vcf', 'more.csv'], [['more.csv', 'people.csv'], ['all.vcf']]],
  ])('%s', (_, paths, expected) => {
    expect(groups(...paths)).toEqual(expected);
  });

  it('reads a folder as one, and keeps pictures and films back', () => {
    const files = dropped('out/messages/message_1.json', 'out/photos/a.JPG', 'out/films/b.mp4');
    expect(sortDrops([], [{ name: 'out', files }])).toEqual([{ name: 'out', files: [{ path: 'out/messages/message_1.json', file: 'out/messages/message_1.json' }], keptBack: 2 }]);
  });

  it('says how many belong together', () => {
    expect(sortDrops(dropped('b.csv', 'a.csv', 'c.csv'), [])[0]?.name).toBe('a.csv and 2 more');
  });
});
