import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { freshDatabase } from '../setup/database';

const TAGS = 'SELECT id, name FROM Tag ORDER BY id';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  for (const name of ['ceramics', 'press']) sql.prepare('INSERT INTO Tag (publicId, name) VALUES (?, ?)').run(name, name);
});

describe('a statement that is prepared again', () => {
  it('is compiled once', () => {
    expect(sql.prepare(TAGS)).toBe(sql.prepare(TAGS));
  });

  it('gives whole rows, whatever an earlier caller made of it', () => {
    expect(sql.prepare(TAGS).pluck().all()).toEqual([1, 2]);
    expect(sql.prepare(TAGS).all()).toEqual([{ id: 1, name: 'ceramics' }, { id: 2, name: 'press' }]);
    expect(sql.prepare(TAGS).raw().all()).toEqual([[1, 'ceramics'], [2, 'press']]);
    expect(sql.prepare(TAGS).all()).toEqual([{ id: 1, name: 'ceramics' }, { id: 2, name: 'press' }]);
  });

  it('is another one while the first is still being read', () => {
    const pairs: unknown[] = [];
    for (const outer of sql.prepare(TAGS).pluck().iterate()) {
      for (const inner of sql.prepare(TAGS).pluck().iterate()) pairs.push([outer, inner]);
    }
    expect(pairs).toEqual([[1, 1], [1, 2], [2, 1], [2, 2]]);
  });

  it('sees a table that has changed since', () => {
    sql.exec('CREATE TEMP TABLE shelf (id INTEGER)');
    const read = () => sql.prepare('SELECT * FROM shelf').all();
    sql.exec('INSERT INTO shelf VALUES (1)');
    expect(read()).toEqual([{ id: 1 }]);
    sql.exec('ALTER TABLE shelf ADD COLUMN name TEXT');
    expect(read()).toEqual([{ id: 1, name: null }]);
  });
});
