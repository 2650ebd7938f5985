/** The table of every pulse, in a real browser: beside a conversation, and on what each row with a pulse leads to. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import { DAY, makePerson, type House } from '../factories/history';
import { openFurnishedHouse, talked, type FurnishedHouse } from './furnished';

let at: FurnishedHouse;
let sql: Sql;
let house: House;

beforeAll(async () => {
  at = await openFurnishedHouse();
  ({ sql, house } = at);
});
afterAll(() => at.close());

/**
 * Leila and Kwame wait, an old friend has waited too long; Amara has gone quiet, and so has Ilse, who was only met:
 * both for so long that they stay quiet, whatever the workspace's own fit makes of a handful of people.
 */
beforeEach(() => {
  at.empty();
  const now = Date.now();
  const waits = (name: string, days: number) => makePerson(house, name, [{ at: now - (days + 1) * DAY, by: 'you', text: 'Hello' }, { at: now - days * DAY, by: 'them', text: 'Shall we?' }]);
  waits('Leila Haddad', 4);
  waits('Kwame Boateng', 2);
  waits('Old Friend', 200);
  const quiet = [makePerson(house, 'Amara Okafor', talked(9, 14, 60)), makePerson(house, 'Ilse Maas', talked(9, 8, 55))];
  sql.prepare(`UPDATE Conversation SET kind = 'group' WHERE id = ?`).run(quiet[1]?.conversationId);
  refreshDerived(sql, { contacts: new Map(quiet.map(({ id }) => [id, null])), conversations: [] }, now);
});

const open: FurnishedHouse['open'] = (path, options) => at.open(path, options);

const asTable = (page: Page) => page.locator('summary', { hasText: 'Show as table' });
const table = (page: Page, name: string) => page.getByRole('table', { name: `${name} and you, by month` });
const selected = (page: Page) => page.locator('[role="row"][aria-selected="true"] .row-link').textContent();
/** What all months of both columns add up to. */
const sums = (page: Page) =>
  page.locator('.pulse-table tbody tr').evaluateAll((rows) =>
    rows.reduce((sum, row) => [...row.querySelectorAll('td')].map((cell, side) => (sum[side] ?? 0) + Number(cell.textContent)), [0, 0]),
  );

describe('beside a conversation', () => {
  it('opens by key, counts what is drawn, and leaves the keys of the day as they are', async () => {
    const { page, problems, context } = await open('/today');
    expect(await table(page, 'Leila').count()).toBe(0);
    await asTable(page).focus();
    await page.keyboard.press('Enter');
    await table(page, 'Leila').waitFor();
    expect(await table(page, 'Leila').getByRole('row').count()).toBe(14);
    expect(await sums(page)).toEqual([1, 1]);

    await page.keyboard.press('j');
    await table(page, 'Kwame').waitFor();
    await page.keyboard.press('j');
    await table(page, 'Amara').waitFor();
    expect(await sums(page)).toEqual([14, 14]);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await table(page, 'Leila').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'They write again' }).waitFor();
    await page.keyboard.press('Escape');
    await asTable(page).focus();
    await page.keyboard.press('e');
    await page.getByText('Done with Leila').waitFor();
    expect(await selected(page)).toBe('Kwame Boateng');
    await page.keyboard.press('u');
    await expect.poll(() => selected(page)).toBe('Leila Haddad');
    await table(page, 'Leila').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Yes.');
    expect(await page.getByRole('textbox', { name: 'Write to Leila' }).inputValue()).toBe('Yes.');
    expect(problems).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', {}], ['dark', { dark: true }], ['a low window', { height: 600 }], ['a phone', { width: 390, height: 844 }], ['a dark phone', { width: 390, height: 844, dark: true }],
  ])('is usable by everyone, and leaves room to read and write: %s', async (look, options) => {
    const { page, problems, context } = await open('/today', options);
    if ('width' in options) await page.getByRole('link', { name: 'Leila Haddad' }).click();
    await asTable(page).click();
    await table(page, 'Leila').waitFor();
    const folder = process.env['KITH_SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/pulse-table-${look.replaceAll(' ', '-')}.png`, animations: 'disabled' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    const heightOf = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().height);
    expect(await heightOf('.pulse-table summary')).toBeGreaterThanOrEqual('width' in options ? 44 : 24);
    expect(await heightOf('.thread')).toBeGreaterThan(60);
    const scroll = page.getByRole('region', { name: 'Leila and you, by month' });
    await scroll.focus();
    await page.keyboard.press('End');
    await expect.poll(() => scroll.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('a row with a pulse leads to its table', () => {
  it.each([
    ['Today', '/today', 'Amara Okafor', 'Amara'],
    ['Today, whoever was only met', '/today', 'Ilse Maas', 'Ilse'],
    ['older threads', '/today/older', 'Old Friend', 'Old'],
    ['People', '/people', 'Kwame Boateng', 'Kwame'],
  ])('on %s, by keys alone', async (_, path, name, called) => {
    const { page, problems, context } = await open(path);
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) });
    expect(await row.getByRole('img', { name: `${called} and you, last 12 months.` }).count()).toBe(1);
    expect(await row.locator('details, table').count()).toBe(0);
    await row.getByRole('link', { name }).focus();
    await page.keyboard.press('Enter');
    const onItsPage = page.getByRole('link', { name: `Open ${called}’s page` });
    await asTable(page).or(onItsPage).waitFor();
    if (await onItsPage.isVisible()) await onItsPage.press('Enter');
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await asTable(page).press('Enter');
    await table(page, called).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  it('at the end of the day', async () => {
    const { page, context } = await open('/today');
    await page.keyboard.press('r');
    await page.keyboard.type('Thursday it is.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your reply to Leila is logged').waitFor();
    for (const next of ['Amara Okafor', 'Ilse Maas']) {
      await page.keyboard.press('e');
      await expect.poll(() => selected(page)).toBe(next);
    }
    await page.keyboard.press('e');
    await page.getByText('What changed today').waitFor();
    await page.getByRole('link', { name: 'Leila Haddad' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Leila Haddad' }).waitFor();
    await asTable(page).press('Enter');
    await table(page, 'Leila').waitFor();
    expect(await sums(page)).toEqual([1, 2]);
    await context.close();
  });
});
