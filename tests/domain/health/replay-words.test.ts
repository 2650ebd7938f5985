import { describe, expect, it } from 'vitest';
import { replaySentence, surpriseSentence, tiltSentence } from '../../../app/domain/health/replay-words';

const ASKED = 'Asked as each of the last three months began, Kith would have given';

describe('how Kith would have done', () => {
  it.each<[number, number, string]>([
    [36, 31, `${ASKED} 36 names of people likely to write. 31 of them wrote.`],
    [1200, 1000, `${ASKED} 1,200 names of people likely to write. 1,000 of them wrote.`],
    [3, 3, `${ASKED} 3 names of people likely to write. All of them wrote.`],
    [3, 0, `${ASKED} 3 names of people likely to write. None of them wrote.`],
    [1, 1, `${ASKED} one name of somebody likely to write. They wrote.`],
    [1, 0, `${ASKED} one name of somebody likely to write. They did not write.`],
    [0, 0, `${ASKED} no name of anybody likely to write.`],
  ])('%i named, %i wrote', (named, namedWrote, sentence) => {
    expect(replaySentence({ named, namedWrote, surprises: 4 })).toBe(sentence);
  });

  it.each([
    [0, null],
    [1, 'Once somebody wrote whom it would not have named.'],
    [2, 'Twice somebody wrote whom it would not have named.'],
    [1500, '1,500 times somebody wrote whom it would not have named.'],
  ])('%i unexpected', (surprises, sentence) => {
    expect(surpriseSentence({ named: 1, namedWrote: 1, surprises })).toBe(sentence);
  });

  it.each([
    [0.4, /more often than most/],
    [-0.4, /less often than most/],
    [0.05, /about as often as most/],
    [-0.05, /about as often as most/],
  ])('an intercept of %d', (twoWay, words) => {
    expect(tiltSentence(twoWay)).toMatch(words);
  });
});
