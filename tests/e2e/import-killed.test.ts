/** The whole process killed in the middle of an import, and imports that arrive together, on the built server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { databaseFile, openDatabase } from '../../app/db/connection.server';
import { importCountsSchema } from '../../app/domain/imports/run';
import { makeOwner, untilFinished } from '../benchmarks/visitor';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder, removeFolders } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';

const LARGE = { messages: 6_000, connections: 1_000 };
const SMALL = { messages: 800, connections: 100, seed: 23 };

let server: BuiltServer;
let cookie = '';
let large = '';
let small = '';

beforeAll(async () => {
  const folder = await newFolder();
  large = join(folder, 'large.zip');
  small = join(folder, 'small.zip');
  await Promise.all([writeLargeExport(large, LARGE), writeLargeExport(small, SMALL)]);
});
beforeAll(async () => {
  server = await startBuiltServer();
  cookie = await makeOwner(server.url);
});
afterAll(async () => {
  await server.stop();
  await removeFolders();
});

/** Sends a file as the page does. @returns the import's public id */
async function upload(path: string, name: string): Promise<string> {
  const response = await fetch(`${server.url}/import/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST', body: await readFile(path), headers: { origin: server.url, cookie },
  });
  return z.object({ publicId: z.string() }).parse(await response.json()).publicId;
}

const finished = (publicId: string) => untilFinished(server.url, cookie, publicId, () => wait(100));

/** Looks into the data folder from outside. */
function inStore<T>(shape: z.ZodType<T>, query: string, ...values: string[]): T {
  const sql = openDatabase(databaseFile(server.dataFolder), { readonly: true });
  try {
    return shape.parse(sql.prepare(query).pluck().get(...values));
  } finally {
    sql.close();
  }
}

const rows = (table: 'Interaction' | 'InteractionBody' | 'Relation' | 'Identity') => inStore(z.number(), `SELECT count(*) FROM ${table}`);
const countsOf = (publicId: string) =>
  importCountsSchema.parse(JSON.parse(inStore(z.string(), 'SELECT counts FROM ImportRun WHERE publicId = ?', publicId)));
const statusOf = (publicId: string) => inStore(z.string(), 'SELECT status FROM ImportRun WHERE publicId = ?', publicId);

describe('the process killed while it reads', () => {
  it('goes on at the next start, and ends with every row once', async () => {
    const publicId = await upload(large, 'Complete_LinkedInDataExport_11-22-2026.zip');
    const { dataFolder } = server;
    for (const share of [0.2, 0.6]) {
      while (rows('Interaction') < share * LARGE.messages) {
        expect(statusOf(publicId)).toMatch(/^(?:received|reading)$/);
        await wait(20);
      }
      await server.end('SIGKILL');
      expect(statusOf(publicId)).toBe('reading');
      expect(rows('Interaction')).toBeLessThan(LARGE.messages);
      server = await startBuiltServer({ KITH_DATA: dataFolder });
    }
    await finished(publicId);
    expect({ messages: rows('Interaction'), texts: rows('InteractionBody'), relations: rows('Relation') }).toEqual({
      messages: LARGE.messages, texts: LARGE.messages, relations: LARGE.connections,
    });
    expect(countsOf(publicId)).toMatchObject({ messages: LARGE.messages, relations: LARGE.connections, alreadyThere: 0, relationsMet: 0, rejected: 0 });
  });

  it('and the same archive again finds everything there', async () => {
    const people = rows('Identity');
    const again = await upload(large, 'again.zip');
    await finished(again);
    expect(countsOf(again)).toMatchObject({ messages: 0, relations: 0, alreadyThere: LARGE.messages, relationsMet: LARGE.connections });
    expect({ messages: rows('Interaction'), people: rows('Identity') }).toEqual({ messages: LARGE.messages, people });
  });
});

describe('two imports at once', () => {
  it('queue: the second is read when the first has ended, and both end', async () => {
    const before = rows('Interaction');
    const [first, second] = await Promise.all([upload(small, 'one.zip'), upload(small, 'two.zip')]);
    const underWay = ['reading', 'finishing'];
    for (let states = [statusOf(first), statusOf(second)]; states.some((state) => state !== 'finished'); states = [statusOf(first), statusOf(second)]) {
      expect(states.filter((state) => underWay.includes(state)).length).toBeLessThan(2);
      expect(states).not.toContain('failed');
      await wait(20);
    }
    const [one, two] = [countsOf(first), countsOf(second)];
    expect([one.messages, two.messages].sort((a, b) => a - b)).toEqual([0, SMALL.messages]);
    expect([one.alreadyThere, two.alreadyThere].sort((a, b) => a - b)).toEqual([0, SMALL.messages]);
    expect(rows('Interaction')).toBe(before + SMALL.messages);
  });
});
