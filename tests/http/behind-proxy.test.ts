/** With KITH_URL set, a proxy that speaks HTTPS stands in front and says who called. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TRIES } from '../../app/db/auth.server';
import { openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

// Before anything reads the environment: imports run after this.
vi.hoisted(() => {
  process.env['KITH_URL'] = 'https://kith.example.com/';
});

let app: TestApp;
beforeEach(async () => {
  await makeOwner(await freshDatabase());
  app = await openApp();
});
afterEach(() => app.close());

const PROXY = { origin: 'https://kith.example.com', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'kith.example.com' };
const signIn = (password: string, headers: Record<string, string>) =>
  app.request('/sign-in', { form: { email: OWNER.email, password }, headers });

it('sends cookies over HTTPS only, and asks browsers to stay there', async () => {
  const response = await signIn(OWNER.password, PROXY);
  expect(response.status).toBe(302);
  expect(response.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

it('takes its public address for its own, and no other', async () => {
  expect((await signIn(OWNER.password, { ...PROXY, origin: 'https://kith.example.com.evil.test' })).status).toBe(403);
});

it('counts tries by the caller that the proxy names', async () => {
  for (let n = 0; n < TRIES.max; n += 1) await signIn('not this one', { ...PROXY, 'x-forwarded-for': `203.0.113.${n}, 198.51.100.7` });
  expect((await signIn(OWNER.password, { ...PROXY, 'x-forwarded-for': '198.51.100.7' })).status).toBe(429);
  expect((await signIn(OWNER.password, { ...PROXY, 'x-forwarded-for': '198.51.100.8' })).status).toBe(302);
});
