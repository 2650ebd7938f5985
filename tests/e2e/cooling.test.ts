/** People who have gone quiet, on Today in a real browser: keys across both groups, undo, rest, and a look at colours and roles. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import { makePerson, type House, type Said } from '../factories/history';
import { openFurnishedHouse, talked, type FurnishedHouse } from './furnished';

const DAY = 24 * 3_600_000;

let at: FurnishedHouse;
let sql: Sql;
let house: House;

beforeAll(async () => {
  at = await openFurnishedHouse();
  ({ sql, house } = at);
});
afterAll(() => at.close());

/** Leila waits; Amara and Ingrid have gone quiet; Ilse was only met, and is as quiet. */
beforeEach(() => {
  at.empty();
  const now = Date.now();
  makePerson(house, 'Leila Haddad', [{ at: now - 5 * DAY, by: 'you', text: 'Hello' }, { at: now - 4 * DAY, by: 'them', text: 'So would Thursday the 3rd work?' }]);
  const people = [
    makePerson(house, 'Amara Okafor', talked(9, 14, 41)), makePerson(house, 'Ingrid Solheim', talked(12, 9, 39)), makePerson(house, 'Ilse Maas', talked(9, 5, 25)),
  ];
  sql.prepare(`UPDATE Conversation SET kind = 'group' WHERE id = ?`).run(people[2]?.conversationId);
  refreshDerived(sql, { contacts: new Map(people.map(({ id }) => [id, null])), conversations: [] }, now);
});

const openToday = (options?: Parameters<FurnishedHouse['open']>[1]) => at.open('/today', options);

const selected = (page: Page) => page.locator('[role="row"][aria-selected="true"] .row-link').textContent();
const headline = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const names = (page: Page) => page.locator('[role="rowgroup"][aria-label="Cooling"] .row:not(.row-leaving) .row-link').allTextContents();

it('is worked through by keys across both groups: seen, written to, let rest, and undone', async () => {
  const { page, problems, context } = await openToday();
  await headline(page, 'One person is waiting on you.');
  const order = ['Amara Okafor', 'Ingrid Solheim', 'Ilse Maas'];
  expect(await names(page)).toEqual(order);
  await page.getByText('usually writes every 9 days, silent for 41').waitFor();
  await page.keyboard.press('e');
  await headline(page, 'Nobody is waiting on you. Three people have gone quiet.');
  expect(await selected(page)).toBe('Amara Okafor');
  await page.getByRole('region', { name: 'Conversation with Amara Okafor' }).waitFor();

  await page.keyboard.press('e');
  await page.getByText('Amara: noted until it changes').waitFor();
  expect(await selected(page)).toBe('Ingrid Solheim');
  await page.keyboard.press('r');
  await page.keyboard.type('How is the mill?');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your reply to Ingrid is logged').waitFor();
  await headline(page, 'Nobody is waiting on you. One person has gone quiet.');
  expect(await selected(page)).toBe('Ilse Maas');
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: '1 month' }).waitFor();
  await page.keyboard.press('2');
  await headline(page, 'Nobody is waiting on you.');
  await page.getByText('See you tomorrow').waitFor();
  expect(sql.prepare('SELECT count(*) FROM Conversation WHERE closedAt IS NOT NULL').pluck().get()).toBe(1);

  for (const name of ['Ilse Maas', 'Ingrid Solheim', 'Amara Okafor']) {
    await page.keyboard.press('u');
    await expect.poll(() => selected(page).catch(() => null)).toBe(name);
  }
  await expect.poll(() => names(page)).toEqual(order);
  expect(problems).toEqual([]);
  await context.close();
});

it.each([1440, 390])('says who is drawing closer, on the list and at the end of the day, and leads to them: %i px', async (width) => {
  const { id } = makePerson(house, 'Noor Siddiqui', [
    ...talked(30, 4, 75), ...[6, 5, 4, 3].flatMap((days): Said[] => [{ at: Date.now() - days * DAY, by: 'them', text: 'I am back' }, { at: Date.now() - (days - 0.5) * DAY, by: 'you', text: 'Good' }]),
  ]);
  refreshDerived(sql, { contacts: new Map([[id, null]]), conversations: [] }, Date.now());
  const { page, problems, context } = await openToday({ width, height: 844 });
  const closer = page.getByRole('link', { name: 'Noor is drawing closer' });
  await closer.waitFor();
  const folder = process.env['KITH_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/closer-${width}.png`, animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ target }) => target)])).toEqual([]);
  if (width > 720) {
    for (const _ of ['Leila', 'Amara', 'Ingrid', 'Ilse']) await page.keyboard.press('e');
    await page.getByText('See you tomorrow').waitFor();
  }
  await closer.click();
  await page.getByRole('heading', { level: 1, name: 'Noor Siddiqui' }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

it('opens the page of somebody with whom nothing was written', async () => {
  const { page, problems, context } = await openToday();
  for (const _ of ['Amara', 'Ingrid', 'Ilse']) await page.keyboard.press('j');
  await page.getByText('You have no conversation with Ilse yet.').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Ilse Maas' }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

it.each([['light', 1440, false], ['dark', 1440, true], ['phone', 390, false], ['phone-dark', 390, true]])('has nothing to be found by axe: %s', async (look, width, dark) => {
  const { page, context } = await openToday({ width, dark, height: width === 390 ? 844 : 900 });
  if (width > 390) {
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'Conversation with Amara Okafor' }).waitFor();
  }
  const folder = process.env['KITH_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/cooling-${look}.png`, animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await context.close();
});
