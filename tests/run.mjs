/**
 * `npm test`: everything, on a clone where nothing is installed yet. `npm run check` (`--fast`): types, lint, unit.
 * The last line counts what passed and failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, StepFailed } from '../app/start/prepare.mjs';
import { findOrFetchBrowser } from './e2e/browser.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
process.env['NODE_ENV'] = 'test';

const fast = process.argv.includes('--fast');
const REPORTS = '.cache/tests';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs a tool of node_modules with its output on the terminal.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it succeeded
 */
function tool(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

/**
 * @param {string} name
 * @param {Promise<boolean>} running
 * @returns {Promise<Count>}
 */
async function asOne(name, running) {
  const passed = await running;
  console.log(`${name}: ${passed ? 'fine' : 'failed'}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/**
 * @param {string[]} projects of vite.config.ts
 * @returns {Promise<Count>} tests, and one failure for a run that broke outside of any test
 */
async function vitest(...projects) {
  const report = `${REPORTS}/${projects.join('-')}.json`;
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const fine = await tool('vitest/vitest.mjs', [...args, ...projects.flatMap((project) => ['--project', project])]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: fine ? failed : Math.max(failed, 1) };
}

/** @returns {Promise<Count>} */
async function inBrowser() {
  process.env['CHROME_PATH'] = findOrFetchBrowser(console.log);
  await prepare({ build: true });
  return vitest('browser');
}

/** @returns {Promise<Count[]>} */
async function runAll() {
  await prepare({ build: false });
  const counts = await Promise.all([
    asOne('Types', tool('typescript/bin/tsc', ['--noEmit'])),
    asOne('Lint', tool('eslint/bin/eslint.js', ['.', '--cache', '--cache-location', '.cache/eslint/'])),
  ]);
  counts.push(await (fast ? vitest('unit') : vitest('unit', 'store')));
  if (!fast) counts.push(await inBrowser());
  return counts;
}

/** @returns {Promise<Count>} */
async function total() {
  try {
    const counts = await runAll();
    return counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }));
  } catch (error) {
    console.error(error instanceof StepFailed || error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = await total();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
