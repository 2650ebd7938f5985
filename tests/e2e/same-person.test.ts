/** Perhaps the same person, by keyboard in a real browser: yes, no, both taken back, split on the page, on a phone in the dark. */
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

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  watched = await openPage(browser);
  page = watched.page;
  await makeOwner(page, server.url);
  for (const [name, email] of [['Leila Haddad', 'leila.haddad@studio.example'], ['Kwame Boateng', 'kwame.boateng@stools.example'], ['Sofie Brandt', 'sofie.brandt@shop.example']] as const) {
    await go('/people/new');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('E-mail').fill(email);
    await page.keyboard.press('Enter');
    await page.waitForURL(/people\/(?!new)/);
  }
  await go('/import');
  await page.locator('input[type="file"]').first().setInputFiles(await recentExport(Date.now()));
  await page.getByRole('heading', { name: 'Everything is in.' }).waitFor({ timeout: 60_000 });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolders();
});

const go = (path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
const card = () => page.getByRole('region', { name: 'Perhaps the same person' });
const questions = () => page.locator('.same-pair');
const left = (count: number) => expect.poll(() => questions().count(), { timeout: 10_000 }).toBe(count);
const selected = () => page.locator('.same-pair[aria-current="true"] .same-name').first().textContent();

async function objections(): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('after an import', () => {
  it('the questions stand beside it', async () => {
    await card().waitFor();
    await left(3);
    expect(await card().textContent()).toContain('1 of 3');
    expect(await objections()).toEqual([]);
  });

  it('J and K move, M says yes, D says no, and U takes each back', async () => {
    const first = await selected();
    await page.keyboard.press('j');
    const second = await selected();
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await page.getByText(`${first} and ${first} are one person`).first().waitFor();
    await left(2);
    expect(await selected()).toBe(second);
    await page.keyboard.press('d');
    await page.getByText(`${second} and ${second} are different people`).first().waitFor();
    await left(1);
    await page.keyboard.press('u');
    await left(2);
    await page.keyboard.press('u');
    await left(3);
  });
});

describe('on a page of its own', () => {
  it('People leads there, and all are answered by keys', async () => {
    await go('/people');
    await page.getByRole('link', { name: '3 pairs may be the same person' }).click();
    await page.waitForURL('**/people/same');
    await left(3);
    expect(await objections()).toEqual([]);
    await page.keyboard.press('m');
    await page.getByText('are one person').first().waitFor();
    await left(2);
    await page.keyboard.press('d');
    await left(1);
    await page.keyboard.press('m');
    await page.getByText('Nobody looks like somebody else.').waitFor();
    // Without the toast, which is only half there while it comes in.
    await go('/people/same');
    expect(await objections()).toEqual([]);
  });

  it('a yes shows on the person, who can be split again, in the dark on a phone too', async () => {
    await page.setViewportSize({ width: 390, height: 850 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const name = await joined();
    await page.getByRole('heading', { name: 'Also known as' }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await objections()).toEqual([]);
    await page.getByRole('button', { name: /^\S+@\S+ is not .*: split$/ }).click();
    await page.getByText('is somebody else').first().waitFor();
    await page.getByRole('heading', { name: 'Also known as' }).waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Also known as' }).waitFor();
    expect(name).not.toBe('');
  });

  it('fits a phone in the dark', async () => {
    await go('/people/same');
    await page.keyboard.press('u');
    await left(1);
    for (const path of ['/people/same', '/import']) {
      await go(path);
      expect(await overflow()).toBeLessThanOrEqual(0);
      expect(await objections()).toEqual([]);
    }
    expect(watched.problems).toEqual([]);
  });
});

/** Opens the page of somebody who was joined. @returns their name */
async function joined(): Promise<string> {
  for (const name of ['Leila Haddad', 'Kwame Boateng', 'Sofie Brandt']) {
    await go(`/people?q=${encodeURIComponent(name)}`);
    const links = page.getByRole('link', { name });
    if ((await links.count()) !== 1) continue;
    await links.first().click();
    await page.waitForURL(/people\/[^?]+$/);
    return name;
  }
  return '';
}
