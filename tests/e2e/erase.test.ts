/** Erasing somebody for good, by keyboard in a real browser; and what stands beside an address that refuses mail. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync, existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile, openDatabase } from '../../app/db/connection.server';
import { recentExport } from '../fixtures/linkedin/recent';
import { removeFolders } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, type WatchedPage } from './support';

const SHOTS = process.env['ERASE_SHOTS'];
const NAME = 'Leila Haddad';
const ADDRESS = 'leila@zqxkanarienvogel.example';

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
  await page.getByRole('link', { name: NAME }).first().click();
  await page.waitForURL('**/people/*');
  leila = new URL(page.url()).pathname;
  unsubscribe(leila.split('/').at(-1) ?? '');
}, 90_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolders();
});

const go = (path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
const dialog = () => page.getByRole('dialog', { name: `Erase ${NAME} for good?` });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const shoot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

/** As a newsletter's list would have it. */
function unsubscribe(contact: string): void {
  const sql = openDatabase(databaseFile(server.dataFolder));
  try {
    const run = (query: string, ...values: unknown[]) => Number(sql.prepare(query).run(...values).lastInsertRowid);
    const account = run(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES ('letter', 'newsletter', 'The Loom Letter', 'archive', 0)`);
    const importRun = run(`INSERT INTO ImportRun (publicId, status, fileName, createdAt) VALUES ('list', 'finished', 'list.csv', 0)`);
    const identity = run(
      `INSERT INTO Identity (publicId, platform, kind, key, email, evidence, seenAt, contactId)
       VALUES ('address', 'email', 'email', @address, @address, 'export', 0, (SELECT id FROM Contact WHERE publicId = @contact))`,
      { address: ADDRESS, contact },
    );
    run(`INSERT INTO Consent (importRunId, identityId, channel, ownAccountId, state, at, seenAt) VALUES (?, ?, 'email', ?, 'unsubscribed', ?, 0)`, importRun, identity, account, Date.UTC(2026, 9, 3, 12));
  } finally {
    sql.close();
  }
}

async function objections(): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

describe('an address that refuses mail', () => {
  it.each([[1440, 'light'], [1440, 'dark'], [390, 'light'], [390, 'dark']] as const)('says so, and is no link to write to: %i px, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await go(leila);
    const refusal = page.getByText('No e-mail: unsubscribed from The Loom Letter, 3 October 2026');
    await refusal.scrollIntoViewIfNeeded();
    expect(await page.locator(`a[href^="mailto:"]`).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await objections()).toEqual([]);
    await shoot(`refusal-${width}-${colorScheme}`);
  });
});

describe('erasing', () => {
  it.each([[1440, 'light'], [1440, 'dark'], [390, 'light'], [390, 'dark']] as const)('says what goes, with the focus on Cancel: %i px, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await go(leila);
    await page.getByRole('button', { name: 'Erase Leila for good…' }).press('Enter');
    await dialog().getByText('This cannot be undone.').waitFor();
    expect(await focused()).toBe('Cancel');
    expect(await objections()).toEqual([]);
    await shoot(`erase-${width}-${colorScheme}`);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe(leila);
  });

  it('does nothing without their name', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await go(leila);
    await page.getByRole('button', { name: 'Erase Leila for good…' }).press('Enter');
    await dialog().getByLabel('Their name, to be sure').fill('Leila');
    await page.keyboard.press('Enter');
    await dialog().getByText('That is not their name.').waitFor();
    await shoot('erase-problem');
    expect(await objections()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('takes them and leads to the list; nothing of it can be taken back', async () => {
    await page.getByRole('button', { name: 'Erase Leila for good…' }).press('Enter');
    await dialog().getByLabel('Their name, to be sure').fill('leila haddad');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Erase for good');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/people');
    await page.getByText('Erased for good').first().waitFor();
    await page.keyboard.press('u');
    await go('/people?q=leila');
    expect(await page.getByRole('link', { name: NAME }).count()).toBe(0);
    expect((await page.goto(`${server.url}${leila}`))?.status()).toBe(404);
  });

  it('leaves nothing in the files of the house', async () => {
    const file = databaseFile(server.dataFolder);
    const holding = () => ['', '-wal'].filter((end) => existsSync(file + end) && readFileSync(file + end, 'latin1').includes('zqxkanarienvogel'));
    await expect.poll(holding, { timeout: 20_000 }).toEqual([]);
    // The page that is gone is the browser's own complaint.
    expect(watched.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  });
});
