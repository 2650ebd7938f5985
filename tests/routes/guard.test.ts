/** Walks the directory board: behind the door, nothing answers without a session, and nobody changes anything from afar. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_ROUTES } from '../../app/http/public-routes';
import { openApp, routeTable, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let app: TestApp;
beforeAll(async () => {
  await makeOwner(await freshDatabase());
  app = await openApp();
});
afterAll(() => app.close());

const paths = routeTable().flatMap(({ path }) => (path === null ? [] : [path]));
const closed = paths.filter((path) => !PUBLIC_ROUTES.includes(path));
const opened = (path: string) => path.replace(/:\w+\??/g, 'abc123').replace('*', 'some/where');

/** Redirects to /sign-in by status and header, or inside a single-fetch answer (202 with the place in its body). */
async function leadsToSignIn(response: Response): Promise<boolean> {
  const body = await response.text();
  if (response.status === 202) return body.includes('/sign-in');
  return response.status === 302 && (response.headers.get('location') ?? '').startsWith('/sign-in');
}

/** A route without a loader of its own is guarded by its frame; one without an action takes no POST at all. */
const takesNoPost = (response: Response) => response.status === 405;

describe('without a session', () => {
  it('knows the whole table, and every public route is in it', () => {
    expect(closed.length).toBeGreaterThan(5);
    expect(PUBLIC_ROUTES.filter((path) => !paths.includes(path))).toEqual([]);
    expect(PUBLIC_ROUTES.length).toBeLessThanOrEqual(3);
  });

  it.each(closed)('GET %s leads to sign-in', async (path) => {
    expect(await leadsToSignIn(await app.request(opened(path)))).toBe(true);
  });

  it.each(closed.filter((path) => path !== '/'))('its data, GET %s.data, leads to sign-in', async (path) => {
    expect(await leadsToSignIn(await app.request(`${opened(path)}.data`))).toBe(true);
  });

  it.each(closed)('POST %s leads to sign-in', async (path) => {
    const response = await app.request(path === '/' ? '/?index' : opened(path), { form: { name: 'x' } });
    expect(takesNoPost(response) || (await leadsToSignIn(response))).toBe(true);
  });

  it.each(closed.filter((path) => path !== '/'))('POST %s.data leads to sign-in', async (path) => {
    const response = await app.request(`${opened(path)}.data`, { form: { name: 'x' } });
    expect(takesNoPost(response) || (await leadsToSignIn(response))).toBe(true);
  });

  it('leads back to where one wanted to go', async () => {
    const response = await app.request('/people?q=leila');
    expect(response.headers.get('location')).toBe('/sign-in?to=%2Fpeople%3Fq%3Dleila');
  });

  it.each(['kith.session_token=abc', 'kith.session_token=abc.def', 'kith.session_token=%', 'kith.session_token=.'])(
    'takes %s for no session',
    async (cookie) => {
      expect(await leadsToSignIn(await app.request('/today', { cookie }))).toBe(true);
    },
  );
});

describe('from another site', () => {
  it.each(paths)('POST %s is refused', async (path) => {
    const response = await app.request(opened(path), { form: { name: 'x' }, headers: { origin: 'http://evil.test' } });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('another site');
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('%s is refused too', async (method) => {
    expect((await app.request('/settings', { method, headers: { origin: 'null' } })).status).toBe(403);
  });
});
