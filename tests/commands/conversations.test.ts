import { beforeEach, describe, expect, it } from 'vitest';
import { answeredElsewhere } from '../../app/commands/answered-elsewhere.server';
import { closeConversation } from '../../app/commands/close-conversation.server';
import { closeOlderThreads } from '../../app/commands/close-older-threads.server';
import { reopenConversation } from '../../app/commands/reopen-conversation.server';
import { snoozeConversation, type SnoozeInput } from '../../app/commands/snooze-conversation.server';
import { undo } from '../../app/commands/undo.server';
import { refreshDerived, sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { GoneError } from '../../app/db/transact.server';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, say, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

const HOUR = DAY / 24;
let house: House;
let leila: Person;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
});

interface Seen {
  turn: string;
  turnSince: number | null;
  quietBecause: string | null;
}

const seen = (person = leila) =>
  house.sql.prepare<[number], Seen>('SELECT turn, turnSince, quietBecause FROM ConversationState WHERE conversationId = ?').get(person.conversationId);

/** They write, and an import brings it in. */
function theyWrite(at: number, person = leila, text = 'And another thing') {
  say(house, person, { at, by: 'them', text });
  refreshDerived(house.sql, { contacts: new Map([[person.id, null]]), conversations: [person.conversationId] }, at + 1);
}

const close = (extra: { seenThrough?: number; idempotencyKey?: string } = {}) =>
  closeConversation(house.sql, house.actor, { conversation: leila.conversation, because: 'done', ...extra }, NOW);
const snooze = (choice: SnoozeInput['snooze']) =>
  snoozeConversation(house.sql, house.actor, { conversation: leila.conversation, snooze: choice, timeZone: 'UTC' }, NOW);

describe('done', () => {
  it('ends their wait and says with whom', () => {
    expect(seen()?.turn).toBe('yours');
    expect(close().sentence).toBe('Done with Leila');
    expect(seen()).toMatchObject({ turn: 'none', quietBecause: 'closed' });
  });

  it('holds until they write again, whenever that is imported', () => {
    close();
    theyWrite(NOW + HOUR);
    expect(seen()).toMatchObject({ turn: 'yours', turnSince: NOW + HOUR });
  });

  it('does not end a wait whose word was not on screen', () => {
    theyWrite(NOW - HOUR);
    close({ seenThrough: NOW - 4 * DAY });
    expect(seen()).toMatchObject({ turn: 'yours', turnSince: NOW - HOUR });
  });

  it('happens once, however often the request comes', () => {
    expect(close({ idempotencyKey: 'press-1' }).journalId).not.toBeNull();
    expect(close({ idempotencyKey: 'press-1' }).journalId).toBeNull();
    expect(house.sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get()).toBe(1);
  });

  it('is undone', () => {
    const before = seen();
    const { journalId } = close();
    expect(undo(house.sql, house.actor, journalId, NOW)).toEqual({
      sentence: 'Done with Leila', partly: false, gone: [], contacts: [], conversations: [leila.conversation],
    });
    expect(seen()).toEqual(before);
  });

  it('knows when the conversation is gone', () => {
    expect(() => closeConversation(house.sql, house.actor, { conversation: 'nowhere', because: 'done' }, NOW)).toThrow(GoneError);
  });
});

describe('snooze', () => {
  it.each<[string, SnoozeInput['snooze'], string]>([
    ['to this afternoon', { mode: 'date', until: NOW + 4 * HOUR }, 'this afternoon'],
    ['to tomorrow', { mode: 'date', until: NOW + 12 * HOUR }, 'tomorrow'],
    ['to a day', { mode: 'date', until: NOW + 8 * DAY }, '1 Dec'],
    ['to their rhythm', { mode: 'rhythm', until: NOW + 3 * DAY }, '26 Nov'],
    ['until they write', { mode: 'they_write' }, 'they write again'],
  ])('%s is said in words', (_, choice, words) => {
    expect(snooze(choice).sentence).toBe(`Leila snoozed until ${words}`);
    expect(seen()).toMatchObject({ turn: 'none', quietBecause: 'snoozed' });
  });

  it('ends at its moment, when the sweep comes by', () => {
    snooze({ mode: 'date', until: NOW + DAY });
    sweepDerived(house.sql, NOW + DAY - 1);
    expect(seen()?.quietBecause).toBe('snoozed');
    sweepDerived(house.sql, NOW + DAY);
    expect(seen()).toMatchObject({ turn: 'yours', turnSince: NOW - 4 * DAY });
  });

  it('ends when they write, whatever was chosen', () => {
    snooze({ mode: 'date', until: NOW + 30 * DAY });
    theyWrite(NOW + HOUR);
    expect(seen()?.turn).toBe('yours');
  });

  it('until they write has no other end', () => {
    snooze({ mode: 'they_write' });
    sweepDerived(house.sql, NOW + 1000 * DAY);
    expect(seen()?.quietBecause).toBe('snoozed');
  });

  it('never ends in the past', () => {
    expect(() => snooze({ mode: 'date', until: NOW })).toThrow(RangeError);
    expect(seen()?.turn).toBe('yours');
  });

  it('is undone', () => {
    const before = seen();
    undo(house.sql, house.actor, snooze({ mode: 'they_write' }).journalId, NOW);
    expect(seen()).toEqual(before);
  });
});

describe('back on Today', () => {
  const reopen = (person = leila) => reopenConversation(house.sql, house.actor, { conversation: person.conversation }, NOW);

  it.each([
    ['closed', () => close()],
    ['snoozed', () => snooze({ mode: 'they_write' })],
    ['both', () => [snooze({ mode: 'they_write' }), close()]],
  ])('from %s', (_, before) => {
    const wait = seen();
    before();
    reopen();
    expect(seen()).toEqual(wait);
  });

  it('a pitch that is a person stays one when it is closed and they write again', () => {
    const pitch = makePerson(house, 'Max Grower', [
      { at: NOW - 2 * DAY, by: 'them', text: 'Hi Ines, we help founders like you get 30 qualified leads a month. Book a call: https://calendly.com/max' },
    ]);
    expect(seen(pitch)).toMatchObject({ turn: 'none', quietBecause: 'cold_pitch' });
    reopen(pitch);
    expect(seen(pitch)).toMatchObject({ turn: 'yours', turnSince: NOW - 2 * DAY });
    closeConversation(house.sql, house.actor, { conversation: pitch.conversation, because: 'no_reply_needed' }, NOW);
    theyWrite(NOW + DAY, pitch, 'Any thoughts on booking that call?');
    expect(seen(pitch)).toMatchObject({ turn: 'yours', turnSince: NOW + DAY });
  });
});

describe('answered elsewhere', () => {
  const answer = () => answeredElsewhere(house.sql, house.actor, { conversation: leila.conversation, idempotencyKey: 'key-1' }, NOW);

  it('logs an answer without words: turn, rhythm and health follow', () => {
    const before = derivedOf(house.sql, leila.id);
    expect(answer().sentence).toBe('Answered Leila elsewhere');
    expect(seen()?.turn).toBe('theirs');
    expect(derivedOf(house.sql, leila.id).events).toHaveLength(before.events.length + 1);
    expect(house.sql.prepare(`SELECT count(*) FROM Interaction i JOIN InteractionBody b ON b.interactionId = i.id WHERE i.origin = 'logged'`).pluck().get()).toBe(0);
  });

  it('logs once for one key', () => {
    answer();
    expect(answer()).toMatchObject({ result: null, journalId: null });
    expect(house.sql.prepare(`SELECT count(*) FROM Interaction WHERE origin = 'logged'`).pluck().get()).toBe(1);
  });

  it('is undone, with everything derived', () => {
    const before = derivedOf(house.sql, leila.id);
    undo(house.sql, house.actor, answer().journalId, NOW);
    expect(derivedOf(house.sql, leila.id)).toEqual(before);
  });
});

describe('closing all older threads', () => {
  const HORIZON = { horizonDays: 90 };
  let older: Person[];
  beforeEach(() => {
    older = [91, 200, 1500].map((days) => makePerson(house, `Older ${days}`, [
      { at: NOW - (days + 1) * DAY, by: 'you' },
      { at: NOW - days * DAY, by: 'them', text: 'Did you get this?' },
    ]));
  });

  it('closes what is older than the horizon and nothing else', () => {
    const recent = makePerson(house, 'Recent', [{ at: NOW - 91 * DAY, by: 'you' }, { at: NOW - 90 * DAY, by: 'them' }]);
    expect(closeOlderThreads(house.sql, house.actor, HORIZON, NOW)).toMatchObject({ result: 3, sentence: '3 older threads closed' });
    expect(older.map((one) => seen(one)?.quietBecause)).toEqual(['closed', 'closed', 'closed']);
    expect([seen(recent)?.turn, seen(leila)?.turn]).toEqual(['yours', 'yours']);
  });

  it('is one undo', () => {
    const before = older.map((one) => seen(one));
    const { journalId } = closeOlderThreads(house.sql, house.actor, HORIZON, NOW);
    expect(undo(house.sql, house.actor, journalId, NOW)).toMatchObject({ partly: false });
    expect(older.map((one) => seen(one))).toEqual(before);
  });

  it('leaves those open that were changed since, and says so', () => {
    const { journalId } = closeOlderThreads(house.sql, house.actor, HORIZON, NOW);
    const [first, second] = older;
    if (!first || !second) throw new Error('The story needs older threads.');
    reopenConversation(house.sql, house.actor, { conversation: first.conversation }, NOW);
    closeConversation(house.sql, house.actor, { conversation: first.conversation, because: 'done' }, NOW);
    expect(undo(house.sql, house.actor, journalId, NOW)).toMatchObject({ partly: true });
    expect([seen(first)?.quietBecause, seen(second)?.turn]).toEqual(['closed', 'yours']);
  });
});
