import { afterEach, beforeEach, expect, it } from 'vitest';
import { everyDays, furnishHouse, makePerson } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let app: TestApp;
let cookie: string;

beforeEach(async () => {
  const sql = await freshDatabase();
  await makeOwner(sql);
  makePerson(furnishHouse(sql), 'Leila Haddad', everyDays(8, 40));
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
});
afterEach(() => app.close());

const get = (path: string) => app.request(path, { cookie });

it('shows everybody, and each mark’s people', async () => {
  const html = await (await get('/relationships')).text();
  expect(html).toContain('Everyone you keep');
  expect(html).toContain('1 person by health and strength of tie.');
  const quarters = await Promise.all(['inner', 'rekindle', 'rest', 'growing'].map(async (area) => (await get(`/relationships/people?area=${area}`)).text()));
  expect(quarters.filter((page) => page.includes('Leila Haddad')).length).toBe(1);
  expect(quarters.filter((page) => page.includes('Nobody at the moment.')).length).toBe(3);
});

it.each(['', '?area=nowhere', '?moved=12.1', '?is=1&was=1', '?cohort=June'])('an address that asks nothing, “%s”, leads to the page', async (search) => {
  const response = await get(`/relationships/people${search}`);
  expect([response.status, response.headers.get('location')]).toEqual([302, '/relationships']);
});

it.each(['?area=inner&after=nonsense', '?reach=1&after='])('a page that cannot begin there, “%s”, is a page all the same', async (search) => {
  expect((await get(`/relationships/people${search}`)).status).toBe(200);
});
