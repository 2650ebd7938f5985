/**
 * `npm run bench`: a big LinkedIn export through the built server, and its pages, each beside a bare loop or page that
 * does the least that could be done; and the page of all relationships with a hundred thousand people. Prints a table.
 * `-- --messages 20000 --connections 2000 --people 5000 --interactions 50000` for a quick look, `-- relationships` or
 * `-- import` for one of the two. `-- archives` brings in a mailbox of 2 GB and a Telegram export of 1 GB instead;
 * `-- archives --mbox 50 --telegram 50` (megabytes) for a quick look.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../app/start/prepare.mjs';
import { runNode } from '../../app/start/run.mjs';
import { importScript } from '../setup/import-script.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

await prepare({ build: true });
console.log('Building the minimal app to compare with.');
mkdirSync('.cache', { recursive: true });
await runNode('node_modules/@remix-run/dev/dist/cli.js', ['vite:build', 'tests/benchmarks/minimal-app'], {
  failed: 'The minimal app could not be built.',
  env: { NODE_ENV: 'production' },
});
await importScript('tests/benchmarks/bench.ts');
