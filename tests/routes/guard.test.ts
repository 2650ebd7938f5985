/** Walks the directory board: behind the door, nothing answers without a session, and nobody changes anything from afar. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_ROUTES } from '../../app/http/public-routes';
import { loadRoutes, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let app: TestApp;
beforeAll(async () => {
  await makeOwner(await freshDatabase());
  app = await openApp();
});
afterAll(() => app.close());

const table = (await loadRoutes()).flatMap(({ id, path, module }) => (path === null ? [] : [{ id, path, module }]));
const paths = table.map(({ path }) => path);
const behind = table.filter(({ path }) => !PUBLIC_ROUTES.includes(path));
const closed = behind.map(({ path }) => path);
/** Routes that can be read; the others only take forms and have nothing to show. */
const readable = behind.filter(({ module }) => module.loader !== undefined || module.default !== undefined).map(({ path }) => path);
const opened = (path: string) => path.replace(/:\w+\??/g, 'abc123').replace('*', 'some/where');

/** Redirects to /sign-in by status and header, or inside a single-fetch answer (202 with the place in its body). */
async function leadsToSignIn(response: Response): Promise<boolean> {
  const body = await response.text();
  if (response.status === 202) return body.includes('/sign-in');
  return response.status === 302 && (response.headers.get('location') ?? '').startsWith('/sign-in');
}

/** A route without an action takes no POST at all. */
const takesNoPost = (response: Response) => response.status === 405;

describe('without a session', () => {
  it('knows the whole table, and every public route is in it', () => {
    expect(closed.length).toBeGreaterThan(5);
    expect(PUBLIC_ROUTES.filter((path) => !paths.includes(path))).toEqual([]);
    expect(PUBLIC_ROUTES.length).toBeLessThanOrEqual(3);
  });

  it.each(readable)('GET %s leads to sign-in', async (path) => {
    expect(await leadsToSignIn(await app.request(opened(path)))).toBe(true);
  });

  it.each(readable.filter((path) => path !== '/'))('its data, GET %s.data, leads to sign-in', async (path) => {
    expect(await leadsToSignIn(await app.request(`${opened(path)}.data`))).toBe(true);
  });

  const loaders = behind.filter(({ path, module }) => path !== '/' && module.loader !== undefined);
  it.each(loaders)('a loader asked for alone, without its frame, guards itself: $id', async ({ id, path }) => {
    const response = await app.request(`${opened(path)}.data?_routes=${encodeURIComponent(id)}`);
    expect(await leadsToSignIn(response)).toBe(true);
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
