/**
 * `npm run bench:health -- <folder>`: how well health foretells who will write, over event logs in the form
 * `time,from,to,kind`, beside simpler scores. Without a folder it reads the college log beside this file. Ends with 1 where
 * a bar is broken.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../../app/start/prepare.mjs';
import { importScript } from '../../setup/import-script.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv[2];
// npm starts scripts in the folder of package.json, wherever it was called.
const folder = asked === undefined ? join(here, 'logs') : resolve(process.env['INIT_CWD'] ?? process.cwd(), asked);
process.chdir(resolve(here, '../../..'));

await prepare({ build: false });
const { benchHealth } = await importScript('tests/benchmarks/health/bench.ts');
process.exitCode = (await benchHealth(folder)) ? 0 : 1;
