/** The main job by keyboard, in a real browser: an archive in, who waits, an answer, the relationship, and all of it back. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recentExport, RECENT, WAITING } from '../fixtures/linkedin/recent';
import { removeFolders } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, type WatchedPage } from './support';

const REPLY = 'Thursday the 3rd works. I will bring the ugly numbers too.';

let browser: Browser;
let server: BuiltServer;
let walker: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  walker = await openPage(browser);
  page = walker.page;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolders();
});

const go = (path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
const rows = () => page.getByRole('grid', { name: 'People of today' }).getByRole('row');
const selectedRow = () => page.locator('[role="row"][aria-selected="true"]');

/** Who is selected on Today. */
async function selectedName(): Promise<string | undefined> {
  const text = (await selectedRow().textContent()) ?? '';
  return WAITING.find((name) => text.includes(name));
}

const composer = () => page.getByRole('textbox', { name: /^Write to/ });

/** Health as the person's page says it. */
async function healthOf(name: string): Promise<number> {
  await go(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL('**/people/*');
  const number = await page.locator('.health-number').first().textContent();
  return Number(number);
}

describe('the main job', () => {
  it('makes the owner and begins with the import', async () => {
    await makeOwner(page, server.url);
    await page.getByRole('heading', { name: 'Bring your people in.' }).waitFor();
  });

  it('brings a LinkedIn export in and says what it found', async () => {
    await page.getByLabel('Archives to bring in').setInputFiles(await recentExport(Date.now()));
    await page.getByRole('heading', { name: 'Everything is in.' }).waitFor({ timeout: 30_000 });
    const card = await page.getByRole('region', { name: /Import of Basic_LinkedInDataExport/ }).textContent();
    expect(card).toContain(`people who talked with you${RECENT.people}`);
    expect(card).toContain(`${RECENT.silentConnections} connections never exchanged a word with you`);
    expect(card).not.toMatch(/not read|could not be used/);
  });

  it('shows who waits, longest wait weighted by tie, without the pitch and with older threads aside', async () => {
    await page.getByRole('link', { name: 'Open Today' }).click();
    await page.getByRole('heading', { name: 'Four people are waiting on you.' }).waitFor();
    const texts = await rows().allTextContents();
    expect(texts.map((text) => WAITING.find((name) => text.includes(name)))).toEqual(WAITING);
    expect(await page.getByText('Chad Growth').count()).toBe(0);
    await page.getByRole('link', { name: /1 older thread/ }).waitFor();
  });

  it('moves by J and K, and keeps a half-written reply across a reload', async () => {
    await page.keyboard.press('j');
    expect(await selectedName()).toBe('Kwame Boateng');
    await page.keyboard.press('k');
    expect(await selectedName()).toBe('Leila Haddad');
    await page.keyboard.press('r');
    await page.keyboard.type('Thursday the 3rd');
    await go('/today');
    expect(await composer().inputValue()).toBe('Thursday the 3rd');
  });

  it('logs the answer with Ctrl+Enter, selects the next row at once, and moves pulse and health', async () => {
    const before = await healthOf('Leila Haddad');
    await go('/today');
    await page.keyboard.press('r');
    await composer().fill(REPLY);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Three people are waiting on you.' }).waitFor();
    expect(await selectedName()).toBe('Kwame Boateng');
    const after = await healthOf('Leila Haddad');
    expect(after).not.toBe(before);
    await page.getByText(REPLY).waitFor();
  });

  it('takes the answer back, words and all, and logs it again', async () => {
    await go('/today');
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Four people are waiting on you.' }).waitFor();
    await go('/today');
    expect(await composer().inputValue()).toBe(REPLY);
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Three people are waiting on you.' }).waitFor();
  });

  it('closes a closing “Thanks!” with one key and snoozes with two', async () => {
    await page.keyboard.press('Escape');
    while ((await selectedName()) !== 'Noor Siddiqui') await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Two people are waiting on you.' }).waitFor();
    const snoozed = await selectedName();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /They write again/ }).click();
    await page.getByRole('heading', { name: 'One person is waiting on you.' }).waitFor();
    expect(await selectedName()).not.toBe(snoozed);
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Two people are waiting on you.' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Three people are waiting on you.' }).waitFor();
  });

  it('finds somebody of the audience, one key from being a person, and takes that back', async () => {
    await go('/today');
    await page.keyboard.press('/');
    await page.keyboard.type('bo quiet');
    await page.keyboard.press('Enter');
    const row = page.getByRole('grid', { name: 'Audience' }).getByRole('row', { name: 'Bo Quiet' });
    await row.waitFor();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('w');
    const link = page.getByRole('grid', { name: 'People' }).getByRole('link', { name: 'Bo Quiet' });
    await link.waitFor();
    await page.keyboard.press('u');
    await row.waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('kwame');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Kwame Boateng' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kwame Boateng' }).waitFor();
  });

  it('prints the work of an audience row below its name on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 850 });
    await go('/people?q=quiet');
    const gaps = await page.locator('.people-row-audience').evaluateAll((rows) =>
      rows.map((row) => {
        const [name, line] = ['.people-found-name', '.people-line'].map((part) => row.querySelector(part)?.getBoundingClientRect());
        return name && line ? line.top - name.bottom : -1;
      }),
    );
    expect(gaps.length).toBe(RECENT.silentConnections);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it.each(['/today', '/people', '/people?q=quiet', 'a person', '/import', '/settings', '/today/older', '/people/new'])(
    '%s has nothing axe objects to, and fits the window', async (path) => {
      if (path === 'a person') {
        await go('/people?q=leila');
        await page.getByRole('link', { name: 'Leila Haddad' }).first().click();
        await page.waitForURL('**/people/*');
      } else {
        await go(path);
      }
      // Layout and colours follow the window by themselves; a page that was loaded in it is the same.
      for (const width of [1440, 1024, 721, 390]) {
        await page.setViewportSize({ width, height: 850 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} is wider than ${width} px`).toBeLessThanOrEqual(0);
        if (width !== 1440 && width !== 390) continue;
        // Light on a phone is looked at in today.test.ts.
        for (const colorScheme of width === 1440 ? (['light', 'dark'] as const) : (['dark'] as const)) {
          // Colours that are still on their way from one scheme to the other are no colours of either.
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`), `${colorScheme} ${width}`).toEqual([]);
        }
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  it('shows whole columns of People at every width', async () => {
    await go('/people');
    for (const width of [1440, 1024, 961, 861, 721]) {
      await page.setViewportSize({ width, height: 850 });
      const cut = await page.locator('.people-row').evaluateAll((rows) =>
        rows.flatMap((row) => {
          const edge = row.getBoundingClientRect().right;
          const isCut = (cell: Element) =>
            cell.getBoundingClientRect().right > edge || (cell.matches('.people-last') && cell.scrollWidth > cell.clientWidth);
          return [...row.children].filter(isCut).map((cell) => cell.className);
        }),
      );
      expect(cut, `at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('takes the import out again; whoever was answered stays until that is taken back too', async () => {
    await go('/today');
    expect(await selectedName()).toBe('Kwame Boateng');
    await page.getByRole('button', { name: 'Answered elsewhere' }).click();
    await page.getByRole('heading', { name: 'Two people are waiting on you.' }).waitFor();
    await go('/import');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByText('Undone', { exact: true }).waitFor({ timeout: 30_000 });
    await page.getByText('Kwame Boateng stayed: you answered or logged something with them.').waitFor();
    await go('/people');
    expect(await page.getByRole('link', { name: 'Leila Haddad' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: 'Kwame Boateng' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: 'Sofie Brandt' }).count()).toBe(0);
    await go('/people?q=quiet');
    expect(await page.getByText('Ada Quiet').count()).toBe(0);

    await go('/today');
    await page.keyboard.press('u');
    await page.getByText(/^Undone: .*Kwame/).waitFor();
    await go('/people');
    expect(await page.getByRole('link', { name: 'Kwame Boateng' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Leila Haddad' }).count()).toBeGreaterThan(0);
    await go('/import');
    expect(await page.getByText('Kwame Boateng stayed').count()).toBe(0);
  });

  it('gives the words of an answer back before it lets their reader go', async () => {
    await go('/today');
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'One person is waiting on you.' }).waitFor();
    await go('/today');
    expect(await composer().inputValue()).toBe(REPLY);
    await go('/import');
    await page.getByText('Leila Haddad stayed: you began a reply to them.').waitFor();
  });

  it('never complained on the console', () => {
    expect(walker.problems).toEqual([]);
  });
});
