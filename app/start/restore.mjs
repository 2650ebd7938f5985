/**
 * `npm run restore -- <file>`: puts a backup in the place of the database. Not while Kith is running: an older backup
 * has to pass through the migrations at the next start, and an import in progress would go on writing into it.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { databaseFile, dataFolder, fileArgument, mustExist, runCommand, takeHouse } from './house.mjs';
import { ensureInstalled } from './install.mjs';
import { StepFailed } from './run.mjs';

await runCommand(async () => {
  const source = fileArgument('Say which backup to restore: npm run restore -- kith-backup.db');
  mustExist(source, `${source} does not exist.`);
  await ensureInstalled();
  const { default: Database } = await import('better-sqlite3');
  mkdirSync(dataFolder(), { recursive: true, mode: 0o700 });
  const letGo = takeHouse(Database);
  try {
    return restore(Database, source);
  } finally {
    letGo();
  }
});

/**
 * @param {typeof import('better-sqlite3')} Database
 * @param {string} source
 * @returns {string}
 */
function restore(Database, source) {
  const target = databaseFile();
  const arriving = `${target}.restoring`;
  removeDatabase(arriving);
  copyFileSync(source, arriving);
  try {
    checkDatabase(Database, arriving, source);
    const kept = keepPresent(Database, target);
    // One step: at no moment is there no database, or half of one.
    renameSync(arriving, target);
    return kept ? `Restored. What was there before is kept as ${kept}.` : 'Restored.';
  } finally {
    removeDatabase(arriving);
  }
}

/**
 * Refuses what is no database of this Kith or an older one, and folds its log into the file.
 * @param {typeof import('better-sqlite3')} Database
 * @param {string} file
 * @param {string} named as the person named it
 */
function checkDatabase(Database, file, named) {
  const sql = new Database(file);
  try {
    const sound = sql.pragma('integrity_check', { simple: true }) === 'ok';
    if (!sound) throw new StepFailed(`${named} is damaged; nothing was changed.`);
    const ledger = sql.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
    const workspaces = sql.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'Workspace'`).get();
    if (!ledger || !workspaces) throw new StepFailed(`${named} is a database, but not one of Kith's; nothing was changed.`);
    const known = new Set(readdirSync('prisma/migrations'));
    const present = sql.prepare('SELECT migration_name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL');
    const applied = present.pluck().all();
    if (applied.some((name) => !known.has(String(name)))) {
      throw new StepFailed(`${named} was made by a newer Kith. Update Kith, then restore; nothing was changed.`);
    }
    sql.pragma('journal_mode = DELETE');
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new StepFailed(`${named} is not a database; nothing was changed.`);
    throw error;
  } finally {
    sql.close();
  }
}

/**
 * Copies the present database aside. Opening and closing it alone folds its -wal into it, which must not meet the
 * restored file.
 * @param {typeof import('better-sqlite3')} Database
 * @param {string} target
 * @returns {string | null} the copy; null where there was none
 */
function keepPresent(Database, target) {
  if (!existsSync(target)) return null;
  const kept = `${target}.before-restore-${new Date().toISOString().replaceAll(':', '-')}`;
  try {
    const sql = new Database(target);
    sql.pragma('journal_mode = DELETE');
    sql.close();
  } catch (error) {
    // A damaged database is a reason to restore, not to stop: it is kept as it lies there.
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  copyFileSync(target, kept);
  for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true });
  return kept;
}

/** @param {string} file */
function removeDatabase(file) {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}
