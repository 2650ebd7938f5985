/** A day's work on Today in a real browser: keys, drafts that survive, honest failure, undo, and the same on a phone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { makePerson, type House } from '../factories/history';
import { openFurnishedHouse, type FurnishedHouse } from './furnished';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORDS = 'Thursday the 3rd works.';

let at: FurnishedHouse;
let sql: Sql;
let house: House;

beforeAll(async () => {
  at = await openFurnishedHouse();
  ({ sql, house } = at);
});
afterAll(() => at.close());

/** Leila waits longest, then Kwame, then Linh; and one thread from long ago. Nobody else, whatever was before. */
beforeEach(() => {
  at.empty();
  const now = Date.now();
  for (const [name, age, text] of [
    ['Leila Haddad', 4 * DAY, 'So would Thursday the 3rd work?'], ['Kwame Boateng', 2 * DAY, 'Tried your pricing sheet.'],
    ['Linh Tran', 19 * HOUR, 'Thank you for the intro.'], ['Old Friend', 200 * DAY, 'Did you get this?'],
  ] as const) {
    makePerson(house, name, [{ at: now - age - DAY, by: 'you', text: 'Hello' }, { at: now - age, by: 'them', text }]);
  }
});

const openToday = (options?: Parameters<FurnishedHouse['open']>[1]) => at.open('/today', options);

const selected = (page: Page) => page.locator('[role="row"][aria-selected="true"] .row-link').textContent();
const headline = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const logged = () =>
  sql.prepare(`SELECT b.text FROM Interaction i JOIN InteractionBody b ON b.interactionId = i.id WHERE i.origin = 'logged'`).pluck().all();

/** The composer of whoever is selected. */
const composer = (page: Page, name: string) => page.getByRole('textbox', { name: `Write to ${name}` });

it('is worked through by keys: write, send, done, snooze, undo everything', async () => {
  const { page, problems, context } = await openToday();
  await headline(page, 'Three people are waiting on you.');
  expect(await selected(page)).toBe('Leila Haddad');
  await page.keyboard.press('j');
  expect(await selected(page)).toBe('Kwame Boateng');
  await page.getByText('Tried your pricing sheet.').last().waitFor();
  await page.keyboard.press('k');

  await page.keyboard.press('r');
  await page.keyboard.type(WORDS);
  await page.keyboard.press('Control+Enter');
  expect(await selected(page)).toBe('Kwame Boateng');
  await page.getByText('Your reply to Leila is logged').waitFor();
  await headline(page, 'Two people are waiting on you.');
  expect(logged()).toEqual([WORDS]);

  await page.keyboard.press('e');
  expect(await selected(page)).toBe('Linh Tran');
  await headline(page, 'One person is waiting on you.');
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'They write again' }).waitFor();
  await page.keyboard.press('2');
  await headline(page, 'Nobody is waiting on you.');
  await page.getByText('What changed today').waitFor();

  for (const name of ['Linh Tran', 'Kwame Boateng', 'Leila Haddad']) {
    await page.keyboard.press('u');
    await page.getByRole('row').filter({ hasText: name }).waitFor();
    await expect.poll(() => selected(page)).toBe(name);
  }
  await headline(page, 'Three people are waiting on you.');
  await expect.poll(() => composer(page, 'Leila').inputValue()).toBe(WORDS);
  expect(logged()).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

/** Every command letter of Today and of the frame is in it, and the key help's "?". */
const COMMANDS = 'Every joke, like Kwame’s: ends soon, unless Friday at ten?';

/** The page of somebody, with its scripts running. */
async function openPerson(page: Page, name: string) {
  await page.goto(`${at.server.url}/people?q=${encodeURIComponent(name)}`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

it.each([
  ['R on a person’s page', 1440, (page: Page) => page.keyboard.press('r')],
  ['the button on a person’s page', 1440, (page: Page) => page.getByRole('link', { name: 'Write to Linh' }).click()],
  ['R on a person’s page, in one column', 900, (page: Page) => page.keyboard.press('r')],
])('takes words typed at once after %s, and does nothing else by them', async (_, width, write) => {
  const { page, problems, context } = await openToday({ width });
  await openPerson(page, 'Linh Tran');
  await context.route('**/today**', async (route) => {
    await new Promise((later) => setTimeout(later, 400));
    await route.continue();
  });
  await write(page);
  await page.keyboard.type(COMMANDS, { delay: 10 });
  await page.waitForURL((url) => url.pathname === '/today' && !url.searchParams.has('write'));
  await expect.poll(() => composer(page, 'Linh').inputValue()).toBe(COMMANDS);
  await page.keyboard.type(' Or at six?');
  expect(await composer(page, 'Linh').inputValue()).toBe(`${COMMANDS} Or at six?`);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get()).toBe(0);
  expect(problems).toEqual([]);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});

it('takes words typed at once where list and conversation share one column', async () => {
  const { page, context } = await openToday({ width: 900 });
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type(COMMANDS);
  await expect.poll(() => composer(page, 'Kwame').inputValue()).toBe(COMMANDS);
  expect(sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get()).toBe(0);
  await context.close();
});

it('keeps a half-written draft through reload, crash and another window', async () => {
  const { page, context } = await openToday();
  await page.keyboard.press('r');
  await page.keyboard.type(WORDS);
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => composer(page, 'Leila').inputValue()).toBe(WORDS);

  // The server is not reached, and the window is killed.
  await context.route('**/draft', (route) => route.abort());
  await page.keyboard.press('r');
  await page.keyboard.press('End');
  await page.keyboard.type(' At ten?');
  await page.close({ runBeforeUnload: false });
  await context.unroute('**/draft');
  const again = await context.newPage();
  await again.goto(`${at.server.url}/today`, { waitUntil: 'networkidle' });
  await expect.poll(() => composer(again, 'Leila').inputValue()).toBe(`${WORDS} At ten?`);

  const saved = () => sql.prepare('SELECT text FROM Draft').pluck().all();
  await expect.poll(saved).toEqual([`${WORDS} At ten?`]);
  const elsewhere = await openToday();
  await expect.poll(() => composer(elsewhere.page, 'Leila').inputValue()).toBe(`${WORDS} At ten?`);
  await elsewhere.context.close();
  await context.close();
});

it('brings a row back when the server is not reached, with the words kept, and tries again', async () => {
  const { page, context } = await openToday();
  await page.keyboard.press('r');
  await page.keyboard.type(WORDS);
  await context.route('**/conversations/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.keyboard.press('Control+Enter');
  expect(await selected(page)).toBe('Kwame Boateng');
  await page.getByText('That did not work. Kith was not reached. Your words are kept.').first().waitFor();
  expect(logged()).toEqual([]);
  await context.unroute('**/conversations/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Your reply to Leila is logged').waitFor();
  expect(logged()).toEqual([WORDS]);
  await context.close();
});

it('moves without waiting for the server', async () => {
  const { page, context } = await openToday();
  // What is next was read ahead; from now on the server says nothing.
  await context.route('**/conversations/**', () => undefined);
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Conversation with Kwame Boateng' }).waitFor({ timeout: 1_000 });
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Conversation with Linh Tran' }).waitFor({ timeout: 1_000 });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});

it('logs what was said, keeps notes, and takes an answer given elsewhere', async () => {
  const { page, context } = await openToday();
  await page.keyboard.press('l');
  await page.getByText('Leila said').click();
  await page.getByRole('textbox', { name: 'What was said' }).fill('Thursday is set');
  await page.getByRole('button', { name: 'Log it' }).click();
  await page.getByText('What Leila said is logged').waitFor();
  await page.locator('.message', { hasText: 'Thursday is set' }).waitFor();
  await page.getByText('Note', { exact: true }).click();
  await page.getByRole('textbox', { name: 'A note about Leila, for you' }).fill('Prefers mornings');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Note about Leila kept').waitFor();
  await page.getByText('Write', { exact: true }).click();
  await page.getByRole('button', { name: 'Answered elsewhere' }).click();
  await page.getByText('Answered Leila elsewhere').waitFor();
  await headline(page, 'Two people are waiting on you.');
  await context.close();
});

it('ends the day when its minutes are used up, and shows more to whoever wants it', async () => {
  sql.exec('UPDATE Workspace SET minutesADay = 5');
  makePerson(house, 'Noor Siddiqui', [{ at: Date.now() - 9 * HOUR, by: 'you', text: 'Hello' }, { at: Date.now() - 8 * HOUR, by: 'them', text: 'Hello' }]);
  const { page, problems, context } = await openToday();
  await headline(page, 'Four people are waiting on you.');
  await page.getByText('1 more, under a day').waitFor();
  expect(await page.getByRole('link', { name: 'Noor Siddiqui' }).count()).toBe(0);
  for (const left of ['Three people are waiting on you.', 'Two people are waiting on you.', 'That is enough for today.']) {
    await page.keyboard.press('e');
    await headline(page, left);
  }
  await page.getByText('1 more can wait until tomorrow.').waitFor();
  await page.getByRole('link', { name: 'Show more' }).click();
  await headline(page, 'One person is waiting on you.');
  await expect.poll(() => selected(page)).toBe('Noor Siddiqui');
  await page.keyboard.press('e');
  await headline(page, 'Nobody is waiting on you.');
  expect(problems).toEqual([]);
  await context.close();
  sql.exec('UPDATE Workspace SET minutesADay = 15');
});

it('snoozes to a day that is picked, and says in its own words what will not do', async () => {
  const { page, problems, context } = await openToday();
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'Pick a date' }).click();
  const dialog = page.getByRole('dialog', { name: 'Snooze Leila until' });
  const day = dialog.getByLabel('Day');
  await expect.poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.getByText('Pick a day.').waitFor();
  await day.fill('2020-01-01');
  expect(await dialog.getByText('Pick a day.').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await dialog.getByText('Pick a day after today.').waitFor();
  await day.fill('2099-01-01');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await headline(page, 'Two people are waiting on you.');
  expect(problems).toEqual([]);
  await context.close();
});

it.each([1440, 1024, 900, 390])('shows one toast at a time, and never on the composer: %d px', async (width) => {
  const { page, context } = await openToday({ width, height: 844 });
  if (width < 1021) await page.getByRole('link', { name: 'Leila Haddad' }).click();
  const done = page.getByRole('button', { name: 'Done' }).last();
  for (const name of ['Leila', 'Kwame']) {
    if (width < 1021) await done.click();
    else await page.keyboard.press('e');
    await page.getByText(`Done with ${name}`).waitFor();
  }
  await page.locator('.toast').getByText('Done with Leila').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 2, name: 'Linh Tran' }).waitFor();
  // It slides in.
  await page.waitForTimeout(500);
  const boxOf = async (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
  const [toast, composerBox] = [await boxOf('.toast'), await boxOf('.composer')];
  expect(toast.top).toBeGreaterThan(0);
  expect(toast.bottom <= composerBox.top || toast.right <= composerBox.left).toBe(true);
  // Header and footer of the composer stand in one line each.
  const lines = await page.locator('.composer-header, .composer-footer').evaluateAll((bars) =>
    bars.map((bar) => {
      const middles = [...bar.children].map((child) => child.getBoundingClientRect()).filter(({ height }) => height > 0).map(({ top, height }) => top + height / 2);
      return Math.max(...middles) - Math.min(...middles);
    }),
  );
  expect(Math.max(...lines)).toBeLessThan(4);
  await context.close();
});

it('closes older threads in one go, and opens them again', async () => {
  const { page, context } = await openToday();
  await page.getByRole('link', { name: '1 older thread' }).click();
  await page.getByRole('button', { name: 'Close it' }).click();
  await page.getByText('No older threads.').waitFor();
  await page.keyboard.press('u');
  await page.getByRole('row').filter({ hasText: 'Old Friend' }).waitFor();
  await context.close();
});

it('is list, then conversation on a phone; the way back leads to the list', async () => {
  const { page, problems, context } = await openToday({ width: 390, height: 844 });
  await page.getByRole('link', { name: 'Kwame Boateng' }).click();
  await page.getByRole('heading', { level: 2, name: 'Kwame Boateng' }).waitFor();
  expect(new URL(page.url()).searchParams.get('open')).not.toBeNull();
  await page.goBack();
  await page.getByRole('link', { name: 'Kwame Boateng' }).waitFor();
  await page.getByRole('link', { name: 'Leila Haddad' }).click();
  await page.getByRole('button', { name: 'Done' }).last().click();
  await page.getByRole('heading', { level: 2, name: 'Kwame Boateng' }).waitFor();
  const small = await page.locator('.pane button:visible, .pane a:visible, .pane .segment:visible').evaluateAll((elements) =>
    elements.map((element) => ({ name: element.textContent, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 44),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(problems).toEqual([]);
  await context.close();
});

it.each([
  ['light', {}], ['dark', { dark: true }], ['a phone', { width: 390, height: 844 }],
])('has nothing that a reader stumbles over: %s', async (_, options) => {
  const { page, context } = await openToday(options);
  for (const path of ['/today', '/today/older']) {
    await page.goto(`${at.server.url}${path}`, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  }
  await context.close();
});
