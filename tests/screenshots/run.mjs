/** `npm run screenshots`: takes the README's pictures anew, from a built Kith with the sample community. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../app/start/prepare.mjs';
import { findOrFetchBrowser } from '../e2e/browser.mjs';
import { importScript } from '../setup/import-script.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
await prepare({ build: true });
process.env['CHROME_PATH'] = findOrFetchBrowser(console.log);
await importScript('tests/screenshots/take.ts');
