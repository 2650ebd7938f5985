import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { furnishHouse, makePerson, type House, type Person } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

const DAY = 86_400_000;
let house: House;
let leila: Person;
let app: TestApp;
let cookie: string;
beforeEach(async () => {
  const sql = await freshDatabase();
  await makeOwner(sql);
  const now = Date.now();
  house = furnishHouse(sql, now);
  leila = makePerson(house, 'Leila Haddad', [
    { at: now - 9 * DAY, by: 'you' }, { at: now - 4 * DAY, by: 'them', text: 'Would <b>Thursday</b> work?' },
  ]);
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
});
afterEach(() => app.close());

const place = () => `/conversations/${leila.conversation}`;
let keys = 0;
const ask = (form: Record<string, string>, path = place()) =>
  app.request(path, { cookie, form: { key: `key-number-${(keys += 1)}`, ...form } });
const turn = () => house.sql.prepare('SELECT turn, quietBecause FROM ConversationState WHERE conversationId = ?').get(leila.conversationId);
const journal = () => house.sql.prepare('SELECT verb FROM JournalEntry ORDER BY id').pluck().all();
const logged = () =>
  house.sql
    .prepare(`SELECT i.direction, i.precision, i.occurredAt, b.text FROM Interaction i LEFT JOIN InteractionBody b ON b.interactionId = i.id WHERE i.origin = 'logged'`)
    .all();

describe('what can be done with a conversation', () => {
  it.each<[string, Record<string, string>, string, string, string | null]>([
    ['done', { do: 'close' }, 'Done with Leila', 'none', 'closed'],
    ['snoozed to tomorrow', { do: 'snooze', until: 'tomorrow' }, 'Leila snoozed until tomorrow', 'none', 'snoozed'],
    ['snoozed until they write', { do: 'snooze', until: 'they_write' }, 'Leila snoozed until they write again', 'none', 'snoozed'],
    ['snoozed to a day', { do: 'snooze', until: 'pick', date: '2099-01-02' }, 'Leila snoozed until 2 Jan 2099', 'none', 'snoozed'],
    ['answered', { do: 'log', mode: 'write', as: 'you_said', text: 'Yes' }, 'Your reply to Leila is logged', 'theirs', null],
    ['answered elsewhere', { do: 'elsewhere' }, 'Answered Leila elsewhere', 'theirs', null],
    ['noted', { do: 'note', text: 'Prefers mornings' }, 'Note about Leila kept', 'yours', null],
    ['written to by them', { do: 'log', mode: 'log', as: 'they_said', text: 'On the phone' }, 'What Leila said is logged', 'yours', null],
  ])('%s, with a sentence and an undo', async (_, form, sentence, after, because) => {
    const response = await ask(form);
    const answer = await response.json();
    expect([response.status, answer]).toEqual([200, { done: { sentence, journalId: expect.any(String) }, problem: null }]);
    expect(turn()).toEqual({ turn: after, quietBecause: because });
    const undone = await (await app.request('/undo', { cookie, form: { journal: answer.done.journalId } })).json();
    expect(undone).toEqual({ undone: { sentence, partly: false, gone: [], conversations: [leila.conversation], contacts: ['log', 'elsewhere'].includes(form['do'] ?? '') ? [leila.publicId] : [] } });
    expect(turn()).toEqual({ turn: 'yours', quietBecause: null });
  });

  it('said earlier keeps its own time, in the workspace’s zone', async () => {
    await ask({ do: 'log', mode: 'log', as: 'you_said', text: 'Yes', date: '2024-07-01', time: '09:30' });
    expect(logged()).toEqual([{ direction: 'out', precision: 'minute', occurredAt: Date.UTC(2024, 6, 1, 8, 30), text: 'Yes' }]);
    await ask({ do: 'log', mode: 'log', as: 'you_said', text: 'No', date: '2024-07-02' });
    expect(logged()).toMatchObject([{}, { precision: 'day', occurredAt: Date.UTC(2024, 6, 2, 11) }]);
  });

  it('happens once, however often the same wish comes', async () => {
    await ask({ do: 'elsewhere', key: 'the-same-key' });
    await ask({ do: 'elsewhere', key: 'the-same-key' });
    expect([journal(), logged().length]).toEqual([['log-interaction'], 1]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}], ['an unknown wish', { do: 'delete' }], ['no key', { do: 'close', key: '' }], ['an empty answer', { do: 'log', mode: 'write', as: 'you_said', text: ' ' }],
    ['an empty note', { do: 'note', text: '' }], ['a snooze to no day', { do: 'snooze', until: 'pick' }], ['a day that is over', { do: 'snooze', until: 'pick', date: '2020-01-01' }],
    ['a day that is none', { do: 'snooze', until: 'pick', date: '2026-02-30' }], ['a time before computers', { do: 'log', mode: 'log', as: 'you_said', text: 'x', date: '0001-01-01' }],
  ])('refuses %s and changes nothing', async (_, form) => {
    expect((await ask(form)).status).toBe(400);
    expect([turn(), journal()]).toEqual([{ turn: 'yours', quietBecause: null }, []]);
  });

  it('says so where the conversation is gone', async () => {
    const response = await ask({ do: 'close' }, '/conversations/nowhere');
    expect([response.status, await response.json()]).toEqual([409, { done: null, problem: 'That conversation is no longer there.' }]);
  });
});

describe('reading it', () => {
  const read = (query = '', path = place()) => app.request(path + query, { cookie });

  it('gives the pane, one whole message, and what was before', async () => {
    const pane = await (await read()).json();
    expect(pane).toMatchObject({ id: leila.conversation, person: { firstName: 'Leila' }, messages: [{}, { text: 'Would <b>Thursday</b> work?' }] });
    const [first, second] = pane.messages;
    expect(await (await read(`?message=${second.id}`)).json()).toEqual({ text: 'Would <b>Thursday</b> work?' });
    expect((await (await read(`?before=${second.id}`)).json()).messages).toMatchObject([{ id: first.id }]);
  });

  it.each([['', '/conversations/nowhere'], ['?message=nowhere', undefined], ['?before=x', '/conversations/nowhere']])('finds nothing at %s %s', async (query, path) => {
    expect((await read(query, path)).status).toBe(404);
  });

  it('shows text as text', async () => {
    const page = await (await app.request('/today', { cookie })).text();
    expect(page).toContain('Would &lt;b&gt;Thursday&lt;/b&gt; work?');
    expect(page).not.toContain('<b>Thursday</b>');
  });

  it('opens any conversation beside the list', async () => {
    const kwame = makePerson(house, 'Kwame Boateng', [{ at: Date.now() - DAY, by: 'you', text: 'An old letter' }]);
    expect(await (await app.request(`/today?open=${kwame.conversation}`, { cookie })).text()).toContain('An old letter');
    expect((await app.request('/today?open=nowhere', { cookie })).status).toBe(200);
  });
});

describe('a draft', () => {
  const keep = (form: Record<string, string>) => app.request(`${place()}/draft`, { cookie, form });

  it('is kept, also when it becomes empty, and comes back with the page', async () => {
    const typedAt = Date.now();
    expect(await (await keep({ mode: 'write', text: 'Thurs', typedAt: String(typedAt) })).json()).toEqual({ conflict: null });
    expect(await (await app.request('/today', { cookie })).text()).toContain('Thurs</textarea>');
    await keep({ mode: 'write', text: '', typedAt: String(typedAt + 1) });
    expect(await (await app.request('/today', { cookie })).text()).not.toContain('Thurs</textarea>');
  });

  it('older than what is there is handed back', async () => {
    const typedAt = Date.now();
    await keep({ mode: 'write', text: 'Newer', typedAt: String(typedAt) });
    const answer = await (await keep({ mode: 'write', text: 'Older', typedAt: String(typedAt - 1000) })).json();
    expect(answer).toEqual({ conflict: { mode: 'write', text: 'Newer', updatedAt: typedAt } });
  });

  it.each([{ mode: 'shout', text: 'x', typedAt: '1' }, { mode: 'write', text: 'x', typedAt: 'now' }, { mode: 'write', text: 'x'.repeat(100_001), typedAt: '1' }])(
    'is refused as %o', async (form) => {
      expect((await keep(form)).status).toBe(400);
    },
  );
});

describe('older threads', () => {
  it('are closed in one go, with one undo', async () => {
    const old = makePerson(house, 'Old Friend', [{ at: Date.now() - 200 * DAY, by: 'them', text: 'Did you get this?' }, { at: Date.now() - 199 * DAY, by: 'you' }, { at: Date.now() - 120 * DAY, by: 'them' }]);
    expect(await (await app.request('/today/older', { cookie })).text()).toContain('Old Friend');
    const response = await app.request('/today/older.data', { cookie, form: { do: 'close-all' } });
    expect(response.status).toBe(200);
    expect(house.sql.prepare('SELECT quietBecause FROM ConversationState WHERE conversationId = ?').pluck().get(old.conversationId)).toBe('closed');
    expect(await (await app.request('/today/older', { cookie })).text()).toContain('Nobody has been waiting that long.');
  });
});
