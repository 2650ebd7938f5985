/** The two pictures of the README: Today, and a person. */
import { recentExport } from '../fixtures/linkedin/recent';
import { removeFolders } from '../fixtures/linkedin/zip';
import { makeOwner, openBrowser, openPage } from '../e2e/support';
import { startBuiltServer } from '../setup/built-server';

const FOLDER = 'tests/screenshots';

const [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
const { page } = await openPage(browser);
try {
  await makeOwner(page, server.url);
  await page.locator('input[type="file"]').setInputFiles(await recentExport(Date.now()));
  await page.getByRole('heading', { name: 'Everything is in.' }).waitFor();
  await page.goto(`${server.url}/today`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${FOLDER}/today.png` });
  await page.getByRole('link', { name: /^Open/ }).click();
  await page.waitForURL('**/people/*');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}/person.png` });
} finally {
  await browser.close();
  await server.stop();
  await removeFolders();
}
