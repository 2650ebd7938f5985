/** What can be dropped besides one zip, in a real browser: folders, parts, tables that have to be explained. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeout } from '../fixtures/email/boxes';
import { LETTERS } from '../fixtures/email/letters';
import { CUSTOMERS } from '../fixtures/people-csv/any-table';
import { ALL as CARDS } from '../fixtures/vcard/cards';
import { folderOnDisk, onDisk, removeFolders, zipOnDisk } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage, type WatchedPage } from './support';

let browser: Browser;
let server: BuiltServer;
let walker: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
  walker = await openPage(browser);
  page = walker.page;
  await makeOwner(page, server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await removeFolders();
});

const card = (name: string | RegExp) => page.getByRole('region', { name });
const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

describe('a table nobody knows', () => {
  it('asks what is in its columns, with values of each and what it takes them for', async () => {
    await page.getByLabel('Archives to bring in').setInputFiles(await onDisk('customers.csv', CUSTOMERS.content));
    await card('Import of customers.csv').getByRole('heading', { name: 'What is in the columns?' }).waitFor({ timeout: 30_000 });
    expect(await card('Import of customers.csv').getByRole('combobox').count()).toBeGreaterThan(2);
    expect(await violations()).toEqual([]);
  });

  it('is read by the keyboard alone, and its people come in', async () => {
    const read = card('Import of customers.csv').getByRole('button', { name: 'Read it like this' });
    await read.focus();
    await page.keyboard.press('Enter');
    await card('Import of customers.csv').getByRole('heading', { name: 'Everything is in.' }).waitFor({ timeout: 30_000 });
  });

  it('suggests next time what was said this time', async () => {
    await page.getByLabel('Archives to bring in').setInputFiles(await onDisk('again.csv', CUSTOMERS.content));
    await card('Import of again.csv').getByRole('heading', { name: 'What is in the columns?' }).waitFor({ timeout: 30_000 });
    await card('Import of again.csv').getByRole('button', { name: 'Stop and keep nothing' }).click();
    await card('Import of again.csv').waitFor({ state: 'detached', timeout: 30_000 });
  });
});

describe('a folder', () => {
  it('with mail and contacts becomes an import of each', async () => {
    const root = await folderOnDisk({ ...takeout(LETTERS, 'en'), 'Takeout/Contacts/All Contacts.vcf': CARDS, 'Takeout/Photos/a.jpg': 'x' });
    await page.getByLabel('Folder to bring in').setInputFiles(root);
    await page.getByRole('group', { name: 'Who is on this list?' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Read it like this' }).click();
    await page.getByRole('button', { name: 'Read it like this' }).waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByRole('button', { name: 'Undo', exact: true }).first().waitFor({ timeout: 60_000 });
    expect(walker.problems).toEqual([]);
  });
});

describe('parts of an archive', () => {
  it('dropped together are one import', async () => {
    const first = await zipOnDisk('export-001.zip', { 'Takeout/Contacts/a.vcf': CARDS });
    const second = await zipOnDisk('export-002.zip', { 'Takeout/Contacts/b.vcf': 'BEGIN:VCARD\nVERSION:3.0\nFN:Noor Siddiqui\nEMAIL:noor@tea.example\nEND:VCARD\n' });
    await page.getByLabel('Archives to bring in').setInputFiles([second, first]);
    await card('Import of export-001.zip and 1 more').getByRole('group', { name: 'Who is on this list?' }).waitFor({ timeout: 60_000 });
    await card('Import of export-001.zip and 1 more').getByRole('button', { name: 'Read it like this' }).click();
    await card('Import of export-001.zip and 1 more').getByRole('heading', { name: /Everything is in|Nothing new/ }).waitFor({ timeout: 60_000 });
  });
});

describe('the page', () => {
  it('says how to get every kind of archive, and has nothing to be found by axe', async () => {
    // Old archives are in by now, so the page offers by itself how to get fresh ones.
    await page.getByText('Gmail and other mail').click();
    await page.getByText(/open Google Takeout, deselect all, tick Mail/).waitFor();
    expect(await violations()).toEqual([]);
  });
});
