import { describe, expect, it } from 'vitest';
import { HEALTH_STATES, readHealth, rebuildHealth, type HealthEvent, type HealthStateName } from '../../../app/domain/health';
import { sampleCommunity, type SamplePerson } from '../../../app/domain/sample/community';
import { calendarDay, DAY } from '../../../app/lib/dates';

const NOON = Date.UTC(2026, 10, 26, 12);
const CASES = [
  ['noon in UTC', NOON, 'UTC'],
  ['a morning in Lisbon', Date.UTC(2026, 10, 26, 9), 'Europe/Lisbon'],
  ['the night when clocks change', Date.UTC(2027, 2, 28, 0, 40), 'Europe/Lisbon'],
  ['a leap day in Auckland', Date.UTC(2028, 1, 29, 23, 59), 'Pacific/Auckland'],
  ['just after midnight in Los Angeles', Date.UTC(2031, 6, 1, 7, 1), 'America/Los_Angeles'],
  ['an afternoon in Kathmandu', Date.UTC(2029, 8, 9, 10, 20), 'Asia/Kathmandu'],
] as const;

/** Who sells instead of speaking. */
const PITCHING = ['Pipelane Partners', 'Loudlane Media', 'Summit Lane Search'];

function stateOf({ deeds }: SamplePerson, now: number, zone: string): HealthStateName {
  const log = deeds.map((deed): HealthEvent => ({ at: deed.at, direction: deed.by === 'them' ? 'in' : 'out', source: deed.place }));
  const seen = { start: now - 1200 * DAY, end: null, seesIn: true, seesOut: true };
  const coverage = Object.fromEntries(deeds.map(({ place }) => [place, seen]));
  return readHealth(rebuildHealth(log, calendarDay(zone)), now, { coverage }).state;
}

describe.each(CASES)('the sample community at %s', (_, now, zone) => {
  const { people, audience } = sampleCommunity(now, zone);

  it('knows every state, each of at least two people', () => {
    const states = people.map((person) => stateOf(person, now, zone));
    const rare = HEALTH_STATES.filter((state) => states.filter((one) => one === state).length < 2);
    expect(rare).toEqual([]);
  });

  it('lies before now, and goes back for years', () => {
    const times = people.flatMap(({ deeds, notes, since }) => [since, ...deeds.map(({ at }) => at), ...notes.map(({ at }) => at)]);
    expect(Math.max(...times, ...audience.map(({ since }) => since))).toBeLessThan(now);
    expect(now - Math.min(...times)).toBeGreaterThan(2.5 * 365 * DAY);
    expect(times.every(Number.isInteger)).toBe(true);
  });

  it('says nothing twice in one conversation, and nothing empty', () => {
    const repeated = people.flatMap(({ name, deeds }) => {
      const lines = deeds.filter(({ kind }) => kind !== 'meeting' && kind !== 'call' && kind !== 'purchase').flatMap(({ text }) => text ?? []);
      return lines.filter((line, index) => lines.indexOf(line) !== index).map((line) => `${name}: ${line}`);
    });
    expect(repeated).toEqual([]);
    const wordless = people.flatMap(({ deeds }) => deeds.filter(({ kind, text }) => (kind === 'like') !== (text === null) || text?.trim() === ''));
    expect(wordless).toEqual([]);
  });

  it('tells each story in order, an answer after what it answers', () => {
    for (const { name, deeds } of people) {
      const times = deeds.map(({ at }) => at);
      expect(times, name).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('brings somebody new in each of the last six months', () => {
    const firsts = people.map(({ deeds }) => deeds[0]?.at ?? 0);
    const months = [0, 1, 2, 3, 4, 5].map((month) => firsts.filter((at) => now - at > month * 30 * DAY && now - at <= (month + 1) * 30 * DAY).length);
    expect(months.every((count) => count >= 2), months.join(' ')).toBe(true);
  });
});

describe('the sample community', () => {
  const { people, audience } = sampleCommunity(NOON, 'UTC');

  it('is the same every time', () => {
    expect(sampleCommunity(NOON, 'UTC')).toEqual({ people, audience });
  });

  it('has no two people of one name or key, and leaves no noun out', () => {
    const everybody = [...people, ...audience];
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
    expect(new Set(everybody.map(({ key }) => key)).size).toBe(everybody.length);
    expect(people.flatMap(({ deeds }) => deeds).filter(({ text }) => /[{}|]|undefined/.test(text ?? ''))).toEqual([]);
  });

  it('is large enough to fill every page', () => {
    expect(people.length).toBeGreaterThan(100);
    expect(audience.length).toBeGreaterThan(40);
    expect(new Set(people.flatMap(({ deeds }) => deeds.map(({ kind }) => kind)))).toEqual(
      new Set(['message', 'email', 'comment', 'like', 'meeting', 'call', 'purchase']),
    );
    expect(new Set(people.map(({ stage }) => stage))).toEqual(new Set(['follower', 'in_conversation', 'customer', 'advocate']));
    const lines = new Set(people.flatMap(({ deeds }) => deeds.map(({ text }) => text)));
    expect(lines.size).toBeGreaterThan(1_500);
  });

  it('has waits of different lengths, the longest of a few days', () => {
    const waits = people.filter(({ company }) => !PITCHING.includes(company)).flatMap(({ deeds }) =>
      (['linkedin', 'instagram', 'email'] as const).flatMap((there) => {
        const last = deeds.filter(({ kind, place }) => place === there && (kind === 'message' || kind === 'email')).at(-1);
        return last?.by === 'them' ? [(NOON - last.at) / DAY] : [];
      }),
    );
    const recent = waits.filter((days) => days < 90);
    expect(recent.length).toBeGreaterThanOrEqual(5);
    expect(recent.length).toBeLessThanOrEqual(8);
    expect(Math.max(...recent)).toBeLessThan(8);
    expect(waits.filter((days) => days >= 90).length).toBeGreaterThanOrEqual(3);
  });
});
