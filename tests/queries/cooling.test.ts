/** Today's Cooling: who has gone quiet, in which order, how many of them, and that it is said once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeAnnouncement } from '../../app/commands/acknowledge-announcement.server';
import { letRest } from '../../app/commands/let-rest.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { setGaps } from '../../app/commands/set-gaps.server';
import { snoozeConversation } from '../../app/commands/snooze-conversation.server';
import { undo } from '../../app/commands/undo.server';
import { refreshDerived, sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { GoneError } from '../../app/db/transact.server';
import { today } from '../../app/queries/today.server';
import { countStatements } from '../factories/count-statements';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, rebuildAll, say, type House, type Person, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;

/** Seen up to a quarter of a year from now, so that silence goes on. */
beforeEach(async () => {
  house = makeHouse(await freshDatabase(), { seenUntil: NOW + 90 * DAY });
});

const look = (now = NOW, given: { minutesADay?: number; room?: number } = {}) =>
  today(house.sql, { now, zone: 'UTC', horizonDays: 90, minutesADay: 15, teammateId: house.actor.teammateId, ...given });
const group = (key: string, view = look()) => view.groups.find((one) => one.key === key);
const cooling = (view = look()) => group('cooling', view)?.rows.map(({ name }) => name) ?? [];

/** Twelve words of theirs, nine days apart, each answered a day later: the user had the last word. */
function quiet(name: string, silent = 30, count = 12): Person {
  return makePerson(house, name, answered(everyDays(9, count, { silent }), silent));
}

function answered(said: Said[], silent: number): Said[] {
  return [...said, { at: NOW - (silent - 1) * DAY, by: 'you', text: 'My answer' }];
}

const waiting = (name: string) => makePerson(house, name, [{ at: NOW - 3 * DAY, by: 'you' }, { at: NOW - 2 * DAY, by: 'them', text: 'And?' }]);
const seen = (person: Person, now = NOW) => acknowledgeAnnouncement(house.sql, house.actor, { contact: person.publicId }, now);
const write = (person: Person, now = NOW) =>
  logInteraction(
    house.sql, house.actor,
    { place: { conversation: person.conversation }, kind: 'message', direction: 'out', text: 'Hi', occurredAt: now, precision: 'minute' }, now,
  );

describe('a row', () => {
  it('says who has gone quiet, in words of ours, beside their newest conversation', () => {
    const amara = quiet('Amara Okafor');
    expect(group('cooling')?.rows).toMatchObject([
      {
        about: 'quiet', id: amara.publicId, conversation: amara.conversation, contact: amara.publicId, platform: 'linkedin', lineIsTheirs: false,
        line: 'Has gone quiet; usually writes every 9 days, silent for 30', wait: '30 days', waiting: 'silent 30 days', tone: 'amber',
      },
    ]);
    expect(look().headline).toBe('Nobody is waiting on you. One person has gone quiet.');
  });

  it('has no conversation where two only met', () => {
    const ilse = quiet('Ilse Maas');
    house.sql.prepare(`UPDATE Conversation SET kind = 'group' WHERE id = ?`).run(ilse.conversationId);
    expect(group('cooling')?.rows).toMatchObject([{ id: ilse.publicId, conversation: null, seenThrough: null }]);
  });

  it('of a chosen gap and of a rest that is over', () => {
    const ilse = makePerson(house, 'Ilse Maas', [{ at: NOW - 34 * DAY, by: 'you' }]);
    setGaps(house.sql, house.actor, { of: { is: 'person', contact: ilse.publicId }, gap: { idealDays: null, longestDays: 30 } }, NOW);
    expect(group('cooling')?.rows[0]?.line).toBe('34 days since you two were in touch; you want no more than 30');
    letRest(house.sql, house.actor, { contact: ilse.publicId, askAgainAt: NOW + 5 * DAY, timeZone: 'UTC' }, NOW);
    expect(cooling()).toEqual([]);
    sweepDerived(house.sql, NOW + 5 * DAY);
    expect(group('cooling', look(NOW + 5 * DAY))?.rows[0]?.line).toBe('You let Ilse rest until today');
    expect(look(NOW + 5 * DAY).headline).toBe('Nobody is waiting on you. A rest is over.');
    seen(ilse, NOW + 5 * DAY);
    expect(cooling(look(NOW + 5 * DAY))).toEqual([]);
    expect(house.sql.prepare('SELECT restedAt, coolingSeenState FROM Contact WHERE id = ?').get(ilse.id)).toEqual({ restedAt: null, coolingSeenState: 'gap' });
  });
});

describe('who stands there', () => {
  it.each<[string, (person: Person) => void]>([
    ['who wrote meanwhile', (person) => {
      say(house, person, { at: NOW, by: 'them' });
      refreshDerived(house.sql, { contacts: new Map([[person.id, null]]), conversations: [person.conversationId] }, NOW);
    }],
    ['who was written to', write],
    ['who was seen', seen],
    ['who rests', ({ publicId }) => letRest(house.sql, house.actor, { contact: publicId, askAgainAt: null, timeZone: 'UTC' }, NOW)],
    ['who is gone', ({ id }) => house.sql.prepare('UPDATE Contact SET deletedAt = ? WHERE id = ?').run(NOW, id)],
  ])('not %s', (_, happens) => {
    const amara = quiet('Amara Okafor');
    expect(cooling()).toEqual(['Amara Okafor']);
    happens(amara);
    expect(cooling()).toEqual([]);
  });

  it('nobody twice: whoever waits for the user stands in Your turn, and nowhere while that is snoozed', () => {
    const { conversation } = makePerson(house, 'Amara Okafor', everyDays(9, 12, { silent: 25 }));
    expect(look().groups.map(({ key }) => key)).toEqual(['your-turn']);
    snoozeConversation(house.sql, house.actor, { conversation, snooze: { mode: 'they_write' }, timeZone: 'UTC' }, NOW);
    expect(look().groups).toEqual([]);
  });

  it('the closest ties and longest silences first', () => {
    for (const [name, silent, count] of [['Near', 70, 30], ['Far', 25, 5], ['Near, shorter', 62, 30]] as const) quiet(name, silent, count);
    expect(cooling()).toEqual(['Near', 'Near, shorter', 'Far']);
  });

  it('three days after the fall, by the sweep alone, and in rest no more', () => {
    quiet('Amara Okafor', 9);
    const days: number[] = [];
    for (let day = 0; day <= 85; day += 1) {
      while (sweepDerived(house.sql, NOW + day * DAY));
      if (cooling(look(NOW + day * DAY)).length > 0) days.push(day);
    }
    // Silent for nine days at the start; Cooling begins past one and a half of a usual gap of about ten and a half.
    expect(days[0]).toBeGreaterThanOrEqual(9);
    expect(days[0]).toBeLessThanOrEqual(11);
    expect(days).toEqual(Array.from({ length: days.length }, (_, index) => (days[0] ?? 0) + index));
    expect((days.at(-1) ?? 0) + 9).toBeLessThanOrEqual(90);
  });

  it('nothing beyond what the archive shows', async () => {
    house = makeHouse(await freshDatabase(), { seenUntil: NOW - 18 * DAY });
    quiet('Amara Okafor');
    for (const later of [0, 30]) {
      sweepDerived(house.sql, NOW + later * DAY);
      expect(cooling(look(NOW + later * DAY))).toEqual([]);
    }
  });
});

describe('seen', () => {
  it('is said once: not the next day, again when it is worse, and again after they wrote', () => {
    const amara = makePerson(house, 'Amara Okafor', answered(everyDays(12, 6, { silent: 25 }), 25));
    expect(cooling()).toEqual(['Amara Okafor']);
    expect(seen(amara).sentence).toBe('Amara: noted until it changes');
    const said: [number, string][] = [];
    for (let day = 1; day < 65; day += 1) {
      while (sweepDerived(house.sql, NOW + day * DAY));
      const line = group('cooling', look(NOW + day * DAY))?.rows[0]?.line;
      if (line !== undefined) said.push([day, line]);
    }
    expect(said.length).toBeGreaterThan(0);
    expect(said.every(([, line]) => line.startsWith('Is fading'))).toBe(true);
  });

  it('is undone, and leaves derived rows as a rebuild makes them', () => {
    const amara = quiet('Amara Okafor');
    const before = derivedOf(house.sql, amara.id);
    const { journalId } = seen(amara);
    const after = derivedOf(house.sql, amara.id);
    rebuildAll(house.sql, amara.id, NOW);
    expect(derivedOf(house.sql, amara.id)).toEqual(after);
    expect(undo(house.sql, house.actor, journalId, NOW)).toMatchObject({ contacts: [amara.publicId], partly: false });
    expect(derivedOf(house.sql, amara.id)).toEqual(before);
    expect(cooling()).toEqual(['Amara Okafor']);
  });

  it('changes no turn, counts as done, and is refused where there is nothing to see', () => {
    const amara = quiet('Amara Okafor');
    seen(amara);
    expect(look()).toMatchObject({ done: 1, waiting: 0, headline: 'Nobody is waiting on you.' });
    expect(house.sql.prepare('SELECT closedAt FROM Conversation WHERE id = ?').pluck().get(amara.conversationId)).toBeNull();
    expect(() => seen(amara)).toThrow(GoneError);
  });
});

describe('the size of the day', () => {
  const people = (count: number, from = 0) => Array.from({ length: count }, (_, index) => quiet(`Quiet ${from + index}`));
  const sizes = (view = look()) => ['your-turn', 'cooling'].map((key) => group(key, view)?.rows.length ?? 0);

  it('shows five of many, and says that the others can wait', () => {
    people(8);
    expect(sizes()).toEqual([0, 5]);
    expect(group('cooling')).toMatchObject({ total: 8, rest: '3 more can wait' });
    expect(sizes(look(NOW, { room: 20 }))).toEqual([0, 8]);
  });

  it('keeps three places of the day for them, however many wait, and no more once they were used', () => {
    for (let index = 0; index < 12; index += 1) waiting(`Waits ${index}`);
    const [first, second, third] = people(4);
    if (!first || !second || !third) throw new Error('The story needs three people.');
    expect(sizes()).toEqual([7, 3]);
    expect(sizes(look(NOW, { minutesADay: 4 }))).toEqual([2, 1]);
    seen(first);
    expect(sizes()).toEqual([7, 2]);
    write(second);
    expect(sizes()).toEqual([7, 1]);
    letRest(house.sql, house.actor, { contact: third.publicId, askAgainAt: null, timeZone: 'UTC' }, NOW);
    expect(sizes()).toEqual([7, 0]);
    expect(sizes(look(NOW + DAY))[1]).toBe(1);
  });

  it('asks the same number of questions for one person and for five', () => {
    people(1);
    const one = countStatements(house.sql, () => look());
    people(4, 1);
    expect(countStatements(house.sql, () => look())).toBe(one);
    expect(one).toBeLessThanOrEqual(25);
  });
});
