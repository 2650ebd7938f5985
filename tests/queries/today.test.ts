import { beforeEach, describe, expect, it } from 'vitest';
import { answeredElsewhere } from '../../app/commands/answered-elsewhere.server';
import { closeConversation } from '../../app/commands/close-conversation.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { reopenConversation } from '../../app/commands/reopen-conversation.server';
import { setAway } from '../../app/commands/set-away.server';
import { snoozeConversation } from '../../app/commands/snooze-conversation.server';
import { undo } from '../../app/commands/undo.server';
import { refreshDerived, sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { olderThreads } from '../../app/queries/older-threads.server';
import { person } from '../../app/queries/person.server';
import { today, type TodayView } from '../../app/queries/today.server';
import { countStatements } from '../factories/count-statements';
import { DAY, everyDays, makeConversation, makeHouse, makePerson, NOW, say, type House, type Person, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';

const HOUR = DAY / 24;
let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const context = (now = NOW) => ({ now, zone: 'UTC', horizonDays: 90, minutesADay: 15, teammateId: house.actor.teammateId });
const look = (now = NOW): TodayView => today(house.sql, context(now));
const lookWith = (given: { minutesADay?: number; room?: number; now?: number }): TodayView => today(house.sql, { ...context(given.now), ...given, now: given.now ?? NOW });
const rows = (view = look()) => view.groups.flatMap((group) => group.rows);
const names = (view = look()) => rows(view).map((row) => row.name);

/** Somebody the user had written to, whose last word is this old. */
function waiting(name: string, age: number, text = 'Hello there', before: readonly Said[] = []): Person {
  return makePerson(house, name, [...before, { at: NOW - age - DAY, by: 'you' }, { at: NOW - age, by: 'them', text }]);
}

const pitch = () =>
  makePerson(house, 'Max Grower', [
    { at: NOW - 2 * DAY, by: 'them', text: 'Hi Ines, we help founders like you get 30 qualified leads a month. Book a call: https://calendly.com/max' },
  ]);

describe('who stands on Today', () => {
  it('everybody who wrote last, the longest wait first', () => {
    waiting('One Day', DAY);
    waiting('Five Days', 5 * DAY);
    waiting('An Hour', HOUR);
    expect(names()).toEqual(['Five Days', 'One Day', 'An Hour']);
  });

  it('a close tie before a stranger who waits a little longer, and behind one who waits far longer', () => {
    waiting('Close', 2 * DAY, 'Hello', everyDays(7, 40, { silent: 4 }));
    waiting('Stranger', 3 * DAY);
    waiting('Forgotten', 30 * DAY);
    expect(names()).toEqual(['Forgotten', 'Close', 'Stranger']);
  });

  it.each<[string, Said[]]>([
    ['the user answered', [{ at: NOW - 3 * DAY, by: 'them' }, { at: NOW - 2 * DAY, by: 'you' }]],
    ['nothing was said', []],
    ['only a reaction came back', [{ at: NOW - 3 * DAY, by: 'you' }, { at: NOW - DAY, by: 'them', kind: 'reaction' }]],
    ['the wait is older than the horizon', [{ at: NOW - 95 * DAY, by: 'you' }, { at: NOW - 91 * DAY, by: 'them' }]],
  ])('nobody where %s', (_, said) => {
    makePerson(house, 'Nobody Waits', said);
    expect(names()).toEqual([]);
  });

  it('no first pitch of a stranger, until the user says it is a person', () => {
    const stranger = pitch();
    expect([names(), look().pitches, look().headline]).toEqual([[], 1, 'Nobody is waiting on you.']);
    expect(olderThreads(house.sql, context()).pitches.rows.map((row) => row.name)).toEqual(['Max Grower']);
    reopenConversation(house.sql, house.actor, { conversation: stranger.conversation }, NOW);
    expect([names(), look().pitches]).toEqual([['Max Grower'], 0]);
  });

  it('again after a snooze, and again when they write after done', () => {
    const leila = waiting('Leila Haddad', 4 * DAY);
    const tomorrow = NOW + DAY / 2;
    snoozeConversation(house.sql, house.actor, { conversation: leila.conversation, snooze: { mode: 'date', until: tomorrow }, timeZone: 'UTC' }, NOW);
    expect(names()).toEqual([]);
    sweepDerived(house.sql, tomorrow);
    expect(names(look(tomorrow))).toEqual(['Leila Haddad']);
    closeConversation(house.sql, house.actor, { conversation: leila.conversation, because: 'done' }, tomorrow);
    expect(names(look(tomorrow))).toEqual([]);
    say(house, leila, { at: tomorrow + HOUR, by: 'them', text: 'One more thing' });
    refreshDerived(house.sql, { contacts: new Map([[leila.id, null]]), conversations: [leila.conversationId] }, tomorrow + HOUR);
    expect(rows(look(tomorrow + 2 * HOUR))).toMatchObject([{ name: 'Leila Haddad', line: 'One more thing', wait: '1 h' }]);
  });
});

describe('a row', () => {
  it('says who, where, since when, and their last words in one line', () => {
    const leila = waiting('Leila Haddad', 4 * DAY, 'Bring the sheet.\n\n  So would Thursday work?', everyDays(9, 8, { silent: 8 }));
    expect(rows()).toEqual([
      {
        about: 'turn', id: leila.conversation, waiting: 'waiting 4 days', tone: null,
        conversation: leila.conversation, contact: leila.publicId, name: 'Leila Haddad', platform: 'linkedin',
        state: expect.any(String), line: 'Bring the sheet. So would Thursday work?', lineIsTheirs: true,
        wait: '4 days', since: NOW - 4 * DAY, seenThrough: NOW - 4 * DAY,
        pulse: expect.objectContaining({ width: 120, height: 24, owed: expect.any(Object) }),
      },
    ]);
  });

  it('cuts a long message between words', () => {
    waiting('Long Winded', DAY, 'word '.repeat(5000));
    expect(rows()[0]?.line).toMatch(/^(word ){20,}word…$/);
  });

  it('counts from their first unanswered word, and shows their last', () => {
    makePerson(house, 'Twice', [
      { at: NOW - 9 * DAY, by: 'you' }, { at: NOW - 3 * DAY, by: 'them', text: 'First' }, { at: NOW - DAY, by: 'them', text: 'Second' },
    ]);
    expect(rows()).toMatchObject([{ wait: '3 days', line: 'Second', seenThrough: NOW - DAY }]);
  });
});

describe('the head of the day', () => {
  it('counts people, not conversations', () => {
    const leila = waiting('Leila Haddad', 4 * DAY);
    const second = makeConversation(house, leila.identityId);
    say(house, { ...second, identityId: leila.identityId }, { at: NOW - DAY, by: 'them' });
    refreshDerived(house.sql, { contacts: new Map(), conversations: [second.conversationId] }, NOW);
    expect(look()).toMatchObject({ headline: 'One person is waiting on you.', waiting: 2, date: 'Monday 23 November' });
  });


  it('counts what was done today and not taken back', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => waiting(name, DAY));
    if (!a || !b || !c) throw new Error('The story needs three people.');
    closeConversation(house.sql, house.actor, { conversation: a.conversation, because: 'done' }, NOW - DAY);
    closeConversation(house.sql, house.actor, { conversation: b.conversation, because: 'done' }, NOW);
    const { journalId } = answeredElsewhere(house.sql, house.actor, { conversation: c.conversation, idempotencyKey: 'k' }, NOW);
    expect(look()).toMatchObject({ done: 2, canUndo: true });
    undo(house.sql, house.actor, journalId, NOW);
    expect(look().done).toBe(1);
  });

  it('offers a fresh export from a week on', () => {
    waiting('Leila Haddad', 4 * DAY);
    expect(look(NOW + 7 * DAY).stale).toEqual([]);
    expect(look(NOW + 7 * DAY + 1).stale).toEqual([{ platform: 'linkedin', asOf: '23 Nov' }]);
  });

  it('knows a house in which nobody is known yet', () => {
    expect(look()).toMatchObject({ empty: true, groups: [] });
    makePerson(house, 'Somebody');
    expect(look().empty).toBe(false);
  });
});

describe('the size of the day', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, index) => waiting(`Person ${index}`, DAY + index * HOUR));
  const size = (view: TodayView) => [rows(view).length, view.minutesLeft, view.waiting, view.longer];
  const close = ({ conversation }: Person, at = NOW) => closeConversation(house.sql, house.actor, { conversation, because: 'done' }, at);

  it.each([
    [15, 10, 15, '33 more, waiting up to 2 days'],
    [5, 3, 5, '40 more, waiting up to 2 days'],
    [60, 40, 60, '3 more, waiting up to 1 day'],
    [120, 40, 60, '3 more, waiting up to 1 day'],
  ])('%d minutes hold %d rows of %d minutes: %s', (minutesADay, shown, minutes, rest) => {
    crowd(43);
    const view = lookWith({ minutesADay });
    expect([rows(view).length, view.minutesLeft, view.groups[0]?.total, view.groups[0]?.rest]).toEqual([shown, minutes, 43, rest]);
    expect(view.headline).toBe('43 people are waiting on you.');
  });

  it('is used up by what was done, and ends though others wait; undo gives the room back', () => {
    const people = crowd(13);
    expect(size(look())).toEqual([10, 15, 13, 20]);
    const done = people.slice(0, 10).map((person) => close(person).journalId);
    expect(size(look())).toEqual([0, 0, 3, 20]);
    expect(look()).toMatchObject({ groups: [], headline: 'Three people are waiting on you.' });
    undo(house.sql, house.actor, done[9] ?? null, NOW);
    expect(size(look())).toEqual([1, 2, 4, 20]);
  });

  it('can be made longer, and begins anew tomorrow', () => {
    for (const person of crowd(15).slice(0, 10)) close(person);
    expect(size(lookWith({ room: 20 }))).toEqual([5, 8, 5, null]);
    expect(size(lookWith({ room: 3 }))).toEqual([0, 0, 5, 20]);
    expect(size(look(NOW + DAY))).toEqual([5, 8, 5, null]);
  });

  it('counts a snooze until it ends, and nobody who waits again', () => {
    const [first, second] = crowd(12);
    if (!first || !second) throw new Error('The story needs two people.');
    const until = NOW + HOUR;
    snoozeConversation(house.sql, house.actor, { conversation: first.conversation, snooze: { mode: 'date', until }, timeZone: 'UTC' }, NOW);
    expect(rows().length).toBe(9);
    sweepDerived(house.sql, until);
    expect(rows(look(until)).length).toBe(10);
    close(second);
    expect(rows(look(until)).length).toBe(9);
    say(house, second, { at: until, by: 'them', text: 'One more thing' });
    refreshDerived(house.sql, { contacts: new Map([[second.id, null]]), conversations: [second.conversationId] }, until);
    expect(rows(look(until)).length).toBe(10);
  });

  it('says at its end whom the user answered', () => {
    const [first, ...others] = crowd(12);
    if (!first) throw new Error('The story needs somebody.');
    answeredElsewhere(house.sql, house.actor, { conversation: first.conversation, idempotencyKey: 'k' }, NOW);
    expect(look().changed).toEqual([]);
    for (const person of others.slice(0, 9)) close(person);
    expect(look()).toMatchObject({ waiting: 2, done: 10, changed: [{ name: 'Person 0' }] });
  });
});

describe('older threads', () => {
  it('stand aside, are counted and listed, the newest first', () => {
    waiting('Today', 90 * DAY);
    waiting('Older', 91 * DAY);
    waiting('Oldest', 900 * DAY);
    expect([names(), look().older]).toEqual([['Today'], 2]);
    const { older } = olderThreads(house.sql, context());
    expect([older.rows.map((row) => row.name), older.total]).toEqual([['Older', 'Oldest'], 2]);
  });
});

describe('when nobody waits', () => {
  it('tells whom the user answered today and how their health moved', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
    const fresh = makePerson(house, 'New Face', [{ at: NOW - HOUR, by: 'them' }]);
    for (const person of [leila, fresh]) {
      logInteraction(
        house.sql, house.actor,
        { place: { conversation: person.conversation }, kind: 'message', direction: 'out', text: 'Hi', occurredAt: NOW, precision: 'minute' },
        NOW,
      );
    }
    const { changed } = look();
    expect(changed.map(({ name }) => name)).toEqual(['New Face', 'Leila Haddad']);
    expect(changed[0]?.change).toBeNull();
    expect(changed[1]?.change).toBeGreaterThan(0);
  });

  it('counts from what their page said at midnight: time away is no silence', async () => {
    house = makeHouse(await freshDatabase(), { seenUntil: NOW + 90 * DAY });
    const { publicId, conversation } = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
    setAway(house.sql, house.actor, { contact: publicId, until: NOW + 60 * DAY, timeZone: 'UTC' }, NOW);
    const [midnight, now] = [NOW + 39.5 * DAY, NOW + 40 * DAY];
    const onThePage = (at: number) => {
      const found = person(house.sql, { publicId, show: null, zone: 'UTC', now: at });
      return found?.is === 'person' ? (found.person.health?.health ?? NaN) : NaN;
    };
    const before = onThePage(midnight);
    logInteraction(
      house.sql, house.actor, { place: { conversation }, kind: 'message', direction: 'out', text: 'Hi', occurredAt: now, precision: 'minute' }, now,
    );
    expect(look(now).changed).toMatchObject([{ name: 'Leila Haddad', change: onThePage(now) - before }]);
  });
});

it('asks the same number of questions for one person and for fifty', () => {
  waiting('One', DAY);
  const one = countStatements(house.sql, () => look());
  for (let index = 0; index < 49; index += 1) waiting(`Person ${index}`, DAY);
  expect(countStatements(house.sql, () => look())).toBe(one);
  expect(one).toBeLessThanOrEqual(15);
});
