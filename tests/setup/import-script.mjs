/** Loads a TypeScript file that is a script of its own, outside of Vitest. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Bundles it and runs its top level. Call it from the project's root, after `prepare`.
 * @param {string} file its path from the project's root
 * @returns {Promise<any>} what it exports
 */
export async function importScript(file) {
  const { build } = await import('esbuild');
  const name = file.replaceAll(/[^a-z]+/gi, '-');
  await build({
    entryPoints: { [name]: file },
    outdir: '.cache',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(resolve(`.cache/${name}.mjs`)).href);
}
