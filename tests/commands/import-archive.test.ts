/** LinkedIn exports of every era, from the zip into the store, and out again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { ERAS, eraNamed, exportOf } from '../fixtures/linkedin/eras';
import { dump, importFolder, importZip, rowCounts, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const names = (query: string) => sql.prepare<[], string>(query).pluck().all();
const PEOPLE = names.bind(null, 'SELECT name FROM Contact ORDER BY name');
const AUDIENCE = names.bind(
  null,
  `SELECT displayName FROM Identity n WHERE contactId IS NULL AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)
   ORDER BY displayName, company`,
);

describe.each(ERAS)('the export of $name', (era) => {
  it('makes people of those who said or were told something, and audience of the silent', async () => {
    const { outcome, run } = await importZip(sql, era.archiveName, exportOf(era));
    expect(outcome).toEqual({ status: 'finished' });
    expect(PEOPLE()).toEqual([
      'Amara Diallo', 'Ines Okafor', 'Kofi Mensah', 'LinkedIn Member', 'Noor Haddad', 'Tomás Reyes', 'Wren Hale, PhD', 'Zoë Brandt',
    ]);
    // Before 2023 connections have no address: nothing says that they are those who wrote.
    const unlinked = ['Ines Okafor', 'Kofi Mensah', 'Kofi Mensah', 'Pat Lindqvist', 'Sam Ito', 'Wren Hale, PhD', 'Zoë Brandt'];
    expect(AUDIENCE()).toEqual(era.connectionUrls ? ['Kofi Mensah', 'Pat Lindqvist', 'Sam Ito'] : unlinked);
    expect(run.counts).toMatchObject({
      people: 8, audience: AUDIENCE().length, conversations: 5, messages: 10, invitations: 2, relations: 9, rejected: 0,
      refreshed: 0, alreadyThere: 0,
    });
  });

  it('keeps every word with the right people, both ways', async () => {
    await importZip(sql, era.archiveName, exportOf(era));
    const lines = sql
      .prepare(
        `SELECT c.externalId AS thread, i.direction, n.displayName AS name, b.text FROM Interaction i
         JOIN Conversation c ON c.id = i.conversationId JOIN InteractionBody b ON b.interactionId = i.id
         JOIN InteractionParticipant p ON p.interactionId = i.id AND p.role = 'from' JOIN Identity n ON n.id = p.identityId
         WHERE c.externalId IN ('2-kofi==', '2-zoe==') ORDER BY c.externalId, i.occurredAt, i.id`,
      )
      .all();
    expect(lines).toEqual([
      { thread: '2-kofi==', direction: 'in', name: 'Kofi Mensah', text: 'Here are the mockups' },
      {
        thread: '2-kofi==', direction: 'out', name: 'Jordan Pike',
        text: 'They are lovely.\n\nTwo things, "small" ones:\n- the blue, and\n- the footer',
      },
      { thread: '2-kofi==', direction: 'in', name: 'Kofi Mensah', text: 'Thanks!' },
      { thread: '2-kofi==', direction: 'in', name: 'Kofi Mensah', text: 'Thanks!' },
      { thread: '2-zoe==', direction: 'out', name: 'Jordan Pike', text: 'Good to meet you, Zoë' },
    ]);
  });

  it('says whose turn it is', async () => {
    await importZip(sql, era.archiveName, exportOf(era));
    const turns = sql
      .prepare<[], { thread: string; turn: string }>(
        `SELECT c.externalId AS thread, s.turn FROM ConversationState s JOIN Conversation c ON c.id = s.conversationId ORDER BY 1`,
      )
      .all();
    expect(Object.fromEntries(turns.map(({ thread, turn }) => [thread, turn]))).toEqual({
      '2-circle==': 'none', '2-gone==': 'yours', '2-ines==': 'yours', '2-kofi==': 'yours', '2-zoe==': 'theirs',
    });
  });

  it('comes in once, however often it is brought', async () => {
    const first = await importZip(sql, era.archiveName, exportOf(era));
    const before = rowCounts(sql);
    const second = await importZip(sql, era.archiveName, exportOf(era));
    const added = Object.entries(rowCounts(sql)).filter(([table, rows]) => !SAID_BY_EACH_RUN.includes(table) && rows !== before[table]);
    expect(added).toEqual([]);
    expect(second.run.counts).toMatchObject({
      people: 0, audience: 0, conversations: 0, messages: 0, invitations: 0, relations: 0, refreshed: 0,
      alreadyThere: first.run.counts.messages + first.run.counts.invitations,
    });
  });

  it('goes out again without a trace', async () => {
    const before = dump(sql);
    const { publicId } = await importZip(sql, era.archiveName, exportOf(era));
    const result = undo(sql, publicId);
    expect(dump(sql)).toEqual(before);
    expect(result.stayed).toEqual([]);
    expect(result.removed).toEqual({
      people: 8, audience: era.connectionUrls ? 3 : 7, conversations: 5, interactions: 12, relations: 9,
    });
    expect(sql.prepare('SELECT count(*) FROM ImportRunRow').pluck().get()).toBe(0);
    for (const text of ['Identity', 'Contact']) sql.exec(`INSERT INTO ${text}Text(${text}Text, rank) VALUES ('integrity-check', 1)`);
  });
});

/** What each run says of its source by itself. */
const SAID_BY_EACH_RUN = ['Coverage', 'RelationSnapshot'];

it('knows the people of one era again in the next', async () => {
  await importZip(sql, 'Complete_LinkedInDataExport_12-20-2023.zip', exportOf(eraNamed('2023')));
  const before = rowCounts(sql);
  const { run } = await importZip(sql, 'Complete_LinkedInDataExport_11-22-2026.zip', exportOf(eraNamed('2026')));
  expect(run.counts).toMatchObject({ people: 0, audience: 0, messages: 0, alreadyThere: 12 });
  expect({ ...rowCounts(sql), Coverage: 0, RelationSnapshot: 0 }).toEqual({ ...before, Coverage: 0, RelationSnapshot: 0 });
});

it('brings a list of connections alone, and the same list again: nothing new, and no complaint', async () => {
  const list = { 'Connections.csv': String(exportOf(eraNamed('2026'))['Connections.csv']).replace(/^"?,.*\n/gm, '') };
  await importZip(sql, 'first.zip', list);
  const { outcome, run } = await importZip(sql, 'second.zip', list);
  expect(outcome).toEqual({ status: 'finished' });
  expect(run.counts).toMatchObject({ audience: 0, relations: 0, relationsMet: 5 });
});

it('reads a folder like the zip it came in', async () => {
  await importFolder(sql, 'Complete_LinkedInDataExport_11-22-2026', exportOf(eraNamed('2026')));
  expect(PEOPLE()).toHaveLength(8);
});

it('asks old and new exports of one user no question about who they are', async () => {
  for (const era of ERAS) {
    const { outcome } = await importZip(sql, era.archiveName, exportOf(era));
    expect([era.name, outcome.status]).toEqual([era.name, 'finished']);
  }
  expect(names(`SELECT label FROM OwnAccount WHERE platform = 'linkedin'`)).toEqual(['Jordan Pike']);
});

it('keeps what it was told apart from what it read: rows left out are counted, by reason', async () => {
  const { run } = await importZip(sql, 'export.zip', exportOf(eraNamed('2026')));
  expect(run.leftOut.map(({ file, count }) => [file, count])).toEqual([
    ['Connections.csv', 2], ['messages.csv', 1], ['messages.csv', 1], ['messages.csv', 1],
  ]);
});
