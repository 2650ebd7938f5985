import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contactDays, evidenceOf, EVIDENCE_TOPICS, explainHealth, longestGap, oldestUnanswered, readHealth, reasonSentence, rebuildHealth,
  replyFacts, topicOf, type EvidenceTopic, type HealthEvent, type LoggedEvent, type ReadOptions,
} from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';
import { every, logArbitrary, NOW, nowArbitrary, optionsArbitrary, utcDay, wrote } from './logs';

/** As the store gives it: oldest first, each with its row. Calls are clicks or meetings; the others are words. */
function logged(events: readonly HealthEvent[]): LoggedEvent[] {
  return events.toSorted((a, b) => a.at - b.at).map((event, id) => ({ ...event, id, words: event.source !== 'calls' }));
}

function read(events: readonly HealthEvent[], now = NOW, options: ReadOptions = {}) {
  const log = logged(events);
  const state = rebuildHealth(log, utcDay);
  const reading = readHealth(state, now, options);
  const input = { log, readAt: reading.readAt, dayOf: utcDay, coverage: options.coverage ?? {} };
  return { log, state, reading, input, open: (topic: EvidenceTopic) => evidenceOf(topic, input) };
}

/** Every reason of a log with its sentence and what it opens. */
function reasonsOf(events: readonly HealthEvent[], now: number, options: ReadOptions) {
  const { log, state, reading, open } = read(events, now, options);
  const days = contactDays(log, reading.readAt, utcDay);
  return explainHealth(reading).reasons.flatMap((reason) => {
    const topic = topicOf(reason.term);
    if (topic === null) return [];
    const sentence = reasonSentence(reason, { reading, state, days, dayOf: utcDay });
    return [{ topic, term: reason.term, sentence, reading, state, ...open(topic) }];
  });
}

const daysIn = (events: readonly HealthEvent[]) => new Set(events.map(({ at }) => utcDay(at))).size;
const ages = (events: readonly HealthEvent[]) => events.map(({ at, direction }) => `${direction} ${(NOW - at) / DAY}`);

describe('what a reason rests on', () => {
  it('is never nothing, and nothing that came after the reading', () => {
    fc.assert(
      fc.property(logArbitrary, nowArbitrary, optionsArbitrary, (log, now, options) => {
        for (const { events, reading } of reasonsOf(log, now, options)) {
          expect(events.length).toBeGreaterThan(0);
          expect(events.every(({ at }) => at <= reading.readAt)).toBe(true);
        }
      }),
    );
  });

  it('has as many days as the sentence says', () => {
    let counted = 0;
    fc.assert(
      fc.property(logArbitrary, nowArbitrary, optionsArbitrary, (log, now, options) => {
        for (const { sentence, events, how } of reasonsOf(log, now, options)) {
          const said = /on (?:only )?(\d+) (?:of the last|day)/.exec(sentence)?.[1];
          if (said === undefined) continue;
          counted += 1;
          expect(how).toBe('these');
          expect(daysIn(events), sentence).toBe(Number(said));
          expect(new Set(events.map(({ direction }) => direction)).size).toBe(1);
        }
      }),
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('lies as far back as the silence that is told', () => {
    fc.assert(
      fc.property(logArbitrary, (log) => {
        for (const { topic, sentence, events, state } of reasonsOf(log, NOW, {})) {
          if (topic === 'silence') expect(new Set(events.map(({ at }) => utcDay(at)))).toEqual(new Set([utcDay(state.last ?? 0)]));
          // A year and more is told in months and years.
          const said = /silent for (\d+)(?: days?)?$/.exec(sentence)?.[1];
          if (topic !== 'theirSilence' || said === undefined) continue;
          const theirs = events.filter(({ direction }) => direction === 'in');
          expect(daysIn(theirs)).toBe(1);
          expect(utcDay(NOW) - utcDay(theirs[0]?.at ?? 0)).toBe(Number(said));
        }
      }),
    );
  });

  it.each<[string, HealthEvent[], EvidenceTopic, string, string[]]>([
    ['days of theirs in the last thirty', wrote({ in: [40, 29, 3], out: [2] }), 'theirMonth', 'these', ['in 29', 'in 3']],
    ['nothing in the last thirty: the thirty before their last word', wrote({ in: [90, 50, 45], out: [2] }), 'theirMonth', 'earlier', ['in 50', 'in 45']],
    ['nothing of theirs ever: what the user did', wrote({ out: [50, 2] }), 'theirMonth', 'otherSide', ['out 50', 'out 2']],
    ['days of the user in the last year', wrote({ in: [3], out: [365, 364, 2] }), 'yourYear', 'these', ['out 364', 'out 2']],
    ['the last day of either', wrote({ in: [3], out: [9] }), 'silence', 'these', ['in 3']],
    ['their last word, and what the user wrote since', wrote({ in: [50, 41], out: [49, 30, 11] }), 'theirSilence', 'these', ['in 41', 'out 30', 'out 11']],
    ['all that the user wrote to somebody who never did', wrote({ out: [50, 2] }), 'onlyYou', 'these', ['out 50', 'out 2']],
    ['the days of the last year both ways', wrote({ in: [400, 3], out: [20] }), 'yearOfBoth', 'these', ['out 20', 'in 3']],
  ])('%s', (_, log, topic, how, expected) => {
    const found = read(log).open(topic);
    expect({ how: found.how, ages: ages(found.events) }).toEqual({ how, ages: expected });
  });
});

describe('what a fact rests on', () => {
  it('answers: as many calls and answers as are told', () => {
    fc.assert(
      fc.property(logArbitrary, nowArbitrary, optionsArbitrary, (log, now, options) => {
        const { log: all, reading, input, open } = read(log, now, options);
        const words = all.filter((event) => event.words);
        const { theirs, yours } = replyFacts(words, reading.readAt, input.coverage);
        const count = (topic: EvidenceTopic, side: string) => open(topic).events.filter(({ direction }) => direction === side).length;
        expect([count('theirAnswers', 'out'), count('theirAnswers', 'in')]).toEqual([theirs.calls, theirs.answered]);
        expect([count('yourAnswers', 'in'), count('yourAnswers', 'out')]).toEqual([yours.calls, yours.answered]);
        expect(open('theirMisses').events).toHaveLength(theirs.calls - theirs.answered);
        expect(open('yourMisses').events).toHaveLength(yours.calls - yours.answered);
        expect(open('theirTimes').events).toHaveLength(2 * theirs.answered);
        expect(open('yourTimes').events).toHaveLength(2 * yours.answered);
      }),
    );
  });

  it('the longest gap: the one the folded state has seen, between the days that are opened', () => {
    fc.assert(
      fc.property(logArbitrary, (events) => {
        const { log, state, open } = read(events);
        const gap = longestGap(log, NOW, utcDay);
        expect(Math.max(0.25, gap?.days ?? 0.25)).toBe(state.kIn === 0 ? 0.25 : state.longestInGap);
        const { events: ends } = open('longestGap');
        expect(daysIn(ends)).toBe(gap ? 2 : 0);
        const later = ends.filter(({ at }) => utcDay(at) !== utcDay(ends[0]?.at ?? 0));
        if (gap) expect(((later[0]?.at ?? 0) - (ends[0]?.at ?? 0)) / DAY).toBe(gap.days);
      }),
    );
  });

  it('what waits longest has nothing of the other side after it', () => {
    fc.assert(
      fc.property(logArbitrary, (events) => {
        const { log, open } = read(events);
        const words = log.filter((event) => event.words);
        const oldest = oldestUnanswered(words, NOW);
        const found = open('unanswered').events;
        expect(found[0]).toEqual(oldest ?? undefined);
        expect(new Set(found.map(({ direction }) => direction)).size).toBe(oldest ? 1 : 0);
        const before = oldest ? words[words.indexOf(oldest) - 1] : undefined;
        if (before) expect(before.direction).not.toBe(oldest?.direction);
      }),
    );
  });

  it.each<[EvidenceTopic, string[]]>([
    ['first', ['out 100']],
    ['lastWord', ['in 1']],
    ['unanswered', ['in 4', 'in 1']],
    ['theirAnswers', ['out 100', 'out 60', 'in 58', 'out 20', 'in 18', 'out 10', 'in 4']],
    ['theirMisses', ['out 100']],
    ['theirTimes', ['out 60', 'in 58', 'out 20', 'in 18', 'out 10', 'in 4']],
    ['yourTimes', ['in 18', 'out 10']],
    ['longestGap', ['in 58', 'in 18']],
    ['month', ['out 20', 'in 18', 'out 10', 'in 4', 'in 1']],
  ])('%s', (topic, expected) => {
    expect(ages(read(wrote({ in: [58, 18, 4, 1], out: [100, 60, 20, 10] })).open(topic).events)).toEqual(expected);
  });

  it('every topic can be asked of every log', () => {
    for (const topic of EVIDENCE_TOPICS) expect(read(wrote({ in: every(9, 12) })).open(topic).events).toBeInstanceOf(Array);
  });
});
