/** Installs the packages that package-lock.json names, once per lockfile. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { run, StepFailed } from './run.mjs';

const STAMP = 'node_modules/.kith-installed';

/** The packages without which nothing else can be tried: a half-removed node_modules is installed again. */
const CORNERSTONES = ['better-sqlite3', '@remix-run/dev', '@prisma/client', 'esbuild', 'vitest'];

/** @returns {string} what the installed packages have to match */
function wanted() {
  const source = existsSync('package-lock.json') ? 'package-lock.json' : 'package.json';
  return createHash('sha256').update(readFileSync(source)).digest('hex');
}

/** @returns {boolean} */
export function isInstalled() {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted() &&
    CORNERSTONES.every((name) => existsSync(`node_modules/${name}/package.json`))
  );
}

/**
 * Runs npm where node_modules does not match the lockfile.
 * @throws {import('./run.mjs').StepFailed}
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages. The first time takes one to three minutes.');
  if (!(await tryCleanInstall())) await npm('install', FAILED);
  writeFileSync(STAMP, wanted());
}

const FAILED =
  'The packages could not be installed; npm says why above. ' +
  'better-sqlite3 needs python3, make and g++ where its ready-made binary cannot be downloaded.';

/**
 * `npm ci` installs exactly the lockfile, and refuses one that leaves out packages for other systems, as registries
 * that mirror only a part produce them. `npm install` takes those too.
 * @returns {Promise<boolean>}
 */
async function tryCleanInstall() {
  if (!existsSync('package-lock.json')) return false;
  try {
    await npm('ci', FAILED);
    return true;
  } catch (error) {
    if (error instanceof StepFailed && error.message.includes('EUSAGE')) return false;
    throw error;
  }
}

/**
 * @param {'ci' | 'install'} verb
 * @param {string} failed
 */
function npm(verb, failed) {
  // The lockfile stays as it is: installing must not make a clone look edited.
  const args = [verb, '--no-audit', '--no-fund', '--include=dev', ...(verb === 'install' ? ['--no-save'] : [])];
  return run('npm', args, {
    // npm is a .cmd file on Windows, which only a shell runs.
    shell: process.platform === 'win32',
    // The build needs the development packages, whatever NODE_ENV says.
    env: { NODE_ENV: 'development' },
    failed,
  });
}
