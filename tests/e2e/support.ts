/** What every browser test needs: a browser, pages in it, and the owner signed in. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from './browser.mjs';

/** The owner that `makeOwner` makes. */
export const OWNER = { name: 'Ines Carvalho', email: 'ines@example.com', password: 'loom and ledger' } as const;

/** Nothing but Kith on the wire, and no sandbox, which containers don't allow. */
const FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: npm test fetches one, or set CHROME_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page whose console errors, failed scripts and refused requests are collected. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Errors since the page was opened; a test asks that there are none. */
  problems: string[];
}

/** Opens a page of its own session. Sizes in CSS px. */
export async function openPage(
  browser: Browser,
  options: { width?: number; height?: number; dark?: boolean; timezoneId?: string } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    timezoneId: options.timezoneId ?? 'Europe/Lisbon',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, context, problems };
}

/** Goes through the first visit. Afterwards the page shows the import. */
export async function makeOwner(page: Page, serverUrl: string): Promise<void> {
  await page.goto(`${serverUrl}/welcome`, { waitUntil: 'networkidle' });
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/import');
}

/** Signs the owner in; a house without one gets it first. */
export async function signInAsOwner(page: Page, serverUrl: string): Promise<void> {
  await page.goto(`${serverUrl}/sign-in`, { waitUntil: 'networkidle' });
  if (new URL(page.url()).pathname === '/welcome') return makeOwner(page, serverUrl);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
}
