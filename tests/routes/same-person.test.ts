import { afterEach, beforeEach, expect, it } from 'vitest';
import { samePerson } from '../../app/queries/same-person.server';
import { bring, someone, wrote } from '../factories/bring';
import { furnishHouse, type House } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let house: House;
let app: TestApp;
let cookie: string;

beforeEach(async () => {
  const sql = await freshDatabase();
  await makeOwner(sql);
  house = furnishHouse(sql);
  bring(sql, 'linkedin', wrote(someone('linkedin', 'leila-haddad', { displayName: 'Leila Haddad' })));
  bring(sql, 'email', wrote(someone('email', 'leila.haddad@mail.example', { displayName: 'Leila Haddad' })));
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
}, 60_000);
afterEach(() => app.close());

const pair = () => samePerson(house.sql, 9).pairs[0];
const answer = (what: string, fields: Record<string, string> = {}) =>
  app.request('/people/same/answer', {
    cookie, form: { do: what, left: pair()?.left.identity ?? '', right: pair()?.right.identity ?? '', key: '0123456789abcdef', ...fields },
  });
const page = async (path: string) => (await app.request(path, { cookie })).text();

it('the question stands on its page, beside the imports, and People leads there', async () => {
  expect(await page('/people/same')).toContain('Same name. leila.haddad@mail.example carries the name.');
  expect(await page('/import')).toContain('Perhaps the same person');
  expect(await page('/people')).toContain('Two may be the same person');
});

it('a yes joins, and the other address leads to the one that stays, for ever', async () => {
  const { left, right } = pair() ?? { left: null, right: null };
  const answered = await answer('same');
  expect(await answered.json()).toMatchObject({ problem: null, done: { sentence: 'Leila Haddad and Leila Haddad are one person' } });
  const moved = await app.request(`/people/${right?.contact}`, { cookie });
  expect([moved.status, moved.headers.get('location')]).toEqual([302, `/people/${left?.contact}`]);
  expect(await page('/people/same')).toContain('Nobody looks like somebody else.');
  const shown = await page(`/people/${left?.contact}`);
  expect(shown).toContain('Also known as');
  const split = await app.request(`/people/${left?.contact}/split.data`, { cookie, form: { identity: right?.identity ?? '' } });
  expect(split.status).toBe(200);
  expect((await app.request(`/people/${right?.contact}`, { cookie })).status).toBe(200);
});

it('a no is kept', async () => {
  expect((await answer('different')).status).toBe(200);
  expect(pair()).toBeUndefined();
});

it('refuses what is gone, what is no answer, and strangers', async () => {
  expect((await answer('same', { left: 'nobody' })).status).toBe(409);
  expect((await answer('perhaps')).status).toBe(400);
  expect((await app.request('/people/same/answer', { form: { do: 'same', left: 'a', right: 'b', key: '0123456789abcdef' } })).status).not.toBe(200);
  expect(pair()).toBeDefined();
});
