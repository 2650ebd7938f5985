/** Everything that has to be in place before the server file can be imported. */
import { ensureBuilt, ensureServerFiles } from './build.mjs';
import { ensureGenerated } from './generate.mjs';
import { ensureInstalled } from './install.mjs';

export { StepFailed } from './run.mjs';

/**
 * Installs, generates and builds what is missing or stale; says so only when there is something to do.
 * @param {{ build: boolean }} options without `build`, only the server's own files are compiled (for `--dev`)
 * @throws {import('./run.mjs').StepFailed}
 */
export async function prepare({ build }) {
  await ensureInstalled();
  await ensureGenerated();
  await (build ? ensureBuilt() : ensureServerFiles());
}
