import { describe, expect, it } from 'vitest';
import { replaySentence, surpriseSentence, tiltSentence } from '../../../app/domain/health/replay-words';

const ASKED = 'Asked at the start of each of the last three months, Kith would have named';

describe('how Kith would have done', () => {
  it.each<[number, number, string]>([
    [36, 31, `${ASKED} 36 people as likely to write. 31 of them did.`],
    [1200, 1000, `${ASKED} 1,200 people as likely to write. 1,000 of them did.`],
    [3, 3, `${ASKED} 3 people as likely to write. All of them did.`],
    [3, 0, `${ASKED} 3 people as likely to write. None of them did.`],
    [1, 1, `${ASKED} 1 person as likely to write. They did.`],
    [1, 0, `${ASKED} 1 person as likely to write. They did not.`],
    [0, 0, `${ASKED} nobody as likely to write.`],
  ])('%i named, %i wrote', (named, namedWrote, sentence) => {
    expect(replaySentence({ named, namedWrote, surprises: 4 })).toBe(sentence);
  });

  it.each([
    [0, null],
    [1, '1 more wrote whom it would not have named.'],
    [1500, '1,500 more wrote whom it would not have named.'],
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
