import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { prisma } from '../../app/db/prisma.server';
import { freshDatabase } from '../setup/database';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
});

const INSERT = `INSERT INTO Contact (publicId, name, createdAt, createdHow) VALUES ('leila', 'Leila', ?, 'by_hand')`;

describe('an instant', () => {
  it.each([
    ['a day in November', Date.UTC(2026, 10, 24, 3, 59, 59, 123)],
    ['the epoch', 0],
    ['before the epoch', Date.UTC(1969, 6, 20, 20, 17, 40, 1)],
    ['a repeated hour of autumn', Date.UTC(2026, 9, 25, 1, 30)],
    ['beyond 32 bits of seconds', Date.UTC(2100, 0, 1)],
  ])('is the same written raw and read by Prisma: %s', async (_, at) => {
    sql.prepare(INSERT).run(at);
    const contact = await prisma().contact.findUniqueOrThrow({ where: { publicId: 'leila' } });
    expect(contact.createdAt.getTime()).toBe(at);
  });

  it('is an integer in the file when Prisma writes it', async () => {
    const at = Date.UTC(2026, 10, 24, 3, 59, 59, 123);
    await prisma().contact.create({ data: { publicId: 'leila', name: 'Leila', createdAt: new Date(at), createdHow: 'by_hand' } });
    expect(sql.prepare('SELECT createdAt, typeof(createdAt) AS kind FROM Contact').get()).toEqual({ createdAt: at, kind: 'integer' });
  });

  it('compares the same on both ways', async () => {
    sql.prepare(INSERT).run(1_000);
    const before = (at: number) => prisma().contact.count({ where: { createdAt: { lt: new Date(at) } } });
    expect([await before(1_000), await before(1_001)]).toEqual([0, 1]);
  });
});
