/** Archives that are no zip (a packed tar, a repository) from the file into the store, again, and out. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { carryOn, received, rowCounts, undo } from '../factories/imports';
import { carOf, ME, tidAt } from '../fixtures/bluesky/car';
import { archive, FOLLOWING_CSV } from '../fixtures/mastodon/archive';
import { tarGzOf } from '../fixtures/tar';
import { onDisk } from '../fixtures/zip';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const AT = Date.UTC(2024, 1, 1);
const follow = { subject: 'did:web:a.example.org', createdAt: '2024-02-01T00:00:00Z' };

describe.each([
  {
    what: 'Mastodon', name: 'archive-20260901095812-4f3a.tar.gz', bytes: async () => tarGzOf(archive({ 'following_accounts.csv': FOLLOWING_CSV })), people: ['ana@o.ex'],
    counts: { people: 1, audience: 6, conversations: 2, messages: 5, relations: 2, rejected: 0 },
  },
  {
    what: 'Bluesky', name: 'repo.car', bytes: async () => carOf({ [`app.bsky.graph.follow/${tidAt(AT)}`]: follow }, { did: ME, rev: tidAt(AT) }), people: [],
    counts: { people: 0, audience: 1, conversations: 0, messages: 0, relations: 1, rejected: 0 },
  },
])('an archive of $what', ({ name, bytes, people, counts }) => {
  it('comes in once, however often it is handed in, and goes whole', async () => {
    const path = await onDisk('upload', await bytes());
    const before = rowCounts(sql);
    const first = await carryOn(sql, received(sql, path, name));
    expect([first.outcome.status, first.run.counts]).toMatchObject(['finished', counts]);
    expect(sql.prepare('SELECT name FROM Contact ORDER BY name').pluck().all()).toEqual(people);
    const again = await carryOn(sql, received(sql, path, name));
    expect([again.outcome.status, again.run.counts]).toMatchObject(['finished', { people: 0, audience: 0, conversations: 0, messages: 0, reactions: 0, relations: 0, refreshed: 0 }]);
    expect(undo(sql, again.publicId).stayed).toEqual([]);
    expect(undo(sql, first.publicId).stayed).toEqual([]);
    expect(rowCounts(sql)).toEqual(before);
  });
});
