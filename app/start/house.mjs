/** Where the data lies, and whether a Kith works on it: for `npm run backup` and `npm run restore`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed } from './run.mjs';

/** npm runs scripts from the project's root and keeps the folder it was called from. */
const calledFrom = process.env.INIT_CWD ?? process.cwd();
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

/** @returns {string} absolute path, as app/lib/env.server.ts reads it */
export function dataFolder() {
  return resolve(process.env.KITH_DATA || 'data');
}

/** @returns {string} */
export function databaseFile() {
  return join(dataFolder(), 'kith.db');
}

/**
 * The file named on the command line, relative to where the person stands.
 * @param {string} usage
 * @returns {string} absolute path
 * @throws {StepFailed}
 */
export function fileArgument(usage) {
  const [given, more] = process.argv.slice(2);
  if (!given || more !== undefined) throw new StepFailed(usage);
  return resolve(calledFrom, given);
}

/**
 * Takes the lock that a running Kith holds (app/db/house-lock.server.ts).
 * @param {typeof import('better-sqlite3')} Database
 * @returns {() => void} lets go of it
 * @throws {StepFailed} where a Kith is running
 */
export function takeHouse(Database) {
  const lock = new Database(join(dataFolder(), 'kith.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StepFailed(`Kith is running with the data in ${dataFolder()}. Stop it, then restore.`);
  }
  return () => lock.close();
}

/**
 * @param {string} file
 * @param {string} sentence
 * @throws {StepFailed}
 */
export function mustExist(file, sentence) {
  if (!existsSync(file)) throw new StepFailed(sentence);
}

/**
 * Runs one of the two commands: a sentence and exit code 1 where it cannot be done.
 * @param {() => Promise<string>} command resolves to what to say at its end
 */
export async function runCommand(command) {
  try {
    console.log(await command());
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
