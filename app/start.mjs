/**
 * `npm start`: installs what is missing, generates, builds when the build is stale, then serves. `--dev` serves from
 * the sources instead. Nothing may be installed yet, so this file and app/start/ import nothing but Node itself.
 *
 * package.json caps the heap: Node would let it grow to half a gigabyte under load before it tidies up, and with 96 MB
 * the process stays below 300 MB, an import included, and answers as fast. Builds run in processes of their own, without the cap.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  const present = process.versions.node;
  console.error(`Kith needs Node 20.19 or newer; this is Node ${present}. Get a newer one at https://nodejs.org.`);
  process.exit(1);
}

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const dev = process.argv.includes('--dev');
process.env.NODE_ENV ??= dev ? 'development' : 'production';

// Imported only now: an older Node would stumble over the syntax before it could say the sentence above.
const { prepare, StepFailed } = await import('./start/prepare.mjs');
try {
  await prepare({ build: !dev });
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
const { SERVER_FILE } = await import('./start/build.mjs');
await import(SERVER_FILE.href);
