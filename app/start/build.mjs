/** Builds app/ into build/ when a source has changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from './run.mjs';

const SOURCES = [
  'app', 'public', 'prisma/schema.prisma', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json',
];
const OUTPUT = 'build/server';
const STAMP = 'build/.kith-built';

/** What runs beside the Remix build, by the name it has in build/server: the server file and the worker threads. */
const SERVER_ENTRIES = {
  start: 'app/server.ts',
  'import-worker': 'app/jobs/import-worker.ts',
};

/** The file that serves, once imported. */
export const SERVER_FILE = pathToFileURL(resolve(OUTPUT, 'start.js'));

/**
 * @param {string} path file or folder
 * @returns {string[]} one line per file: path, size and time of change
 */
function inventory(path) {
  if (!existsSync(path)) return [];
  const entry = statSync(path);
  if (!entry.isDirectory()) return [`${path} ${entry.size} ${entry.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => inventory(join(path, name)));
}

/** @returns {string} changes when any source does */
function fingerprint() {
  return createHash('sha256')
    .update(SOURCES.flatMap(inventory).join('\n'))
    .update(process.version)
    .digest('hex');
}

/** @returns {boolean} */
export function isBuilt() {
  return existsSync(SERVER_FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/**
 * Compiles the server's own files. Packages stay outside the bundle: native ones could not be inside, and a shared
 * instance of React must not be there twice.
 */
export async function ensureServerFiles() {
  const { build } = await import('esbuild');
  const present = Object.entries(SERVER_ENTRIES).filter(([, file]) => existsSync(file));
  await build({
    entryPoints: Object.fromEntries(present),
    outdir: OUTPUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** @throws {import('./run.mjs').StepFailed} */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.log('Building.');
  // Taken before: a file changed while the build runs is built again at the next start.
  const before = fingerprint();
  await runNode('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], {
    failed: 'Kith could not be built; the reason stands above.',
    // The browser tests build, too, and under VITEST vite.config.ts leaves Remix out.
    env: { NODE_ENV: 'production', VITEST: '' },
  });
  await ensureServerFiles();
  mkdirSync('build', { recursive: true });
  writeFileSync(STAMP, before);
}
