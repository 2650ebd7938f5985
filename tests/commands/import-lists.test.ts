/** Two exports of one account: who came, who went, and between which dates. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { changesInBrief, importChanges } from '../../app/queries/import-changes.server';
import { listChanges } from '../../app/queries/list-changes.server';
import { PROFILE_CSV } from '../fixtures/linkedin/eras';
import { importZip, runOf, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const row = (name: string) => `${name},Test,https://www.linkedin.com/in/${name.toLowerCase()}-test,,,,08 Feb 2023`;
const HIDDEN = ',,,,,,07 Jun 2026';

/** An export of that day ("10-03-2026") with these connections. */
async function bring(day: string, names: readonly string[], more: readonly string[] = []): Promise<string> {
  const connections = [HEADER, ...names.map(row), ...more, ''].join('\n');
  const { publicId, run } = await importZip(sql, `Basic_LinkedInDataExport_${day}.zip`, { 'Connections.csv': connections, 'Profile.csv': PROFILE_CSV });
  expect(run.status).toBe('finished');
  return publicId;
}

const OCTOBER = Date.UTC(2026, 9, 3);
const NOVEMBER = Date.UTC(2026, 10, 22);

/** Who is gone, and between which dates. */
const ended = () =>
  sql
    .prepare(`SELECT n.displayName AS name, r.endedAfter, r.endedBefore FROM Relation r JOIN Identity n ON n.id = r.identityId WHERE r.endedBefore IS NOT NULL ORDER BY name`)
    .all();
const changesOf = (publicId: string) =>
  listChanges(sql, runOf(sql, publicId).id).map(({ from, to, fresh, gone }) => ({
    from, to, fresh: fresh.people.map(({ name }) => name), gone: gone.people.map(({ name }) => name),
  }));

describe('two whole exports', () => {
  it('give who came and who went, between their dates', async () => {
    const first = await bring('10-03-2026', ['Ada', 'Ben']);
    const second = await bring('11-22-2026', ['Ben', 'Cleo']);
    expect(changesOf(first)).toEqual([]);
    expect(changesOf(second)).toEqual([{ from: OCTOBER, to: NOVEMBER, fresh: ['Cleo Test'], gone: ['Ada Test'] }]);
    expect(ended()).toEqual([{ name: 'Ada Test', endedAfter: OCTOBER, endedBefore: NOVEMBER }]);
    expect(changesInBrief(sql, runOf(sql, second).id, 'UTC')).toBe('Since 3 October 2026: 1 new connection, 1 connection gone.');
    expect(importChanges(sql, second, 'UTC')?.sections[0]?.groups.map(({ title }) => title)).toEqual(['1 new', '1 gone']);
  });

  it('brought in the other way round say the same', async () => {
    const second = await bring('11-22-2026', ['Ben', 'Cleo']);
    await bring('10-03-2026', ['Ada', 'Ben']);
    expect(changesOf(second)).toEqual([{ from: OCTOBER, to: NOVEMBER, fresh: ['Cleo Test'], gone: ['Ada Test'] }]);
    expect(ended()).toEqual([{ name: 'Ada Test', endedAfter: OCTOBER, endedBefore: NOVEMBER }]);
  });

  it('and a third in which somebody is back: they are not gone', async () => {
    await bring('10-03-2026', ['Ada', 'Ben']);
    await bring('11-01-2026', ['Ben']);
    await bring('11-22-2026', ['Ada', 'Ben']);
    expect(ended()).toEqual([]);
  });

  it('of which the later is taken back claim nothing any more', async () => {
    await bring('10-03-2026', ['Ada', 'Ben']);
    const second = await bring('11-22-2026', ['Ben']);
    expect(ended()).toHaveLength(1);
    undo(sql, second);
    expect(ended()).toEqual([]);
    expect(changesOf(second)).toEqual([]);
  });
});

describe('an export with hidden members', () => {
  it('never claims a loss', async () => {
    await bring('10-03-2026', ['Ada', 'Ben']);
    const second = await bring('11-22-2026', ['Ben', 'Cleo'], [HIDDEN]);
    expect(changesOf(second)).toEqual([]);
    expect(ended()).toEqual([]);
    expect(importChanges(sql, second, 'UTC')).toBeNull();
  });

  it('between two whole ones that lack somebody narrows when it happened', async () => {
    await bring('10-03-2026', ['Ada', 'Ben']);
    await bring('11-01-2026', ['Ada', 'Ben'], [HIDDEN]);
    await bring('11-22-2026', ['Ben']);
    expect(ended()).toEqual([{ name: 'Ada Test', endedAfter: Date.UTC(2026, 10, 1), endedBefore: NOVEMBER }]);
  });
});
