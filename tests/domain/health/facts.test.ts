import { describe, expect, it } from 'vitest';
import {
  callsOf, factsBetween, oldestUnanswered, readHealth, rebuildHealth, replyFacts, type HealthEvent, type SourceCoverage,
} from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';
import { every, NOW, utcDay, wrote } from './logs';

const both: SourceCoverage = { start: null, end: null, seesIn: true, seesOut: true };
/** A source of posts: only what the user wrote. */
const onlyYours: SourceCoverage = { ...both, seesIn: false };
const onlyTheirs: SourceCoverage = { ...both, seesOut: false };

interface Told {
  coverage?: Record<string, SourceCoverage>;
  theyWait?: boolean;
}

/** "They answer: 3 of 7", a line each. */
function told(events: readonly HealthEvent[], { coverage = {}, theyWait = true }: Told = {}): string[] {
  const log = events.toSorted((a, b) => a.at - b.at).map((event, id) => ({ ...event, id, words: event.source !== 'calls' }));
  const state = rebuildHealth(log, utcDay);
  const reading = readHealth(state, NOW, { coverage });
  const replies = replyFacts(log.filter(({ words }) => words), reading.readAt, coverage);
  return factsBetween({ state, reading, replies, log, coverage, dayOf: utcDay, zone: 'UTC', now: NOW, theyWait })
    .map(({ name, value, sentence }) => `${name}: ${value} / ${sentence}`);
}

describe('facts without points', () => {
  it('of two who write to each other', () => {
    const weekly = { in: every(7, 30, 7), out: every(7, 30, 5) };
    expect(told(wrote(weekly))).toEqual([
      'First contact: Apr 2026 / First contact in Apr 2026',
      'Last word: Yours, 17 Nov / You wrote last, on 17 Nov',
      'Unanswered: Yours, for 5 days / A word of yours has had no answer for 5 days',
      'They answer: 29 of 29 / They answered 29 of 29',
      'You answer: 30 of 30 / You answered 30 of 30',
      'Replies in: 5 days, usually / They usually answer in 5 days',
      'You reply in: 2 days, usually / You usually answer in 2 days',
      'Longest gap: 7 days, to May 2026 / The longest gap before this one was 7 days',
      'Lately: As much as usual / You two were in touch as much as usual in the last 30 days',
    ]);
  });

  it('of somebody who is late, and of whom less is heard', () => {
    const quiet = told(wrote({ in: every(6, 30, 40), out: every(6, 10, 90) }));
    expect(quiet).toContain('Late: By 28 days / Usually writes every 6 days; silent for 40');
    expect(quiet).toContain('Lately: Less than usual / You two were in touch less than usual in the last 30 days');
  });

  it('nothing is late, and nothing less than usual, where the alarm has ended', () => {
    const dormant = told(wrote({ in: every(6, 30, 400) })).join('\n');
    expect(dormant).not.toMatch(/^(?:Late|Lately):/m);
  });

  it.each<[string, HealthEvent[], Told, RegExp, boolean]>([
    ['theirs waits where it is the user’s turn', wrote({ in: [4] }), {}, /Unanswered: Theirs, for 4 days/, true],
    ['nothing of theirs waits once it was closed', wrote({ in: [4] }), { theyWait: false }, /Unanswered/, false],
    ['nothing waits since today', wrote({ out: [0] }), {}, /Unanswered/, false],
    ['what waits longest is the first word, not the last', wrote({ in: [60], out: [41, 3] }), {}, /Unanswered: Yours, for 41 days/, true],
    ['no gap of two words', wrote({ in: [90, 4] }), {}, /Longest gap/, false],
    ['a trend needs two months', wrote({ in: every(3, 10) }), {}, /Lately/, false],
    [
      'a trend needs sources that are two months old', wrote({ in: every(3, 60) }),
      { coverage: { letters: { ...both, start: NOW - 30 * DAY } } }, /Lately/, false,
    ],
    ['two answers make no habit', wrote({ in: [50, 30], out: [49, 29] }), {}, /usually/, false],
  ])('%s', (_, log, options, words, expected) => {
    expect(words.test(told(log, options).join('\n'))).toBe(expected);
  });

  it('claims nothing of a side that can’t be seen', () => {
    const log = wrote({ in: every(9, 20), out: every(9, 20, 8) });
    expect(told(log.filter(({ direction }) => direction === 'out'), { coverage: { letters: onlyYours } })).toEqual([
      'First contact: May 2026 / First contact in May 2026',
    ]);
    expect(told(log.filter(({ direction }) => direction === 'in'), { coverage: { letters: onlyTheirs } })).toEqual([
      'First contact: May 2026 / First contact in May 2026',
      'Longest gap: 9 days, to Jun 2026 / The longest gap before this one was 9 days',
    ]);
  });
});

describe('answers where a source shows one side, or ends', () => {
  const coverage = { posts: onlyYours, letters: both };

  it('what was said where answers can’t be seen is no call, but it answers', () => {
    const log = [...wrote({ out: [50, 20] }, 'posts'), ...wrote({ in: [22] })];
    expect(callsOf(log, NOW, coverage).map(({ call, answer }) => [call.source, answer?.source])).toEqual([['letters', 'posts']]);
  });

  it('and it never counts as unanswered', () => {
    const log = [...wrote({ in: [200] }), ...wrote({ out: [199, 90, 40] }, 'posts')];
    expect(replyFacts(log, NOW, coverage)).toMatchObject({ theirs: { calls: 0 }, yours: { calls: 1, answered: 1 } });
    expect(oldestUnanswered(log, NOW, coverage)).toBeNull();
    expect(oldestUnanswered([...log, ...wrote({ out: [30] })], NOW, coverage)).toMatchObject({ source: 'letters' });
  });

  it('a call that may have been answered after its source ended is not counted', () => {
    const log = [...wrote({ out: [50] }), ...wrote({ out: [2] }, 'calls')];
    const ended = { letters: { ...both, end: NOW - 45 * DAY } };
    expect(replyFacts(log, NOW, ended).theirs.calls).toBe(0);
    expect(replyFacts(log, NOW, {}).theirs.calls).toBe(1);
  });
});
