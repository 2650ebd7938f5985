import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let sql: Sql;
let app: TestApp;
let cookie: string;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
  // The first of them compiles the whole app.
}, 60_000);
afterEach(() => app.close());

const runs = () => sql.prepare('SELECT status, isSample FROM ImportRun').all();
const jobs = () => sql.prepare('SELECT name FROM Job').pluck().all();

it('queues the sample once, and leads to Today', async () => {
  for (let press = 0; press < 2; press += 1) {
    const answer = await app.request('/sample', { cookie, form: { intent: 'load' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/today']);
  }
  expect(runs()).toEqual([{ status: 'received', isSample: 1 }]);
  expect(jobs()).toEqual(['load-sample']);
});

it('takes it out where it is in, and leads back to where it was asked', async () => {
  await app.request('/sample', { cookie, form: { intent: 'load' } });
  sql.exec(`UPDATE ImportRun SET status = 'finished', finishedAt = 1`);
  const answer = await app.request('/sample', { cookie, form: { intent: 'remove', back: '/import' } });
  expect(answer.headers.get('location')).toBe('/import');
  expect(runs()).toEqual([{ status: 'undoing', isSample: 1 }]);
});

it('needs a session, a form that says what, and a POST', async () => {
  expect((await app.request('/sample', { form: { intent: 'load' } })).headers.get('location')).toMatch(/^\/sign-in/);
  expect((await app.request('/sample', { cookie, form: { intent: 'double' } })).status).toBe(400);
  expect((await app.request('/sample?intent=load', { cookie })).status).toBeGreaterThanOrEqual(400);
  expect((await app.request('/sample', { cookie, form: { intent: 'load' }, headers: { origin: 'https://evil.test' } })).status).toBe(403);
  expect(runs()).toEqual([]);
});

it('never leads elsewhere', async () => {
  const answer = await app.request('/sample', { cookie, form: { intent: 'remove', back: 'https://evil.test' } });
  expect(answer.headers.get('location')).toBe('/today');
});
