import { describe, expect, it } from 'vitest';
import {
  contactDays, explainHealth, headline, readHealth, reasonSentence, rebuildHealth, type EncounterKind, type HeadlineContext,
  type HealthEvent, type ReadOptions, type ReasonTerm,
} from '../../../app/domain/health';
import { daysAgo, daysLong, everyDays, rhythmPhrase } from '../../../app/domain/health/phrases';
import { DAY } from '../../../app/lib/dates';
import { every, NOW, utcDay, wrote } from './logs';

const seen = (sight: { seesIn?: boolean; seesOut?: boolean; endedDays?: number }): ReadOptions => ({
  coverage: {
    letters: {
      start: null, end: sight.endedDays === undefined ? null : NOW - sight.endedDays * DAY,
      seesIn: sight.seesIn ?? true, seesOut: sight.seesOut ?? true,
    },
  },
});

describe('phrases', () => {
  it.each([
    [daysLong(1), '1 day'],
    [daysLong(0), '0 days'],
    [daysLong(9), '9 days'],
    [daysAgo(-1), 'today'],
    [daysAgo(0), 'today'],
    [daysAgo(1), 'yesterday'],
    [daysAgo(2), '2 days ago'],
    [daysLong(365), '365 days'],
    [daysLong(430), '14 months'],
    [daysAgo(2306), '6 years ago'],
    [rhythmPhrase(9, 2306), 'Usually writes every 9 days; silent for 6 years'],
    [everyDays(0.25), 'every day'],
    [everyDays(1.49), 'every day'],
    [everyDays(8.6), 'every 9 days'],
    [rhythmPhrase(9.2, 41), 'Usually writes every 9 days; silent for 41'],
    [rhythmPhrase(1, 4), 'Usually writes every day; silent for 4 days'],
    [rhythmPhrase(9, 1), 'Usually writes every 9 days; silent for 1 day'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('sentences of reasons', () => {
  function sentences(log: HealthEvent[], options: ReadOptions = {}): Partial<Record<ReasonTerm, string>> {
    const state = rebuildHealth(log, utcDay);
    const reading = readHealth(state, NOW, options);
    const context = { reading, state, days: contactDays(log, reading.readAt, utcDay), dayOf: utcDay };
    const said = explainHealth(reading).reasons.map((reason) => [reason.term, reasonSentence(reason, context)]);
    return Object.fromEntries(said);
  }

  it.each<[string, HealthEvent[], ReadOptions, Partial<Record<ReasonTerm, string>>]>([
    ['much of both', wrote({ in: every(3, 100), out: every(4, 80) }), {}, {
      theirMonth: 'They were in touch on 9 of the last 30 days',
      yourMonth: 'You were in touch on 7 of the last 30 days',
      theirYear: 'They were in touch on 100 days in the last year',
      yourYear: 'You were in touch on 80 days in the last year',
      silence: 'You were in contact 3 days ago',
    }],
    ['one word from them, today', wrote({ in: [0] }), {}, {
      theirMonth: 'They were in touch on 1 of the last 30 days',
      yourMonth: 'You were hardly in touch in the last 30 days',
      theirYear: 'They were in touch on only 1 day in the last year',
      yourYear: 'You were not in touch in the last year',
      silence: 'You were in contact today',
    }],
    ['a word each, long ago', wrote({ in: [200], out: [150] }), {}, {
      theirMonth: 'Nothing from them in the last 30 days',
      silence: 'No word either way for 150 days',
    }],
    ['a word each, years ago', wrote({ in: [2306], out: [2300] }), {}, {
      theirMonth: 'Nothing from them in the last 30 days',
      silence: 'No word either way for 6 years',
    }],
    ['much of both, over a month ago', wrote({ in: every(1, 30, 32), out: every(1, 30, 32) }), {}, {
      theirMonth: 'They were often in touch some weeks ago',
      yourMonth: 'You were often in touch some weeks ago',
    }],
    ['much of both, years ago', wrote({ in: every(1, 200, 366), out: every(1, 200, 366) }), {}, {
      theirYear: 'They were often in touch in earlier years',
      yourYear: 'You were often in touch in earlier years',
    }],
    ['weekly, then silent', wrote({ in: every(7, 30, 60), out: every(2, 200, 1) }), {}, {
      'ceiling:silence': 'Usually writes every 7 days; silent for 60',
    }],
    ['twice, then silent', wrote({ in: [250, 240], out: every(1, 300, 1) }), {}, { 'ceiling:silence': 'Silent for 240 days' }],
    ['just written, with much of both', wrote({ in: every(1, 300, 0), out: every(1, 300, 0) }), {}, {
      'ceiling:silence': 'No higher until they write again',
    }],
    ['never answered', wrote({ out: every(1, 200, 0) }), {}, { 'ceiling:neverWrote': 'They have never written to you' }],
    ['hardly answered', wrote({ in: [1, 4, 8, 20], out: every(1, 300, 0) }), {}, {
      'ceiling:youWrite': 'They answer less than one day in five that you write',
    }],
    ['hardly answering', wrote({ in: every(1, 300, 0), out: [1, 2, 3, 8, 9, 14] }), {}, {
      'ceiling:theyWrite': 'You answer less than one day in five that they write',
    }],
    ['only your side', wrote({ out: every(1, 300, 0) }), seen({ seesIn: false }), { 'ceiling:unseen': 'Only your side can be seen here' }],
    ['people who answer more than most', wrote({ in: [3] }), { delta: { twoWay: 0.3 } }, {
      workspace: 'Your people answer more often than most',
    }],
    ['people who answer less than most', wrote({ in: [3] }), { delta: { twoWay: -0.3 } }, {
      workspace: 'Your people answer less often than most',
    }],
    ['read in the past', wrote({ in: every(9, 20, 32), out: every(9, 20, 33) }), seen({ endedDays: 30 }), {
      silence: 'You had been in contact within 3 days',
    }],
  ])('%s', (_, log, options, expected) => {
    expect(sentences(log, options)).toMatchObject(expected);
  });
});

describe('the headline', () => {
  function said(log: HealthEvent[], options: ReadOptions = {}, more: Partial<HeadlineContext> = {}): string {
    const state = rebuildHealth(log, utcDay);
    const reading = readHealth(state, NOW, options);
    const touches = { wordIn: state.lastIn, wordOut: state.lastOut, encounter: null };
    return `${reading.state}: ${headline({ name: 'Leila', reading, state, touches, now: NOW, dayOf: utcDay, ...more })}`;
  }
  const pal = (silent: number) => wrote({ in: every(9, 20, silent), out: every(9, 20, silent - 1) });

  it.each<[string, string]>([
    [said(pal(85)), 'Fading: Usually writes every 9 days; silent for 85.'],
    [said(pal(41)), 'Cooling: Usually writes every 9 days; silent for 41.'],
    [said(pal(20)), 'Strong: Usually writes every 9 days; silent for 20.'],
    [said(pal(4)), 'Strong: Usually writes every 9 days; wrote 4 days ago.'],
    [said(pal(1)), 'Strong: Usually writes every 9 days; wrote yesterday.'],
    [said(pal(130)), 'Dormant: Quiet for 130 days, and that is fine.'],
    [said(pal(2306)), 'Dormant: Quiet for 6 years, and that is fine.'],
    [said(wrote({ in: [2320, 2306], out: [2319] }), seen({ endedDays: 2300 })), 'New: Leila wrote 6 years ago.'],
    [said(wrote({ in: [9, 4], out: [8] })), 'New: Leila wrote 4 days ago.'],
    [said(wrote({ in: [9, 4], out: [8] }), {}, { answersWithin: 1.2 }), 'New: Leila wrote 4 days ago. You usually answer within 2.'],
    [said(wrote({ in: [9, 4], out: [8] }), {}, { answersWithin: 0.1 }), 'New: Leila wrote 4 days ago. You usually answer within a day.'],
    [said(wrote({ in: [9, 1], out: [8] }), {}, { answersWithin: 3 }), 'New: Leila wrote yesterday. You usually answer within 3 days.'],
    [said(wrote({ in: [3], out: [2] })), 'New: First contact 3 days ago.'],
    [said(wrote({ in: [0] })), 'New: First contact today.'],
    [said(wrote({ out: every(7, 9) })), 'One-sided: you write: You write; no answer yet.'],
    [said(wrote({ in: [40], out: every(7, 9) })), 'One-sided: you write: You write; an answer on less than one day in five.'],
    [said(wrote({ in: every(9, 8, 120), out: [20] })), 'One-sided: you write: You write; silent for 120 days.'],
    [said(wrote({ in: every(9, 20, 3) })), 'One-sided: they write: Leila writes; you answer on less than one day in five.'],
    [said(wrote({ in: [60], out: [59] })), 'Light: Last wrote 60 days ago.'],
    [said(wrote({ out: [60, 50] })), 'Light: No word from them yet; you wrote 50 days ago.'],
    [said(wrote({ out: every(5, 40) }), seen({ seesIn: false })), 'Steady: Only your side can be seen here; you were in touch 5 days ago.'],
    [said(wrote({ in: [200, 12, 8, 3], out: [200, 12, 7, 2] })), 'Warming: More in touch than before; usually writes every 16 days.'],
  ])('%s', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  /** The newest sign of theirs was no word of theirs. */
  const touched = (wordIn: number | null, wordOut: number | null, met?: number, kind: EncounterKind = 'meeting', direction: 'in' | 'out' = 'in') => {
    const at = (daysAgo: number | null) => (daysAgo === null ? null : NOW - daysAgo * DAY);
    return { touches: { wordIn: at(wordIn), wordOut: at(wordOut), encounter: met === undefined ? null : { at: NOW - met * DAY, kind, direction } } };
  };

  it.each<[string, string]>([
    [said(wrote({ in: [9, 6, 1], out: [8] }), {}, touched(6, 8, 1)), 'Steady: You met yesterday.'],
    [said(wrote({ in: [9, 6, 1], out: [8] }), {}, touched(6, 8, 1, 'call')), 'Steady: You talked yesterday.'],
    [said(wrote({ in: [9, 6, 1], out: [8] }), {}, touched(6, 8, 1, 'purchase')), 'Steady: They bought from you yesterday.'],
    // Met before their last word: the word is what waits.
    [said(wrote({ in: [9, 6, 1], out: [8] }), {}, touched(1, 8, 6)), 'Steady: Leila wrote yesterday.'],
    // Answered; after that only a click of theirs.
    [said(wrote({ in: [9, 1], out: [8] }), {}, touched(9, 8)), 'New: First contact 9 days ago.'],
    [said(pal(4), {}, touched(13, 3, 4)), 'Strong: Usually writes every 9 days; you met 4 days ago.'],
    [said(pal(4), {}, touched(13, 3, 30)), 'Strong: Usually writes every 9 days; wrote 13 days ago.'],
    [said(wrote({ in: [60], out: [59] }), {}, touched(null, 59, 60)), 'Light: You met 60 days ago.'],
    [said(wrote({ in: [60], out: [59] }), {}, touched(null, 59)), 'Light: Was last in touch 60 days ago.'],
    [said(wrote({ out: [60, 50] }), {}, touched(null, 60, 50, 'meeting', 'out')), 'Light: You met 50 days ago.'],
  ])('says "wrote" of words only: %s', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  it('counts silence to the read time and "ago" to now', () => {
    const archive = seen({ endedDays: 10 });
    expect(said(pal(51), archive)).toBe('Cooling: Usually writes every 9 days; silent for 41.');
    expect(said(pal(14), archive)).toMatch(/wrote 14 days ago\.$/);
  });
});
