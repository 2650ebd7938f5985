/** The shipped functions over the log that anyone can have: the published accuracy, by `npm test`. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { brokenBars } from './bars';
import { readLog } from './read-log';
import { measureLog } from './results';

it('the college log keeps every bar', async () => {
  const result = measureLog(await readLog(fileURLToPath(new URL('logs/college.csv.gz', import.meta.url))));
  expect(result.name).toBe('college');
  expect(brokenBars(result)).toEqual([]);
}, 120_000);
