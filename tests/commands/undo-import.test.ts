/** What an undo takes back, what it leaves, and how several archives of one account keep out of each other's way. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../app/db/connection.server';
import { transact } from '../../app/db/transact.server';
import { exportOf } from '../fixtures/linkedin/eras';
import { askToUndoImport } from '../../app/commands/undo-import.server';
import { dump, importZip, NOBODY, NOW, runOf, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';
import { type Extra, EARLIER, exportWith, KOFI, LATER, ME, NEWER, twoArchives } from '../factories/two-archives';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const DAY = 86_400_000;
const { contactNamed, messagesIn, answer } = twoArchives(() => sql);

describe('what the user has worked on', () => {
  it('stays, with the reason', async () => {
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    answer('2-kofi==', 'Gladly');
    sql.prepare(`INSERT INTO Note (publicId, contactId, text, writtenAt) VALUES ('n', ?, 'Met at the fair', 0)`).run(contactNamed('Amara Diallo').id);
    sql.prepare(`INSERT INTO Tag (publicId, name) VALUES ('t', 'client')`).run();
    sql.prepare('INSERT INTO ContactTag (contactId, tagId, addedAt) SELECT ?, id, 0 FROM Tag').run(contactNamed('Zoë Brandt').id);

    const result = undo(sql, publicId);

    expect(result.stayed).toEqual([
      { name: 'Amara Diallo', reason: 'you wrote a note about them' },
      { name: 'Kofi Mensah', reason: 'you answered or logged something with them' },
      { name: 'Zoë Brandt', reason: 'you tagged them' },
    ]);
    expect(result.removed).toMatchObject({ people: 5, conversations: 4 });
    expect(messagesIn('2-kofi==')).toHaveLength(5);
    expect(sql.prepare(`SELECT count(*) FROM Conversation`).pluck().get()).toBe(1);
    expect(sql.prepare(`SELECT turn FROM ConversationState`).pluck().all()).toEqual(['theirs']);
    expect(sql.prepare('SELECT count(*) FROM ContactHealth').pluck().get()).toBe(1);
  });

  it('goes at last with the next undo, once nothing is worked on any more', async () => {
    const before = dump(sql);
    const first = await importZip(sql, LATER.archiveName, exportOf(LATER));
    sql.prepare(`INSERT INTO Note (publicId, contactId, text, writtenAt) VALUES ('n', ?, 'Met at the fair', 0)`).run(contactNamed('Amara Diallo').id);
    expect(undo(sql, first.publicId).stayed).toHaveLength(1);
    const second = await importZip(sql, LATER.archiveName, exportOf(LATER));
    sql.prepare('DELETE FROM Note').run();
    expect(undo(sql, second.publicId).stayed).toEqual([]);
    expect(dump(sql)).toEqual(before);
  });

  it('keeps a name the user typed', async () => {
    const first = await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    const { id } = contactNamed('Tomás Reyes');
    transact(sql, { actor: NOBODY, verb: 'rename', sentence: 'Renamed', now: NOW }, (work) =>
      work.update('Contact', { id }, { name: 'Tomás from the fair', nameBasis: 'user' }),
    );
    const second = await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    undo(sql, second.publicId);
    expect(sql.prepare('SELECT name FROM Contact WHERE id = ?').pluck().get(id)).toBe('Tomás from the fair');
    expect(undo(sql, first.publicId).stayed).toEqual([{ name: 'Tomás from the fair', reason: 'you changed what stands on their page' }]);
  });
});

describe('two archives of one account', () => {
  it('the later one goes out and leaves everything as the earlier one had it', async () => {
    await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    const before = dump(sql);
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    expect(later.run.counts).toMatchObject({ people: 1, messages: 5, conversations: 2 });
    expect(contactNamed('Tomás Reyes-Lima').id).toBeGreaterThan(0);
    undo(sql, later.publicId);
    expect(dump(sql)).toEqual(before);
  });

  it.each([
    ['the earlier one first', true],
    ['the later one first', false],
  ])('nothing is left after both, %s', async (_, earlierFirst) => {
    const before = dump(sql);
    const earlier = await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    const order = earlierFirst ? [earlier, later] : [later, earlier];
    for (const { publicId } of order) undo(sql, publicId);
    expect(dump(sql)).toEqual(before);
  });

  it('what the later one holds stays when the earlier one goes', async () => {
    const earlier = await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    const rows = Object.fromEntries(Object.entries(dump(sql)).map(([table, all]) => [table, all.length]));
    const result = undo(sql, earlier.publicId);
    expect(result).toEqual({ removed: { people: 0, audience: 0, conversations: 0, interactions: 0, relations: 0 }, stayed: [] });
    expect(contactNamed('Tomás Reyes-Lima').id).toBeGreaterThan(0);
    const left = Object.fromEntries(Object.entries(dump(sql)).map(([table, all]) => [table, all.length]));
    expect({ ...left, Coverage: 0, RelationSnapshot: 0 }).toEqual({ ...rows, Coverage: 0, RelationSnapshot: 0 });
  });

  it('an older archive fills gaps and renames nobody', async () => {
    await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    const state = dump(sql);
    await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    expect(dump(sql)['Contact']).toEqual(state['Contact']);
    expect(dump(sql)['Conversation']).toEqual(state['Conversation']);
  });

  it('newer messages in a thread the user had answered before go out again', async () => {
    await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    answer('2-kofi==', 'Gladly');
    const before = dump(sql);
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    undo(sql, later.publicId);
    expect(dump(sql)).toEqual(before);
  });
});

describe('an answer that was logged and comes with a later archive', () => {
  const logged = { text: 'Gladly,  let us talk on Monday', at: Date.UTC(2026, 10, 20, 9) };
  const extra: Extra = { thread: '2-kofi==', from: ME, to: [KOFI], at: '2026-11-20 08:41:07', text: 'Gladly, let us talk on Monday' };

  it.each([
    ['with the same words', logged.text, ['Gladly,  let us talk on Monday']],
    ['answered elsewhere, without words', null, ['Gladly, let us talk on Monday']],
  ])('is one message, at the time the platform says: %s', async (_, text, words) => {
    await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    answer('2-kofi==', text, logged.at);
    const before = dump(sql);
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, [extra]));
    expect(later.run.counts).toMatchObject({ messages: 0, alreadyThere: 13 });
    expect(messagesIn('2-kofi==').slice(4)).toEqual(words);
    const row = sql.prepare(`SELECT occurredAt, precision, idBasis FROM Interaction WHERE origin = 'logged'`).all();
    expect(row).toEqual([{ occurredAt: Date.UTC(2026, 10, 20, 8, 41, 7), precision: 'second', idBasis: 'hash' }]);
    undo(sql, later.publicId);
    expect(dump(sql)).toEqual(before);
  });

  it('other words are another message', async () => {
    await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    answer('2-kofi==', 'No, thank you', logged.at);
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, [extra]));
    expect(later.run.counts.messages).toBe(1);
  });
});

it('is not offered for ever', async () => {
  const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
  askToUndoImport(sql, NOBODY, publicId, NOW + 31 * DAY);
  expect(runOf(sql, publicId).status).toBe('finished');
});
