/** What breaks on our side: a page in Kith's words, inside the frame, and a log line without anybody's words. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../app/lib/log.server';
import type * as TodayQuery from '../../app/queries/today.server';
import type * as TodayUi from '../../app/ui/today/today-page';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

const PRIVATE = 'Leila wrote: meet me at leila@example.com';
const failing = vi.hoisted(() => ({ where: 'nowhere' }));
const fail = vi.hoisted(() => (place: string, words: string) => {
  if (failing.where === place) throw new TypeError(words);
});

vi.mock('../../app/queries/today.server', async (load) => {
  const whole = await load<typeof TodayQuery>();
  return {
    ...whole,
    today: (...input: Parameters<typeof whole.today>) => {
      fail('the loader', PRIVATE);
      return whole.today(...input);
    },
  };
});
vi.mock('../../app/ui/today/today-page', async (load) => {
  const whole = await load<typeof TodayUi>();
  return {
    TodayPage: (props: Parameters<typeof whole.TodayPage>[0]) => {
      fail('the page', PRIVATE);
      return <whole.TodayPage {...props} />;
    },
  };
});

let app: TestApp;
let cookie: string;

beforeEach(async () => {
  await makeOwner(await freshDatabase());
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
});
afterEach(async () => {
  failing.where = 'nowhere';
  vi.restoreAllMocks();
  await app.close();
});

describe.each(['the loader', 'the page'])('where %s fails', (where) => {
  it('says so inside the frame, with a way on, and nothing of the error', async () => {
    failing.where = where;
    const logged = vi.spyOn(log, 'error').mockReturnValue();
    const response = await app.request('/today', { cookie });
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain('Something broke on our side.');
    expect(html).toContain('aria-label="Main"');
    expect(html).not.toContain('leila@example.com');
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).toContain('"reason":"TypeError"');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('Leila');
  });

  it('answers again once it does not', async () => {
    failing.where = where;
    vi.spyOn(log, 'error').mockReturnValue();
    await app.request('/today', { cookie });
    failing.where = 'nowhere';
    const html = await (await app.request('/today', { cookie })).text();
    expect(html).not.toContain('Something broke');
    expect(html.startsWith('<!DOCTYPE html><html')).toBe(true);
    expect(html.match(/streamController\.close\(\)/g)).toHaveLength(1);
  });
});
