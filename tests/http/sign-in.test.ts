import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TRIES } from '../../app/db/auth.server';
import type { Sql } from '../../app/db/connection.server';
import { forgetSetupToken, makeSetupToken } from '../../app/http/setup-token.server';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let sql: Sql;
let app: TestApp;
beforeEach(async () => {
  sql = await freshDatabase();
  app = await openApp();
});
afterEach(async () => {
  forgetSetupToken();
  await app.close();
});

const place = (response: Response) => response.headers.get('location');
const signIn = (password: string, email: string = OWNER.email, headers = {}) =>
  app.request('/sign-in', { form: { email, password }, headers });
const count = (table: string) => sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** The sentences of an error on the page, without ids that differ from page to page. */
async function sentence(response: Response): Promise<string> {
  const page = await response.text();
  return /aria-live="polite" class="field-error">.*?<\/svg>(.*?)<\/div>/.exec(page)?.[1] ?? '';
}

describe('the first visit', () => {
  const form = { ...OWNER };

  it.each(['/', '/today', '/sign-in', '/people/abc'])('%s leads to /welcome', async (path) => {
    expect(place(await app.request(path))).toBe('/welcome');
  });

  it('makes owner, workspace and the account for what is logged by hand, and goes on to the import', async () => {
    const response = await app.request('/welcome', { form });
    expect(place(response)).toBe('/import');
    expect((await app.request('/settings', { cookie: cookieFrom(response) })).status).toBe(200);
    expect(sql.prepare('SELECT id, name, timeZone, minutesADay, horizonDays FROM Workspace').all()).toEqual([
      { id: 1, name: 'Loom & Ledger', timeZone: 'Europe/Lisbon', minutesADay: 15, horizonDays: 90 },
    ]);
    expect(sql.prepare('SELECT name, role, theme FROM Teammate').all()).toEqual([{ name: OWNER.name, role: 'owner', theme: 'system' }]);
    expect(sql.prepare('SELECT platform, access FROM OwnAccount').all()).toEqual([{ platform: 'in_person', access: 'by_hand' }]);
    expect(sql.prepare(`SELECT kind || ' ' || direction FROM Coverage WHERE "to" IS NULL ORDER BY 1`).pluck().all()).toEqual([
      'call in', 'call out', 'meeting in', 'meeting out', 'message in', 'message out',
    ]);
  });

  it('keeps no password in the file, only its hash', async () => {
    await app.request('/welcome', { form });
    expect(sql.serialize().includes(OWNER.password)).toBe(false);
  });

  it('happens once', async () => {
    await app.request('/welcome', { form });
    const again = await app.request('/welcome', { form: { ...form, email: 'eve@example.com' } });
    expect(place(again)).toBe('/sign-in');
    expect(place(await app.request('/welcome'))).toBe('/sign-in');
    expect(count('AuthUser')).toBe(1);
  });

  it('happens once even where two come at the same moment', async () => {
    await Promise.all([1, 2, 3].map((n) => app.request('/welcome', { form: { ...form, email: `e${n}@example.com` } })));
    expect([count('AuthUser'), count('Teammate'), count('OwnAccount')]).toEqual([1, 1, 1]);
  });

  it.each([
    ['name', { name: '  ' }, 'Write your name.'],
    ['email', { email: 'ines' }, 'Write your e-mail address, as in ines@example.com.'],
    ['password', { password: 'nine char' }, 'At least 10 characters.'],
    ['workspaceName', { workspaceName: 'x'.repeat(81) }, 'At most 80 characters.'],
  ])('says what is wrong with the %s and writes nothing', async (_, change, words) => {
    const response = await app.request('/welcome', { form: { ...form, ...change } });
    expect(response.status).toBe(400);
    expect(await sentence(response)).toBe(words);
    expect(count('AuthUser')).toBe(0);
  });

  it('does not stop at a time zone it does not know, nor without a workspace name', async () => {
    await app.request('/welcome', { form: { ...form, timeZone: 'Mars/Olympus', workspaceName: '' } });
    expect(sql.prepare('SELECT name, timeZone FROM Workspace').get()).toEqual({ name: 'My people', timeZone: 'UTC' });
  });

  it('never sends a typed password back', async () => {
    const response = await app.request('/welcome', { form: { ...form, email: 'ines' } });
    expect(await response.text()).not.toContain(OWNER.password);
  });

  it('wants the printed word where strangers can reach the server, and takes it once', async () => {
    const token = makeSetupToken();
    for (const wrong of ['', 'guess', `${token}x`, token.slice(1)]) {
      expect((await app.request('/welcome', { form: { ...form, token: wrong } })).status).toBe(403);
    }
    expect(count('AuthUser')).toBe(0);
    expect(await (await app.request(`/welcome?token=${token}`)).text()).toContain(`value="${token}"`);
    expect(place(await app.request('/welcome', { form: { ...form, token } }))).toBe('/import');
    expect(place(await app.request('/welcome', { form: { ...form, token } }))).toBe('/sign-in');
  });
});

describe('signing in', () => {
  beforeEach(() => makeOwner(sql));

  it('leads to where one wanted to go', async () => {
    const form = { email: OWNER.email, password: OWNER.password };
    expect(place(await app.request('/sign-in?to=%2Fpeople%3Fq%3Dleila', { form }))).toBe('/people?q=leila');
    expect(place(await app.request('/sign-in?to=%2F%2Fevil.test', { form }))).toBe('/');
  });

  it('takes the address in any case', async () => {
    expect((await signIn(OWNER.password, 'INES@Example.COM')).status).toBe(302);
  });

  it('sets one cookie that scripts and other sites cannot use', async () => {
    const [cookie, ...more] = (await signIn(OWNER.password)).headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^kith\.session_token=[^;]+;.*; HttpOnly; SameSite=Lax$/);
    expect(cookie).toContain('Max-Age=5184000');
  });

  it('takes a cookie only as it was signed, and only while the session holds', async () => {
    const cookie = cookieFrom(await signIn(OWNER.password));
    const status = async (sent: string) => (await app.request('/settings', { cookie: sent })).status;
    expect(await status(cookie)).toBe(200);
    expect(await status(`other=1; ${cookie}`)).toBe(200);
    expect(await status(cookie.replace(/=./, (start) => (start === '=A' ? '=B' : '=A')))).toBe(302);
    expect(await status(cookie.replace(/\..*$/, ''))).toBe(302);
    sql.prepare('UPDATE AuthSession SET expiresAt = ?').run(Date.now() - 1);
    expect(await status(cookie)).toBe(302);
  });

  it('prolongs a session that is used, once a day', async () => {
    const cookie = cookieFrom(await signIn(OWNER.password));
    expect((await app.request('/settings', { cookie })).headers.getSetCookie()).toEqual([]);
    const soon = Date.now() + 5 * 86_400_000;
    sql.prepare('UPDATE AuthSession SET expiresAt = ?').run(soon);
    const later = await app.request('/settings', { cookie });
    expect(cookieFrom(later)).toBe(cookie);
    expect(sql.prepare('SELECT expiresAt FROM AuthSession').pluck().get()).toBeGreaterThan(soon);
  });

  it('says the same for a wrong password and for an address nobody has', async () => {
    const wrong = await signIn('not this one');
    const unknown = await signIn('not this one', 'eve@example.com');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await sentence(wrong)).toBe('This e-mail and password do not belong together.');
    expect(await sentence(unknown)).toBe('This e-mail and password do not belong together.');
  });

  it('makes who tries too often wait, whatever they call themselves, even with the right password', async () => {
    for (let n = 0; n < TRIES.max; n += 1) {
      const named = { 'x-forwarded-for': `203.0.113.${n}`, 'x-kith-client': `203.0.113.${n}` };
      expect((await signIn(`guess number ${n}`, `e${n}@example.com`, named)).status).toBe(401);
    }
    const late = await signIn(OWNER.password);
    expect(late.status).toBe(429);
    expect(await sentence(late)).toBe('Too many tries from here. Please wait 5 minutes, then try again.');
    expect(late.headers.getSetCookie()).toEqual([]);
    sql.prepare('UPDATE AuthRateLimit SET lastRequest = lastRequest - ?').run(TRIES.windowSeconds * 1_000);
    expect((await signIn(OWNER.password)).status).toBe(302);
  });

  it('refuses a form that is no form', async () => {
    const response = await fetch(`${app.origin}/sign-in`, {
      method: 'POST',
      headers: { origin: app.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `email=${'x'.repeat(1_100_000)}`,
    });
    expect(response.status).toBe(413);
  });
});

describe('who is signed in', () => {
  let cookie: string;
  beforeEach(async () => {
    await makeOwner(sql);
    cookie = cookieFrom(await signIn(OWNER.password));
  });
  const change = (presentPassword: string, newPassword: string, { path = '/settings.data', headers = {} } = {}) =>
    app.request(path, { cookie, headers, form: { part: 'password', presentPassword, newPassword } });

  it('is not asked to sign in again', async () => {
    expect(place(await app.request('/sign-in?to=%2Fpeople', { cookie }))).toBe('/people');
  });

  it('signs out for good', async () => {
    const response = await app.request('/sign-out', { cookie, form: {} });
    expect(place(response)).toBe('/sign-in');
    expect(response.headers.getSetCookie()[0]).toMatch(/^kith\.session_token=;.*Max-Age=0/);
    expect(place(await app.request('/today', { cookie }))).toContain('/sign-in');
    expect(count('AuthSession')).toBe(0);
  });

  it('is not signed out by a link', async () => {
    expect(place(await app.request('/sign-out', { cookie }))).toBe('/today');
    expect(count('AuthSession')).toBe(1);
  });

  it('changes the password: other sessions end, this one goes on', async () => {
    const elsewhere = cookieFrom(await signIn(OWNER.password));
    const response = await change(OWNER.password, 'a longer sentence');
    expect(response.status).toBe(200);
    expect((await app.request('/settings', { cookie: cookieFrom(response) })).status).toBe(200);
    expect((await app.request('/settings', { cookie: elsewhere })).status).toBe(302);
    expect((await signIn(OWNER.password)).status).toBe(401);
    expect((await signIn('a longer sentence')).status).toBe(302);
  });

  it('changes it before scripts have loaded, too', async () => {
    const response = await change(OWNER.password, 'a longer sentence', { path: '/settings', headers: { 'sec-fetch-dest': 'document' } });
    expect(place(response)).toBe('/settings');
    expect((await app.request('/settings', { cookie: cookieFrom(response) })).status).toBe(200);
  });

  it('has to know the present password', async () => {
    const response = await change('not this one', 'a longer sentence');
    expect(response.status).toBe(400);
    expect((await signIn(OWNER.password)).status).toBe(302);
  });

  it('cannot be guessed out of their password either', async () => {
    for (let n = 0; n < TRIES.max; n += 1) await change(`guess number ${n}`, 'a longer sentence');
    expect((await change(OWNER.password, 'a longer sentence')).status).toBe(429);
  });
});
