import { beforeEach, describe, expect, it } from 'vitest';
import { answeredElsewhere } from '../../app/commands/answered-elsewhere.server';
import { saveDraft } from '../../app/commands/save-draft.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import { conversationPane, earlierMessages, snoozeChoicesOf, type ConversationPane } from '../../app/queries/conversation.server';
import { wholeMessage } from '../../app/queries/conversation/messages.server';
import { countStatements } from '../factories/count-statements';
import { DAY, everyDays, makeHouse, makePerson, NOW, say, type House, type Person, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const context = (now = NOW) => ({ now, zone: 'UTC', teammateId: house.actor.teammateId });

function pane(person: Person, now = NOW): ConversationPane {
  const found = conversationPane(house.sql, person.conversation, context(now));
  if (!found) throw new Error('There is no such conversation.');
  return found;
}

const many = (count: number): Said[] =>
  Array.from({ length: count }, (_, index) => ({ at: NOW - (count - index) * DAY, by: index % 2 ? 'them' as const : 'you' as const, text: `Word ${index}` }));

describe('the person beside it', () => {
  it('is told in words, with the pulse and how health moved', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 20, { silent: 4 }));
    expect(pane(leila)).toMatchObject({
      id: leila.conversation, platform: 'linkedin', turn: 'yours', seenThrough: NOW - 4 * DAY,
      person: {
        id: leila.publicId, name: 'Leila Haddad', firstName: 'Leila', met: 'first contact Jun 2026',
        wrote: 'Leila wrote 4 days ago.', usually: 'You usually answer within a day.',
        expected: 'Next expected 25 Nov to 4 Dec',
        health: { value: expect.any(Number), change: expect.any(Number), asOf: null },
        pulse: { width: 480, height: 56 },
      },
    });
  });

  it.each([
    ['fewer than three answers', everyDays(9, 3, { silent: 4 })],
    ['no answer ever', everyDays(9, 8, { silent: 4, answered: false })],
  ])('has no usual time for %s', (_, said) => {
    expect(pane(makePerson(house, 'Leila Haddad', said)).person?.usually).toBeNull();
  });

  it('is read as of the last moment that could be seen', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
    expect(pane(leila, NOW + 30 * DAY).person?.health?.asOf).toBe('23 Nov');
  });

  it('has no health before the first word', () => {
    expect(pane(makePerson(house, 'Leila Haddad')).person).toMatchObject({ health: null, pulse: null, met: null, wrote: null });
  });
});

describe('what was said', () => {
  it('stands oldest first, with who and when', () => {
    const leila = makePerson(house, 'Leila Haddad', [
      { at: NOW - 11 * DAY, by: 'you', text: 'Thank you' }, { at: NOW - 4 * DAY, by: 'them', text: 'Bring the sheet' },
    ]);
    expect(pane(leila).messages).toMatchObject([
      { side: 'you', sender: 'You', text: 'Thank you', day: 'Thu 12 Nov', moment: '12 November 2026, 12:00' },
      { side: 'them', sender: 'Leila', text: 'Bring the sheet', day: 'Thu 19 Nov' },
    ]);
  });

  it('comes fifty at a time, and says what is before', () => {
    const leila = makePerson(house, 'Leila Haddad', many(131));
    const first = pane(leila);
    expect([first.messages[0]?.text, first.messages.at(-1)?.text, first.messages.length]).toEqual(['Word 81', 'Word 130', 50]);
    expect(first.earlier).toMatchObject({ count: 81, since: 'Jul 2026' });
    const second = earlierMessages(house.sql, leila.conversation, first.earlier?.before ?? '', context());
    expect([second?.messages[0]?.text, second?.messages.at(-1)?.text, second?.earlier?.count]).toEqual(['Word 31', 'Word 80', 31]);
    const last = earlierMessages(house.sql, leila.conversation, second?.earlier?.before ?? '', context());
    expect([last?.messages.length, last?.earlier]).toEqual([31, null]);
  });

  it('keeps those of one instant apart', () => {
    const leila = makePerson(house, 'Leila Haddad', Array.from({ length: 120 }, (_, index) => ({ at: NOW - DAY, by: 'them' as const, text: `Word ${index}` })));
    const first = pane(leila);
    const second = earlierMessages(house.sql, leila.conversation, first.earlier?.before ?? '', context());
    expect(new Set([...first.messages, ...(second?.messages ?? [])].map(({ id }) => id)).size).toBe(100);
  });

  it('shows the beginning of a huge message, and all of it when asked', () => {
    const text = 'x'.repeat(1_000_000);
    const leila = makePerson(house, 'Leila Haddad', [{ at: NOW - DAY, by: 'them', text }]);
    const [message] = pane(leila).messages;
    expect([message?.text?.length, message?.length]).toEqual([4_000, 1_000_000]);
    expect(wholeMessage(house.sql, leila.conversation, message?.id ?? '')).toBe(text);
    expect(wholeMessage(house.sql, 'another conversation', message?.id ?? '')).toBeNull();
  });

  it('names an answer given elsewhere without words', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
    answeredElsewhere(house.sql, house.actor, { conversation: leila.conversation, idempotencyKey: 'k' }, NOW);
    expect(pane(leila)).toMatchObject({ turn: 'theirs', person: { wrote: null } });
    expect(pane(leila).messages.at(-1)).toMatchObject({ side: 'you', sender: 'Ines', text: null, logged: true });
  });
});

it('brings the draft of the one who asks, and of nobody else', () => {
  const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
  saveDraft(house.sql, house.actor.teammateId, { conversation: leila.conversation, mode: 'log', text: 'Said yes', typedAt: NOW }, NOW);
  expect(pane(leila).draft).toEqual({ mode: 'log', text: 'Said yes', updatedAt: NOW });
  expect(conversationPane(house.sql, leila.conversation, { ...context(), teammateId: 999 })?.draft).toBeNull();
});

it('offers when to see it again', () => {
  const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
  expect(pane(leila).snooze.map(({ label, note }) => [label, note])).toEqual([
    ['This afternoon', '16:00'], ['Tomorrow', 'Tue 24 Nov'], ['When their rhythm says', '25 Nov'], ['They write again', null], ['Pick a date', null],
  ]);
  expect(snoozeChoicesOf(house.sql, leila.conversation, context())?.map(({ key }) => key)).toEqual(pane(leila).snooze.map(({ key }) => key));
});

it.each([
  ['https://www.linkedin.com/messaging/thread/2-abc/', true],
  ['javascript:alert(1)', false],
  [null, false],
])('opens %s: %s', (url, opens) => {
  const leila = makePerson(house, 'Leila Haddad', everyDays(9, 8));
  house.sql.prepare('UPDATE Conversation SET nativeUrl = ? WHERE id = ?').run(url, leila.conversationId);
  expect(pane(leila).nativeUrl).toBe(opens ? url : null);
});

it('knows nothing of a conversation that is not there', () => {
  expect(conversationPane(house.sql, 'nowhere', context())).toBeNull();
  expect(earlierMessages(house.sql, 'nowhere', 'x', context())).toBeNull();
  expect(snoozeChoicesOf(house.sql, 'nowhere', context())).toBeNull();
});

it('asks the same number of questions for a short and a long conversation', () => {
  const short = makePerson(house, 'Short', many(4));
  const long = makePerson(house, 'Long', many(49));
  say(house, long, { at: NOW, by: 'them' });
  refreshDerived(house.sql, { contacts: new Map([[long.id, null]]), conversations: [long.conversationId] }, NOW);
  expect(countStatements(house.sql, () => pane(long))).toBe(countStatements(house.sql, () => pane(short)));
});
