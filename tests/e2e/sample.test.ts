/** A newcomer looks around: one press brings invented people in, one takes them out, by keyboard, in a real browser. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, type WatchedPage } from './support';

let browser: Browser;
let server: BuiltServer;
let visitor: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  visitor = await openPage(browser);
  page = visitor.page;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const FIRST_STEPS = 'Bring your people in, and see who is waiting.';

/** Light and dark, wide and on a phone. */
async function isInOrder(path: string): Promise<void> {
  for (const [width, colorScheme] of [[1440, 'light'], [390, 'dark'], [390, 'light']] as const) {
    await page.setViewportSize({ width, height: 850 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path} is wider than ${width} px`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`), `${path} ${colorScheme} ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
}

it('brings the sample in with one press, and shows who waits', async () => {
  await makeOwner(page, server.url);
  await page.goto(`${server.url}/today`, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { name: FIRST_STEPS }).waitFor();
  await isInOrder('/today');
  await page.getByRole('button', { name: 'Look around with a sample community' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Seven people are waiting on you.' }).waitFor({ timeout: 30_000 });
  await page.getByText('Would Thursday of next week work for the recording?').first().waitFor();
  await page.getByText('These are invented people.').waitFor();
});

it('fills People, and stands among the imports', async () => {
  await page.goto(`${server.url}/people`, { waitUntil: 'networkidle' });
  expect(await page.locator('.people-row').count()).toBeGreaterThanOrEqual(50);
  await page.goto(`${server.url}/import`, { waitUntil: 'networkidle' });
  await page.getByRole('region', { name: 'Import of Sample community' }).waitFor();
  await page.getByText('These are invented people.').waitFor();
});

it('says how Kith would have done, with the people behind it', async () => {
  await page.goto(`${server.url}/relationships`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /^Asked as each of the last three months began, Kith would have given \d+ names/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Would Kith have known?' }).waitFor();
  expect(await page.getByRole('list', { name: 'Named, the likeliest first' }).count()).toBe(3);
  await page.getByRole('list', { name: 'Named, the likeliest first' }).first().getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Health' }).waitFor({ state: 'attached' });
});

it.each(['/today', '/people', '/relationships', '/relationships/replay', '/settings', '/import'])('%s with the sample has nothing axe objects to, and fits the window', isInOrder);

it('takes it out with one press, and is empty again', async () => {
  await page.goto(`${server.url}/today`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Remove the sample community' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: FIRST_STEPS }).waitFor({ timeout: 30_000 });
  await page.goto(`${server.url}/import`, { waitUntil: 'networkidle' });
  await page.getByText(/invented people taken out, with everything you tried on them/).waitFor();
  expect(visitor.problems).toEqual([]);
});
