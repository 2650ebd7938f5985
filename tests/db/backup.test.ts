/** The two commands, run as a person runs them. */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { databaseFile, openDatabase } from '../../app/db/connection.server';
import { HouseTaken, takeHouse } from '../../app/db/house-lock.server';

const execute = promisify(execFile);

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-backup-'));
  data = join(folder, 'data');
  mkdirSync(data);
  copyFileSync(inject('templateDatabase'), databaseFile(data));
  write('Leila');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command from `folder`; resolves to its exit code and everything it said. */
async function run(command: 'backup' | 'restore', ...args: string[]) {
  const env = { ...process.env, KITH_DATA: data, INIT_CWD: folder };
  const script = join(process.cwd(), `app/start/${command}.mjs`);
  try {
    const { stdout } = await execute(process.execPath, [script, ...args], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error && 'code' in error)) throw error;
    return { code: error.code, said: String(error.stderr) };
  }
}

function write(tag: string, file = databaseFile(data)): void {
  const sql = openDatabase(file);
  sql.prepare('INSERT INTO Tag (publicId, name) VALUES (?, ?)').run(tag, tag);
  sql.close();
}

function tags(file = databaseFile(data)): unknown[] {
  const sql = new Database(file, { fileMustExist: true });
  const names = sql.prepare('SELECT name FROM Tag ORDER BY name').pluck().all();
  sql.close();
  return names;
}

const kept = () => readdirSync(data).filter((name) => name.includes('.before-restore-'));

describe('backup and restore', () => {
  it('bring everything back, and keep what was there in between', async () => {
    expect(await run('backup', 'one.db')).toMatchObject({ code: 0, said: expect.stringContaining(join(folder, 'one.db')) });
    write('Kwame');
    expect(await run('restore', 'one.db')).toMatchObject({ code: 0, said: expect.stringContaining('before-restore-') });
    expect(tags()).toEqual(['Leila']);
    expect(kept().map((name) => tags(join(data, name)))).toEqual([['Kwame', 'Leila']]);
  });

  it('restore into an empty house', async () => {
    await run('backup', 'one.db');
    rmSync(data, { recursive: true });
    expect(await run('restore', 'one.db')).toEqual({ code: 0, said: 'Restored.\n' });
    expect(tags()).toEqual(['Leila']);
  });
});

describe('backup', () => {
  it('is whole while a Kith is running and has written what is not yet in the file itself', async () => {
    const letGo = takeHouse(data);
    const running = openDatabase(databaseFile(data));
    running.prepare(`INSERT INTO Tag (publicId, name) VALUES ('Sofie', 'Sofie')`).run();
    expect(statSync(`${databaseFile(data)}-wal`).size).toBeGreaterThan(0);
    expect((await run('backup', 'one.db')).code).toBe(0);
    running.close();
    letGo();
    expect(tags(join(folder, 'one.db'))).toEqual(['Leila', 'Sofie']);
  });

  it.each([
    ['no name', [], /Say where the backup goes/],
    ['two names', ['a.db', 'b.db'], /Say where the backup goes/],
    ['a file that is there', ['there.db'], /already there.*nothing was overwritten/],
    ['a folder that is not there', ['nowhere/one.db'], /could not be written/],
  ])('says what is wrong with %s', async (_, args, sentence) => {
    writeFileSync(join(folder, 'there.db'), 'mine');
    expect(await run('backup', ...args)).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    expect(statSync(join(folder, 'there.db')).size).toBe(4);
  });

  it('says so where there is nothing yet', async () => {
    rmSync(data, { recursive: true });
    expect(await run('backup', 'one.db')).toEqual({ code: 1, said: expect.stringContaining('nothing to back up') });
  });
});

describe('restore', () => {
  it('refuses while a Kith is running', async () => {
    await run('backup', 'one.db');
    const letGo = takeHouse(data);
    expect(await run('restore', 'one.db')).toEqual({ code: 1, said: expect.stringContaining('Kith is running') });
    letGo();
    expect((await run('restore', 'one.db')).code).toBe(0);
  });

  it.each([
    ['a text', (file: string) => writeFileSync(file, 'Dear diary'.repeat(1000)), /is not a database/],
    ['an empty file', (file: string) => writeFileSync(file, ''), /not one of Kith/],
    ['another database', (file: string) => new Database(file).exec('CREATE TABLE diary (day)').close(), /not one of Kith/],
    [
      'one from a newer Kith',
      (file: string) => {
        copyFileSync(inject('templateDatabase'), file);
        const sql = new Database(file);
        sql.exec(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '29991231_later')`);
        sql.close();
      },
      /newer Kith/,
    ],
    [
      'a damaged one',
      (file: string) => {
        const pages = readFileSync(inject('templateDatabase'));
        writeFileSync(file, pages.fill(7, pages.length / 2));
      },
      /is damaged|is not a database/,
    ],
  ])('refuses %s and changes nothing', async (_, make, sentence) => {
    make(join(folder, 'odd.db'));
    expect(await run('restore', 'odd.db')).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    expect(tags()).toEqual(['Leila']);
    expect(kept()).toEqual([]);
    expect(existsSync(`${databaseFile(data)}.restoring`)).toBe(false);
  });

  it('is the way out of a damaged house', async () => {
    await run('backup', 'one.db');
    writeFileSync(databaseFile(data), 'not a database any more'.repeat(200));
    expect((await run('restore', 'one.db')).code).toBe(0);
    expect(tags()).toEqual(['Leila']);
  });
});

describe('the lock of a house', () => {
  it('is held by one at a time', () => {
    const letGo = takeHouse(data);
    expect(() => takeHouse(data)).toThrow(HouseTaken);
    letGo();
    takeHouse(data)();
  });
});
