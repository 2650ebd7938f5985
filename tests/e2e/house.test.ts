/** The built house: how it starts, says where it is, lets its owner in, and stops. */
import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, OWNER } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Runs a server that is expected to give up. */
function failToStart(settings: Record<string, string>) {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: '0', ...settings };
  const { status, stderr } = spawnSync(process.execPath, ['build/server/start.js'], { env, encoding: 'utf8', timeout: 20_000 });
  return { status, said: stderr };
}

describe('the first visit', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startBuiltServer();
  });
  afterAll(() => server.stop());

  it('makes the owner, shows the import, and the owner signs out and in again', async () => {
    const { page, problems } = await openPage(browser, { timezoneId: 'Asia/Tokyo' });
    await page.goto(server.url);
    expect(new URL(page.url()).pathname).toBe('/welcome');
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill('ines@');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Write your e-mail address, as in ines@example.com.').waitFor();
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByText('Write your e-mail address, as in ines@example.com.').waitFor({ state: 'detached' });
    expect(await page.getByLabel('E-mail').getAttribute('aria-invalid')).toBeNull();
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    await makeOwner(page, server.url);

    await page.goto(`${server.url}/settings`, { waitUntil: 'networkidle' });
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');

    await page.goto(`${server.url}/people?q=leila`, { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This e-mail and password do not belong together.').waitFor();
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/people?q=leila');
    // A refused sign-in is answered with 401, which Chromium reports on the console.
    expect(problems.filter((problem) => !problem.includes('401'))).toEqual([]);
    await page.context().close();
  });

  it('keeps settings, and the theme without a reload', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${server.url}/sign-in?to=/settings`, { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/settings');
    await page.getByLabel('Name').fill('Loom & Ledger');
    await page.getByLabel('Minutes a day').fill('25');
    await page.getByRole('region', { name: 'Workspace' }).getByRole('button', { name: 'Save workspace', exact: true }).click();
    await page.getByText('Settings saved').waitFor();
    expect(await page.getByLabel('Minutes a day').inputValue()).toBe('25');
    await page.getByText('Dark', { exact: true }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByLabel('Minutes a day').fill('60');
    await page.getByRole('region', { name: 'Workspace' }).getByRole('button', { name: 'Save workspace', exact: true }).click();
    await page.getByRole('button', { name: /^Undo/ }).last().click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=minutesADay]')?.value === '25');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the server', () => {
  it('answers those who watch it, and serves files whose names carry their content for a year', async () => {
    const server = await startBuiltServer();
    expect(await (await fetch(`${server.url}/health`)).text()).toBe('ok');
    const script = /\/assets\/[\w.-]+\.js/.exec(await (await fetch(`${server.url}/welcome`)).text())?.[0];
    const answer = await fetch(server.url + script);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${server.url}/assets/nothing.js`)).status).toBe(404);
    await server.stop();
  });

  it('prints a word for the first visit where others can reach it, and wants it', async () => {
    const server = await startBuiltServer({ HOST: '0.0.0.0' });
    const link = /open (http\S+\/welcome\?token=\S+)/.exec(server.printed())?.[1] ?? '';
    const { origin, search } = new URL(link);
    const { page, context } = await openPage(browser);
    await page.goto(`${origin}/welcome`, { waitUntil: 'networkidle' });
    await page.getByLabel('Word from the terminal').fill('a guess');
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('This is not the word').waitFor();
    await page.goto(`${origin}/welcome${search}`, { waitUntil: 'networkidle' });
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/import');
    await context.close();
    await server.stop();
  });

  it('says which port is in use, which folder is taken, and which setting is wrong', async () => {
    const server = await startBuiltServer();
    const { port } = new URL(server.url);
    expect(failToStart({ PORT: port, KITH_DATA: `${server.dataFolder}/other` })).toEqual({
      status: 1,
      said: expect.stringMatching(new RegExp(`^Port ${port} is in use\\.`)),
    });
    expect(failToStart({ KITH_DATA: server.dataFolder })).toEqual({ status: 1, said: expect.stringMatching(/^Another Kith is already running/) });
    expect(failToStart({ PORT: 'many', KITH_DATA: server.dataFolder })).toEqual({ status: 1, said: expect.stringMatching(/PORT: /) });
    await server.stop();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s within ten seconds, though a browser keeps its line open', async (signal) => {
    const server = await startBuiltServer();
    await fetch(`${server.url}/health`);
    const begun = Date.now();
    expect(await server.end(signal)).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await server.stop();
  });
});
