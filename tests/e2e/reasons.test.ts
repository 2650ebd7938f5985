/** What is said of a relationship opens the events it rests on, and closes again: by key, by press, without script. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile, openDatabase, type Sql } from '../../app/db/connection.server';
import { DAY, furnishHouse, makePerson } from '../factories/history';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage } from './support';

let browser: Browser;
let server: BuiltServer;
let sql: Sql;
let context: BrowserContext;
let page: Page;
let problems: string[];
let address: string;

/** Every nine days a word and an answer for a year, then silence; two more words of the user's in it. */
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  ({ page, context, problems } = await openPage(browser));
  await makeOwner(page, server.url);
  sql = openDatabase(databaseFile(server.dataFolder));
  const now = Date.now() - 60_000;
  const house = furnishHouse(sql, now);
  const said = Array.from({ length: 36 }, (_, index) => now - (20 + 9 * (35 - index)) * DAY).flatMap((at, index) => [
    { at, by: 'them' as const, text: `Letter ${index + 1}` }, { at: at + DAY, by: 'you' as const, text: `Answer ${index + 1}` },
  ]);
  const [first, last] = [{ at: now - 400 * DAY, by: 'you', text: 'Are you coming?' }, { at: now - 9 * DAY, by: 'you', text: 'Still there?' }] as const;
  const { publicId } = makePerson(house, 'Amara Okafor', [first, ...said, last]);
  address = `${server.url}/people/${publicId}`;
});
afterAll(async () => {
  await browser.close();
  sql.close();
  await server.stop();
});

const because = (on = page) => on.locator('.because-words');
const reason = (words: RegExp, on = page) => on.locator('.reasons').getByRole('link', { name: words });
const entries = (on = page) => on.locator('.timeline-item');
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const all = 40;

describe('a reason', () => {
  it('opens by key the very days it counts, is heard, and Esc leads back to it', async () => {
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await entries().count()).toBe(all);
    const link = reason(/^They were in touch on 36 days in the last year$/);
    await link.focus();
    await page.keyboard.press('Enter');
    await because().waitFor();
    expect(await because().textContent()).toBe('Because: They were in touch on 36 days in the last year 36 entries');
    expect(await entries().count()).toBe(36);
    expect(await page.locator('.timeline-theirs').count()).toBe(36);
    await page.getByRole('status').filter({ hasText: 'They were in touch on 36 days in the last year. 36 entries.' }).waitFor({ state: 'attached' });
    await expect.poll(focused).toBe('Timeline');
    const heading = await page.locator('#timeline-heading').boundingBox();
    expect(heading?.y).toBeGreaterThanOrEqual(0);
    expect(heading?.y).toBeLessThan(200);
    expect(await link.getAttribute('aria-current')).toBe('true');

    await page.keyboard.press('Escape');
    await because().waitFor({ state: 'detached' });
    expect(page.url()).toBe(address);
    expect(await entries().count()).toBe(all);
    await expect.poll(focused).toBe('They were in touch on 36 days in the last year');
    await page.getByRole('status').filter({ hasText: 'Everything is shown again.' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.waitForURL('**/people');
  });

  it('gives way to another, and a press shows everything', async () => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await reason(/days in the last year$/).first().click();
    await because().waitFor();
    await page.getByRole('link', { name: 'Yours, for 19 days' }).click();
    await because().filter({ hasText: 'A word of yours has had no answer for 19 days' }).waitFor();
    expect(await page.locator('.timeline-words').allTextContents()).toEqual(['Still there?', 'Answer 36']);
    await expect.poll(focused).toBe('Timeline');
    await page.getByRole('link', { name: 'Show everything' }).click();
    await because().waitFor({ state: 'detached' });
    expect(await entries().count()).toBe(all);
    await expect.poll(focused).toBe('Yours, for 19 days');
  });

  it('counts calls and answers, and shows those without one by themselves', async () => {
    await page.goto(`${address}?because=yourAnswers#timeline`, { waitUntil: 'networkidle' });
    expect(await because().textContent()).toContain('You answered 36 of 36');
    await page.getByRole('link', { name: '35 of 36' }).click();
    await page.getByRole('link', { name: 'Only the 1 without an answer' }).click();
    await because().filter({ hasText: 'They did not answer 1 of 36' }).waitFor();
    expect(await page.locator('.timeline-words').allTextContents()).toEqual(['Are you coming?']);
    await page.keyboard.press('Escape');
    await because().waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Timeline');
  });

  it('shows everything where the address asks for what isn’t said', async () => {
    for (const topic of ['onlyYou', 'nonsense']) {
      await page.goto(`${address}?because=${topic}`, { waitUntil: 'networkidle' });
      expect(await because().count()).toBe(0);
      expect(await entries().count()).toBe(all);
    }
  });

  it('keeps the place in the list', async () => {
    await page.goto(`${server.url}/people`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Amara Okafor' }).click();
    await page.getByText('1 of 1').waitFor();
    await reason(/days in the last year$/).first().click();
    await because().waitFor();
    expect(await page.getByText('1 of 1').count()).toBe(1);
    await page.keyboard.press('Escape');
    await because().waitFor({ state: 'detached' });
    expect(await page.getByText('1 of 1').count()).toBe(1);
  });

  it('opens without script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies(await context.cookies());
    const tab = await plain.newPage();
    await tab.goto(address);
    await reason(/^They were in touch on 36 days/, tab).click();
    expect(await because(tab).textContent()).toContain('36 entries');
    expect(await entries(tab).count()).toBe(36);
    await tab.getByRole('link', { name: 'Show everything' }).click();
    expect(await entries(tab).count()).toBe(all);
    await plain.close();
  });

  it.each([{ width: 1440, height: 900 }, { width: 390, height: 844 }])('is usable by everyone at $width px, light and dark', async (size) => {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${address}?because=theirYear#timeline`, { waitUntil: 'networkidle' });
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    }
    const low = await page.locator('.evidence-link').evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 44).length);
    if (size.width < 721) expect(low).toBe(0);
    expect(problems).toEqual([]);
  });
});

describe('the strip', () => {
  it.each([1440, 1300, 1024, 390])('is cropped between two bars at %i px', async (width) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'networkidle' });
    const strip = await page.locator('.pulse-page').evaluate((svg) => svg.getBoundingClientRect().width);
    expect(strip % 10).toBe(0);
    expect(await page.locator('.person-pulse-span').isVisible()).toBe(strip >= 700);
  });
});
