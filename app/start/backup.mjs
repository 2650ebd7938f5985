/** `npm run backup -- <file>`: copies the database through SQLite's backup API, safe while Kith is running. */
import { existsSync, statSync } from 'node:fs';
import { databaseFile, fileArgument, mustExist, runCommand } from './house.mjs';
import { ensureInstalled } from './install.mjs';
import { StepFailed } from './run.mjs';

await runCommand(async () => {
  const target = fileArgument('Say where the backup goes: npm run backup -- kith-backup.db');
  const source = databaseFile();
  mustExist(source, `There is nothing to back up: ${source} does not exist.`);
  if (existsSync(target)) throw new StepFailed(`${target} is already there. Choose another name; nothing was overwritten.`);
  await ensureInstalled();
  const { default: Database } = await import('better-sqlite3');
  const sql = new Database(source, { fileMustExist: true });
  try {
    // All pages in one step: a writer in between would make the copy start again.
    await sql.backup(target, { progress: () => 1_000_000 });
  } catch (error) {
    throw new StepFailed(`The backup could not be written to ${target}: ${error instanceof Error ? error.message : error}`);
  } finally {
    sql.close();
  }
  return `Backed up to ${target} (${Math.ceil(statSync(target).size / 1024)} KiB).`;
});
