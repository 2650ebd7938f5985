/** The same archive once more: what is derived stays as it is, unless something it follows from is not as it was. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { eraNamed, exportOf } from '../fixtures/linkedin/eras';
import { importFolder } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const era = eraNamed('2023');
/** Unpacked, so that it is read again: a zip that is the same byte for byte would only be met. */
const bringIn = () => importFolder(sql, era.archiveName, exportOf(era));

/** Not what anything derives: it is gone as soon as something is derived anew. */
const MARK = -1;
const marked = () => sql.prepare('SELECT count(*) FROM ConversationState WHERE messageCount = ?').pluck().get(MARK);

describe('an archive brought in once more', () => {
  it.each([
    { what: 'nothing else', change: '', isDerivedAnew: false },
    { what: 'an import that has not come to its end', change: `UPDATE ImportRun SET status = 'paused'`, isDerivedAnew: true },
    { what: 'a source that saw less far', change: `UPDATE Coverage SET "to" = "to" - 1`, isDerivedAnew: true },
    { what: 'no source that saw anything', change: 'DELETE FROM Coverage', isDerivedAnew: true },
    { what: 'a message that had gone', change: 'DELETE FROM Interaction WHERE id = (SELECT max(id) FROM Interaction)', isDerivedAnew: true },
  ])('beside $what: derived anew $isDerivedAnew', async ({ change, isDerivedAnew }) => {
    await bringIn();
    sql.prepare('UPDATE ConversationState SET messageCount = ?').run(MARK);
    expect(marked()).toBeGreaterThan(0);
    sql.exec(change);
    expect((await bringIn()).outcome).toEqual({ status: 'finished' });
    if (isDerivedAnew) expect(marked()).toBe(0);
    else expect(marked()).toBeGreaterThan(0);
  });
});
