/** Two connections want to write at once: one waits, or fails cleanly, and everything works afterwards. */
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseFile, openDatabase, type Sql } from '../../app/db/connection.server';
import { prisma } from '../../app/db/prisma.server';
import { env } from '../../app/lib/env.server';
import { freshDatabase } from '../setup/database';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
});

const add = (name: string) => sql.prepare('INSERT INTO Tag (publicId, name) VALUES (?, ?)').run(name, name);
const tags = () => sql.prepare('SELECT name FROM Tag ORDER BY name').pluck().all();

/** Holds the write lock on a connection of this thread until released. */
function holdLock(): () => void {
  const other = openDatabase(databaseFile(env().dataFolder));
  other.exec('BEGIN IMMEDIATE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

/** Holds it in a thread of its own for a while, and writes "theirs" before it lets go. */
function holdLockInThread(holdMs: number): Promise<void> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const Database = require('better-sqlite3');
    const sql = new Database(workerData.file);
    sql.exec('BEGIN IMMEDIATE');
    sql.prepare("INSERT INTO Tag (publicId, name) VALUES ('theirs', 'theirs')").run();
    parentPort.postMessage('held');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.holdMs);
    sql.exec('COMMIT');
    sql.close();`;
  const worker = new Worker(code, { eval: true, workerData: { file: databaseFile(env().dataFolder), holdMs } });
  return new Promise((held, failed) => {
    worker.once('message', () => held());
    worker.once('error', failed);
  });
}

describe('a busy database', () => {
  it('makes a write wait for the other to finish', async () => {
    await holdLockInThread(150);
    sql.transaction(() => add('ours')).immediate();
    expect(tags()).toEqual(['ours', 'theirs']);
  });

  it('fails a write that waited too long, with nothing written, and takes the next', () => {
    sql.pragma('busy_timeout = 20');
    const release = holdLock();
    expect(() => sql.transaction(() => add('ours')).immediate()).toThrow(/database is locked/);
    expect(sql.inTransaction).toBe(false);
    release();
    sql.transaction(() => add('later')).immediate();
    expect(tags()).toEqual(['later']);
  });

  it('lets readers read meanwhile', async () => {
    add('before');
    const release = holdLock();
    expect(tags()).toEqual(['before']);
    expect(await prisma().tag.count()).toBe(1);
    release();
  });

  it('does not poison Prisma’s later writes', async () => {
    const client = prisma();
    await client.$queryRawUnsafe('PRAGMA busy_timeout = 20');
    const make = (name: string) => client.tag.create({ data: { publicId: name, name } });
    const release = holdLock();
    await expect(make('ours')).rejects.toThrow();
    release();
    await make('later');
    await client.$transaction([client.tag.update({ where: { publicId: 'later' }, data: { name: 'latest' } })]);
    expect(tags()).toEqual(['latest']);
  });
});
