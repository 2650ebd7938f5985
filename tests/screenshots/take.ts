/** The pictures of the README: Today, a person and Relationships, of the sample community. */
import { makeOwner, openBrowser, openPage } from '../e2e/support';
import { startBuiltServer } from '../setup/built-server';

const FOLDER = 'tests/screenshots';

const [browser, server] = await Promise.all([openBrowser(), startBuiltServer()]);
const { page } = await openPage(browser);
try {
  await makeOwner(page, server.url);
  await page.getByRole('button', { name: 'Look around with a sample community' }).click();
  await page.getByRole('heading', { name: 'Seven people are waiting on you.' }).waitFor();
  await page.goto(`${server.url}/today`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${FOLDER}/today.png` });
  await page.goto(`${server.url}/people?q=Amara`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Amara Okafor' }).click();
  await page.getByRole('heading', { level: 1, name: 'Amara Okafor' }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${FOLDER}/person.png` });
  await page.goto(`${server.url}/relationships`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${FOLDER}/relationships.png` });
} finally {
  await browser.close();
  await server.stop();
}
