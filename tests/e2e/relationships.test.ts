/** Relationships in a real browser: the plot by keys, pointer and finger, people behind marks, tables, and readers. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Cookie, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseFile, openDatabase, type Sql } from '../../app/db/connection.server';
import { furnishHouse, makePerson, type Said } from '../factories/history';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage } from './support';

const DAY = 86_400_000;

let browser: Browser;
let server: BuiltServer;
let sql: Sql;
let cookies: Cookie[];

/** Words of theirs every so many days, the newest so many days ago, each answered within a day. */
function exchange(gap: number, times: number, silent: number): Said[] {
  return Array.from({ length: times }, (_, back) => Date.now() - (silent + gap * back) * DAY).flatMap((at) => [
    { at, by: 'them' as const, text: 'How are you?' },
    ...(at + DAY < Date.now() ? [{ at: at + DAY * 0.6, by: 'you' as const, text: 'Well, and you?' }] : []),
  ]);
}

beforeAll(async () => {
  browser = await openBrowser();
  server = await startBuiltServer();
  const { page, context } = await openPage(browser);
  await makeOwner(page, server.url);
  cookies = await context.cookies();
  await context.close();
  sql = openDatabase(databaseFile(server.dataFolder));
});
afterAll(async () => {
  sql.close();
  await server.stop();
  await browser.close();
});

async function open(options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(browser, options);
  await opened.context.addCookies(cookies);
  await opened.page.goto(`${server.url}/relationships`, { waitUntil: 'networkidle' });
  return opened;
}

const field = (page: Page) => page.getByRole('application');
const spoken = (page: Page) => page.getByRole('status').filter({ hasText: /Health/ }).textContent();

it('has one way forward while nobody is here', async () => {
  const { page, problems, context } = await open();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Bring your archive in' }).click();
  await page.waitForURL('**/import');
  expect(problems).toEqual([]);
  await context.close();

  const house = furnishHouse(sql, Date.now());
  makePerson(house, 'Leila Haddad', exchange(8, 40, 2));
  makePerson(house, 'Amara Okafor', exchange(9, 38, 41));
  makePerson(house, 'Ingrid Solheim', exchange(14, 22, 33));
  makePerson(house, 'Kwame Boateng', exchange(11, 17, 3));
  makePerson(house, 'Ilse van der Meer', exchange(20, 9, 190));
  makePerson(house, 'Wren Ash', exchange(3, 2, 4));
});

it('is gone through by keys, and opens whom they found', async () => {
  const { page, problems, context } = await open();
  // Backwards from the first quarter, which comes after the plot.
  await page.getByRole('link', { name: 'Worth rekindling' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  const found = new Set<string | null>();
  await page.keyboard.press('Home');
  for (let step = 0; step < 6; step += 1) {
    found.add(await spoken(page));
    await page.keyboard.press('j');
  }
  expect(found.size).toBe(6);

  // To the left until nobody is left of them: whoever is least well.
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft');
  expect(await spoken(page)).toMatch(/^Ilse van der Meer\. Dormant\. Health \d+/);
  expect(await page.locator('.plot-card-name').textContent()).toBe('Ilse van der Meer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ilse van der Meer' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL('**/relationships');
  expect(problems).toEqual([]);
  await context.close();
});

it('shows who is under the pointer, and opens them', async () => {
  const { page, problems, context } = await open();
  const name = page.locator('.plot-names-wide text').filter({ hasText: 'Amara' });
  const box = await field(page).boundingBox();
  const place = await name.evaluate((text) => [text.getAttribute('x'), text.getAttribute('y')].map((value) => Number.parseFloat(value ?? '') / 100));
  await page.mouse.move((box?.x ?? 0) + (place[0] ?? 0) * (box?.width ?? 0) + 3, (box?.y ?? 0) + (place[1] ?? 0) * (box?.height ?? 0) - 3);
  await page.locator('.plot-card').filter({ hasText: 'Amara Okafor' }).waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('heading', { level: 1, name: 'Amara Okafor' }).waitFor();
  await page.getByRole('link', { name: 'Relationships' }).first().click();
  await page.waitForURL('**/relationships');
  expect(problems).toEqual([]);
  await context.close();
});

it('opens the people behind a ribbon and behind a quarter, and comes back', async () => {
  const { page, problems, context } = await open();
  const ribbon = page.locator('.ribbon').filter({ hasText: /Fading|Cooling/ }).first();
  const words = await ribbon.locator('title').textContent();
  const [, count = ''] = /^(\d+)/.exec(words ?? '') ?? [];
  await ribbon.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/relationships/people?moved=*');
  await page.locator('.people-table').waitFor();
  await page.getByText(count === '1' ? '1 person' : `${count} people`, { exact: true }).waitFor();
  expect(await page.locator('.people-table .row-link').count()).toBe(Number(count));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Pulse' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL('**/relationships');
  await page.getByRole('link', { name: 'Inner circle' }).click();
  await page.waitForURL('**/relationships/people?area=inner');
  await page.goto(`${server.url}/relationships/people?area=nowhere`);
  await page.waitForURL('**/relationships');
  expect(problems).toEqual([]);
  await context.close();
});

it('says the same in tables', async () => {
  const { page, problems, context } = await open();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('region', { name: 'Everyone you keep, as a table' });
  expect(await table.getByRole('link').count()).toBe(6);
  await table.getByRole('link', { name: 'Leila Haddad' }).click();
  await page.getByRole('heading', { level: 1, name: 'Leila Haddad' }).waitFor();
  await page.goBack();
  await page.getByRole('region', { name: 'Moved this month' }).getByText('Show as table').click();
  await page.getByRole('table', { name: /From state to state since/ }).getByRole('link').first().click();
  await page.waitForURL('**/relationships/people?moved=*');
  await page.locator('.people-table').waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

it('shows on a phone at the first touch and opens at the second; nothing is wider than the phone', async () => {
  const { page, problems, context } = await open({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const touch = () =>
    field(page).evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [...document.querySelectorAll('.plot-names-narrow text')]
        .filter((text) => text.textContent === 'Amara').flatMap((text) => ['x', 'y'].map((name) => Number.parseFloat(text.getAttribute(name) ?? '') / 100));
      const at = { bubbles: true, clientX: left + (x ?? 0) * width, clientY: top + (y ?? 0) * height };
      element.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'touch' }));
      element.dispatchEvent(new MouseEvent('click', at));
    });
  await touch();
  await page.getByText('Touch again to open').waitFor();
  await touch();
  await page.getByRole('heading', { level: 1, name: 'Amara Okafor' }).waitFor();
  await page.getByRole('navigation', { name: 'Where this is' }).getByRole('link', { name: 'Relationships' }).click();
  await page.waitForURL('**/relationships');
  const small = await page.locator('.relationships :is(.plot-area, .plot-counts a, .chart-switch)').evaluateAll((elements) =>
    elements.map((element) => ({ name: element.textContent, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 44),
  );
  expect(small).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

it.each([
  ['light', {}], ['dark', { dark: true }], ['a phone', { width: 390, height: 844 }],
])('has nothing that a reader stumbles over: %s', async (_, options) => {
  const { page, context } = await open(options);
  const broken = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };
  expect(await broken()).toEqual([]);
  for (const place of await page.locator('.chart-switch').all()) await place.click();
  expect(await broken()).toEqual([]);
  await page.goto(`${server.url}/relationships/people?area=inner`, { waitUntil: 'networkidle' });
  expect(await broken()).toEqual([]);
  await context.close();
});
