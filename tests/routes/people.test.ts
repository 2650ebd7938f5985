import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { furnishHouse, makeIdentity, makePerson, type House, type Person } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let house: House;
let app: TestApp;
let cookie: string;
let leila: Person;

beforeEach(async () => {
  const sql = await freshDatabase();
  await makeOwner(sql);
  house = furnishHouse(sql);
  const text = '<b>Hello</b> javascript:alert(1) https://radio.example/a';
  leila = makePerson(house, 'Leila Haddad', [{ at: Date.UTC(2026, 10, 20), by: 'them', text }]);
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
});
afterEach(() => app.close());

const get = (path: string) => app.request(path, { cookie });
const page = async (path: string) => (await get(path)).text();
const post = (path: string, form: Record<string, string>) => app.request(path, { cookie, form });
const one = (query: string) => house.sql.prepare(query).pluck().get();

describe('pages', () => {
  it('a person, with their words as text and only web addresses as links', async () => {
    const html = await page(`/people/${leila.publicId}`);
    expect(html).toContain('&lt;b&gt;Hello&lt;/b&gt; javascript:alert(1)');
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain('<a href="https://radio.example/a" target="_blank" rel="noopener noreferrer nofollow"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('nobody: 404 inside the frame', async () => {
    const response = await get('/people/nobody');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is nothing here.');
  });

  it('somebody who was merged leads on', async () => {
    const twin = makePerson(house, 'L. Haddad');
    house.sql.prepare('UPDATE Contact SET mergedIntoId = ? WHERE id = ?').run(leila.id, twin.id);
    const response = await get(`/people/${twin.publicId}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, `/people/${leila.publicId}`]);
  });

  it.each(['?show=everything', '?show=notes', '?before=x'])('a person with %s in the address', async (search) => {
    expect((await get(`/people/${leila.publicId}${search}`)).status).toBe(200);
  });

  it('what was looked for is text, and an empty look is the list', async () => {
    const html = await page(`/people?q=${encodeURIComponent('<script>"x"')}`);
    expect(html).toContain('&lt;script&gt;&quot;x&quot;');
    expect(html).not.toContain('<script>"x"');
    expect(await page('/people?q=%20')).toContain('Leila Haddad');
    expect((await get(`/people?q=${'x'.repeat(500)}`)).status).toBe(200);
    expect((await get('/people?q=%F0%9F%A6%8A')).status).toBe(200);
  });
});

describe('adding someone', () => {
  const add = (form: Record<string, string>) => post('/people/new', { name: 'Amara Okafor', platform: 'linkedin', ...form });

  it('leads to their page', async () => {
    const response = await add({ email: 'Amara@slowclay.example', profile: 'https://x.com/slowclay', tags: 'ceramics, ,press', howMet: 'A talk' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(new RegExp(`^/people/${String(one(`SELECT publicId FROM Contact WHERE name = 'Amara Okafor'`))}\\?added=`));
    expect(one('SELECT group_concat(name) FROM Tag')).toBe('ceramics,press');
    expect(one(`SELECT count(*) FROM Identity WHERE key IN ('amara@slowclay.example', 'slowclay')`)).toBe(2);
  });

  it.each<[string, Record<string, string>]>([
    ['no name', { name: ' ' }], ['no address', { email: 'amara' }], ['no profile', { profile: 'javascript:alert(1)' }],
    ['a name without end', { name: 'x'.repeat(201) }], ['a platform we do not know', { platform: 'myspace' }],
  ])('with %s: nothing is written', async (_, form) => {
    expect((await add(form)).status).toBe(400);
    expect(one('SELECT count(*) FROM Contact')).toBe(1);
  });

  it('who is there already: says whose it is and leads there', async () => {
    const response = await add({ profile: 'leila-haddad' });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('Leila Haddad’s already.');
    expect(html).toContain(`href="/people/${leila.publicId}"`);
  });
});

describe('changes', () => {
  const about = (form: Record<string, string>) => post(`/people/${leila.publicId}/about.data`, form);
  const entries = (form: Record<string, string>) => post(`/people/${leila.publicId}/entries.data`, form);
  const interactions = () => one(`SELECT count(*) FROM Interaction WHERE origin = 'logged' AND deletedAt IS NULL`);

  it('of what is said about a person', async () => {
    expect((await about({ field: 'headline', value: 'Makes radio' })).status).toBe(200);
    expect((await about({ field: 'stage', value: 'advocate' })).status).toBe(200);
    expect((await about({ field: 'headline', value: '' })).status).toBe(200);
    expect(house.sql.prepare('SELECT name, headline, stage FROM Contact').get()).toEqual({ name: 'Leila Haddad', headline: null, stage: 'advocate' });
  });

  it.each<Record<string, string>>([
    { field: 'name', value: '' }, { field: 'stage', value: 'president' }, { field: 'tag', value: ' ' }, { field: 'everything' },
    { field: 'name', value: 'x'.repeat(201) },
  ])('are refused whole: %o', async (form) => {
    expect((await about(form)).status).toBe(400);
    expect(house.sql.prepare('SELECT name, stage FROM Contact').get()).toEqual({ name: 'Leila Haddad', stage: 'in_conversation' });
  });

  it('log in the workspace’s time zone, once for each key', async () => {
    const log = { do: 'log', as: 'they_said', text: 'On the phone', date: '2026-07-01', time: '09:30', conversation: leila.conversation, key: 'k1' };
    expect((await entries(log)).status).toBe(200);
    await entries(log);
    expect(interactions()).toBe(1);
    // Lisbon is an hour ahead of UTC in July.
    expect(one(`SELECT occurredAt FROM Interaction WHERE origin = 'logged'`)).toBe(Date.UTC(2026, 6, 1, 8, 30));
    expect(one(`SELECT conversationId FROM Interaction WHERE origin = 'logged'`)).toBe(leila.conversationId);
  });

  it('a meeting needs no words and stands with the person', async () => {
    expect((await entries({ do: 'log', as: 'met', text: '', date: '2026-07-01', time: '', conversation: leila.conversation })).status).toBe(200);
    expect(house.sql.prepare(`SELECT kind, conversationId, precision FROM Interaction WHERE origin = 'logged'`).get()).toEqual({
      kind: 'meeting', conversationId: null, precision: 'day',
    });
  });

  it.each<[what: string, form: Record<string, string>]>([
    ['no words', { as: 'they_said', text: '' }],
    ['words of white space', { as: 'they_said', text: '   ' }],
    ['no date', { date: 'yesterday' }],
    ['a date that is none', { date: '2026-02-30' }],
    ['a time that is none', { time: '25:00' }],
    ['a date of antiquity', { date: '0001-01-01' }],
    ['an unknown deed', { as: 'sang' }],
    ['20,001 characters', { text: 'x'.repeat(20_001) }],
  ])('logging %s is refused whole', async (_, form) => {
    const response = await entries({ do: 'log', as: 'you_said', text: 'Hello', date: '2026-07-01', time: '', ...form });
    expect(response.status).toBe(400);
    expect(interactions()).toBe(0);
  });

  it('editing an entry keeps what the form did not change, and says when it is gone', async () => {
    await entries({ do: 'log', as: 'you_said', text: 'Hello', date: '2026-07-01', time: '09:30' });
    const publicId = String(one(`SELECT publicId FROM Interaction WHERE origin = 'logged'`));
    const occurredAt = one(`SELECT occurredAt FROM Interaction WHERE origin = 'logged'`);
    const shown = { date: '2026-07-01', time: '09:30', wasDate: '2026-07-01', wasTime: '09:30', as: 'you_said', wasAs: 'you_said' };
    expect((await entries({ do: 'edit', entry: publicId, text: 'Hello again', ...shown })).status).toBe(200);
    expect(house.sql.prepare(`SELECT occurredAt, version FROM Interaction WHERE publicId = ?`).get(publicId)).toEqual({ occurredAt, version: 2 });
    expect((await entries({ do: 'delete', entry: publicId })).status).toBe(200);
    expect((await entries({ do: 'edit', entry: publicId, text: 'Late', ...shown })).status).toBe(409);
  });

  it('welcome, and undo of the newest', async () => {
    const quiet = makeIdentity(house.sql, { key: 'kwame', displayName: 'Kwame Mensah' });
    const identity = String(house.sql.prepare('SELECT publicId FROM Identity WHERE id = ?').pluck().get(quiet));
    expect((await post('/people/welcome.data', { identity })).status).toBe(200);
    expect(one('SELECT count(*) FROM Contact')).toBe(2);
    expect((await post('/undo.data', { journal: '' })).status).toBe(200);
    expect(one('SELECT count(*) FROM Contact')).toBe(1);
    expect((await post('/people/welcome.data', { identity: 'nobody' })).status).toBe(409);
  });
});
