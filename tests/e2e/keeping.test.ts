/** Keeping somebody, by keyboard in a real browser: two gaps, rest, time away, and each of them taken back. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recentExport } from '../fixtures/linkedin/recent';
import { removeFolders } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, type WatchedPage } from './support';

let browser: Browser;
let server: BuiltServer;
let watched: WatchedPage;
let page: Page;
/** Leila's page. */
let leila: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  watched = await openPage(browser);
  page = watched.page;
  await makeOwner(page, server.url);
  await page.getByLabel('Archives to bring in').setInputFiles(await recentExport(Date.now()));
  await page.getByRole('heading', { name: 'Everything is in.' }).waitFor({ timeout: 30_000 });
  await go('/people?q=leila');
  await page.getByRole('link', { name: 'Leila Haddad' }).first().click();
  await page.waitForURL('**/people/*');
  leila = new URL(page.url()).pathname;
}, 90_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolders();
});

const go = (path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
const section = () => page.getByRole('region', { name: 'Keeping in touch' });
const waiting = (number: string) => page.getByRole('heading', { name: `${number} people are waiting on you.` }).waitFor();
/** A day in the browser's own calendar, as a date field has it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function objections(): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

describe('how often', () => {
  it.each([1440, 390])('its button covers no word of the line before it: %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await go(leila);
    const [words, button] = await section().locator('.keeping-wish').evaluate((wish) => {
      const range = document.createRange();
      range.selectNodeContents(wish.querySelector('p') ?? wish);
      return [range, wish.querySelector('button') ?? wish].map((part) => part.getBoundingClientRect().toJSON());
    });
    expect(button.left >= words.right || button.top >= words.bottom).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('is set in days, with what is wrong said at its field', async () => {
    await go(leila);
    await section().getByRole('button', { name: 'Set how often' }).press('Enter');
    await section().getByLabel('Ideally every, days').fill('30');
    await section().getByLabel('At most, days').fill('14');
    await page.keyboard.press('Enter');
    await section().getByText('The longest gap is shorter than the ideal one.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('longestDays');
    expect(await objections()).toEqual([]);
    await page.keyboard.press('Escape');
    await section().getByRole('button', { name: 'Set how often' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(leila);
  });

  it('is chosen by a preset, stands beside the rhythm, and is undone by U', async () => {
    await section().getByRole('button', { name: 'Set how often' }).click();
    await section().getByRole('button', { name: 'Every 2 weeks' }).click();
    await section().getByRole('button', { name: 'Save' }).press('Enter');
    await section().getByText('You want every 14 days, 30 at most').waitFor();
    await page.getByText('Leila: every 14 days, 30 at most').first().waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
    await page.keyboard.press('u');
    await section().getByText('By their own rhythm.').waitFor();
  });

  it('is set for a stage in the settings, and says on the page whose wish it is', async () => {
    await go('/settings');
    const ideal = page.getByLabel('In conversation: ideally every, days');
    await ideal.fill('21');
    await ideal.press('Enter');
    await page.getByText('Stage In conversation: every 21 days').first().waitFor();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 850 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      expect(await objections()).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await go(leila);
    await section().getByText('You want every 21 days').waitFor();
    await section().getByRole('link', { name: 'from the stage In conversation' }).waitFor();
  });
});

describe('rest', () => {
  it('begins with S and a number, takes them off Today, and ends with B', async () => {
    await go('/today');
    await waiting('Four');
    await go(leila);
    await page.keyboard.press('s');
    await page.getByRole('menu', { name: /Let rest/ }).waitFor();
    await page.keyboard.press('3');
    await page.getByText(/^Resting until \d/).first().waitFor();
    expect(await objections()).toEqual([]);
    await go('/today');
    await waiting('Three');
    await go(leila);
    await page.keyboard.press('b');
    await page.getByText('Leila stopped resting').first().waitFor();
    await page.getByText(/^Resting until/).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByText(/^Resting until \d/).first().waitFor();
    await page.getByRole('button', { name: /^Stop resting/ }).click();
    await page.getByText(/^Resting until/).waitFor({ state: 'detached' });
  });
});

describe('time away', () => {
  it('ends on a day to come, or when they are back', async () => {
    await go(leila);
    await section().getByRole('button', { name: 'Away until…' }).press('Enter');
    await page.getByLabel('Day', { exact: true }).fill(dayIn(-3));
    await page.keyboard.press('Enter');
    await page.getByText('Pick a day after today.').waitFor();
    await page.getByLabel('Day', { exact: true }).fill(dayIn(30));
    await page.keyboard.press('Enter');
    await page.getByText(/^Away until \d/).first().waitFor();
    await page.keyboard.press('b');
    await page.getByText('Leila is back').first().waitFor();
    await page.getByText(/^Away until \d/).waitFor({ state: 'detached' });
  });

  it('and rest fit a phone in the dark, and axe has nothing against them', async () => {
    await page.setViewportSize({ width: 390, height: 850 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await go(leila);
    await section().getByRole('button', { name: /^Let rest/ }).click();
    await page.getByRole('menuitem', { name: /Until I say otherwise/ }).click();
    await page.getByText('Resting until you say otherwise').waitFor();
    await section().getByRole('button', { name: 'Change' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await objections()).toEqual([]);
    expect(watched.problems).toEqual([]);
  });
});
