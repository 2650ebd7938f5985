import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
});
afterEach(() => app.close());

const workspace = () => sql.prepare('SELECT name, timeZone, minutesADay, version FROM Workspace').get();
const save = (changes: Record<string, string>) =>
  app.request('/settings', { cookie, form: { part: 'workspace', name: 'Atelier', timeZone: 'Asia/Tokyo', minutesADay: '30', ...changes } });

describe('settings of the workspace', () => {
  it('are saved, with their inverse in the journal', async () => {
    expect((await save({})).status).toBe(200);
    expect(workspace()).toEqual({ name: 'Atelier', timeZone: 'Asia/Tokyo', minutesADay: 30, version: 2 });
    expect(sql.prepare('SELECT verb FROM JournalEntry').pluck().all()).toEqual(['save-workspace']);
  });

  it.each<Record<string, string>>([
    { minutesADay: '4' }, { minutesADay: '121' }, { minutesADay: '15.5' }, { minutesADay: 'many' }, { minutesADay: '' },
    { timeZone: 'Mars/Olympus' }, { timeZone: '' }, { name: ' ' }, { name: 'x'.repeat(81) }, { part: 'everything' },
  ])('stay as they are with %o', async (changes) => {
    expect((await save(changes)).status).toBe(400);
    expect(workspace()).toEqual({ name: 'Loom & Ledger', timeZone: 'Europe/Lisbon', minutesADay: 15, version: 1 });
  });

  it.each(['5', '120'])('take %s minutes a day', async (minutesADay) => {
    expect((await save({ minutesADay })).status).toBe(200);
  });
});

describe('what saves', () => {
  it('is told apart by its name, whoever hears it', async () => {
    sql.prepare(`INSERT INTO Tag (publicId, name) VALUES ('tag1', 'ceramics')`).run();
    const page = await (await app.request('/settings', { cookie })).text();
    const names = [...page.matchAll(/<button[^>]* type="submit"[^>]*>([^]*?)<\/button>|<button type="submit"[^>]*>([^]*?)<\/button>/g)]
      .map(([, one, other]) => (one ?? other ?? '').replaceAll(/<[^>]*>/g, ''))
      .filter((name) => name.startsWith('Save'));
    expect(names.length).toBeGreaterThan(3);
    expect(names).toEqual(expect.arrayContaining(['Save workspace', 'Save Customer', 'Save ceramics']));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the theme', () => {
  const theme = () => sql.prepare('SELECT theme FROM Teammate').pluck().get();
  const choose = (value: string, { path = '/settings/theme.data', headers = {} } = {}) => app.request(path, { cookie, form: { theme: value }, headers });

  it('is kept and painted on every page behind the door', async () => {
    await choose('dark');
    expect(theme()).toBe('dark');
    expect(await (await app.request('/settings', { cookie })).text()).toContain('<html lang="en" data-theme="dark">');
  });

  it('is one of three', async () => {
    await choose('neon');
    expect(theme()).toBe('system');
  });

  it('leads back to the page where scripts have not loaded, and never elsewhere', async () => {
    const from = (referer: string) => choose('light', { path: '/settings/theme', headers: { 'sec-fetch-dest': 'document', referer } });
    expect((await from(`${app.origin}/people?q=x`)).headers.get('location')).toBe('/people?q=x');
    expect((await from('https://evil.test//evil.test')).headers.get('location')).toBe('/settings');
  });
});

describe('a page that is not there', () => {
  it('keeps its status and says so', async () => {
    const response = await app.request('/nowhere', { cookie });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is nothing here.');
  });

  it('is kept by nobody on the way, and lets only its own scripts run', async () => {
    const response = await app.request('/settings', { cookie });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  });
});
