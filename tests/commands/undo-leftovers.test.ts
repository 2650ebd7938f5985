/** What an import that was taken back left behind goes with the last work on it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { saveDraft } from '../../app/commands/save-draft.server';
import { letRest } from '../../app/commands/let-rest.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo as takeBack } from '../../app/commands/undo.server';
import { untagContact } from '../../app/commands/untag-contact.server';
import { sweepLeftovers } from '../../app/db/bulk/leftovers.server';
import type { Sql } from '../../app/db/connection.server';
import { exportOf } from '../fixtures/linkedin/eras';
import { undoResultSchema } from '../../app/domain/imports/run';
import { dump, importZip, NOBODY, NOW, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';
import { EARLIER, exportWith, LATER, NEWER, twoArchives } from '../factories/two-archives';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const DAY = 86_400_000;
const { contactNamed, threadOf, answer } = twoArchives(() => sql);

describe('what stayed goes with the last work on it', () => {
  const last = () => takeBack(sql, NOBODY, null, NOW);
  const resultOf = (publicId: string) =>
    undoResultSchema.parse(JSON.parse(sql.prepare<[string], string>('SELECT result FROM ImportRun WHERE publicId = ?').pluck().get(publicId) ?? ''));

  it('an answer: person, thread and account are gone, and the import’s line says so', async () => {
    const before = dump(sql);
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    answer('2-kofi==', 'Gladly');
    const first = undo(sql, publicId);
    expect(first.removed.people).toBe(7);
    expect(last()).toMatchObject({ partly: false, gone: ['Kofi Mensah'], conversations: [] });
    expect(dump(sql)).toEqual(before);
    expect(resultOf(publicId)).toEqual({
      removed: { people: 8, audience: 3, conversations: 5, interactions: 12, relations: 9 }, stayed: [],
    });
    expect(sql.prepare('SELECT count(*) FROM ImportRunRow').pluck().get()).toBe(0);
  });

  it('an answer in a group: everybody in it', async () => {
    const before = dump(sql);
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    answer('2-circle==', 'Friday it is');
    expect(undo(sql, publicId).stayed.map(({ name }) => name)).toEqual(['Tomás Reyes', 'Wren Hale, PhD']);
    expect(last()?.gone.sort()).toEqual(['Tomás Reyes', 'Wren Hale, PhD']);
    expect(dump(sql)).toEqual(before);
  });

  it('two works on one person: with the second, in either order, and the reason that holds is the one that is said', async () => {
    const before = dump(sql);
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    const { publicId: kofi } = contactNamed('Kofi Mensah');
    const { journalId } = answer('2-kofi==', 'Gladly');
    addNote(sql, NOBODY, { contact: kofi, text: 'Met at the fair' }, NOW);
    undo(sql, publicId);
    expect(takeBack(sql, NOBODY, journalId, NOW)?.gone).toEqual([]);
    expect(resultOf(publicId).stayed).toEqual([{ name: 'Kofi Mensah', reason: 'you wrote a note about them' }]);
    expect(last()?.gone).toEqual(['Kofi Mensah']);
    expect(dump(sql)).toEqual(before);
  });

  it('a tag; and nobody is in the way of taking back what came before it', async () => {
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    const { publicId: zoe } = contactNamed('Zoë Brandt');
    tagContact(sql, NOBODY, { contact: zoe, name: 'fair' }, NOW);
    const tag = sql.prepare<[], string>('SELECT publicId FROM Tag').pluck().get() ?? '';
    untagContact(sql, NOBODY, { contact: zoe, tag }, NOW);
    tagContact(sql, NOBODY, { contact: zoe, name: 'client' }, NOW);
    expect(undo(sql, publicId).stayed).toEqual([{ name: 'Zoë Brandt', reason: 'you tagged them' }]);
    expect(last()?.gone).toEqual(['Zoë Brandt']);
    expect(last()).toMatchObject({ partly: true, gone: [] });
    expect(last()).toMatchObject({ gone: [] });
    expect(sql.prepare('SELECT count(*) FROM Contact').pluck().get()).toBe(0);
  });

  it('a rest', async () => {
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    letRest(sql, NOBODY, { contact: contactNamed('Zoë Brandt').publicId, askAgainAt: null, timeZone: 'UTC' }, NOW);
    expect(undo(sql, publicId).stayed).toEqual([{ name: 'Zoë Brandt', reason: 'you said how to keep in touch with them' }]);
    expect(last()?.gone).toEqual(['Zoë Brandt']);
  });

  it('nothing goes that another import holds', async () => {
    const first = await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    await importZip(sql, LATER.archiveName, exportOf(LATER));
    const held = dump(sql);
    answer('2-kofi==', 'Gladly');
    undo(sql, first.publicId);
    expect(last()?.gone).toEqual([]);
    expect({ ...dump(sql), Coverage: [], RelationSnapshot: [] }).toEqual({ ...held, Coverage: [], RelationSnapshot: [] });
  });

  it('two imports taken back, later words in an earlier thread', async () => {
    const before = dump(sql);
    const earlier = await importZip(sql, EARLIER.archiveName, exportOf(EARLIER));
    const later = await importZip(sql, LATER.archiveName, exportWith(LATER, NEWER));
    answer('2-kofi==', 'Gladly');
    answer('2-circle==', 'Welcome');
    undo(sql, earlier.publicId);
    undo(sql, later.publicId);
    expect(last()?.gone).toContain('Lena Ito');
    expect(last()?.gone).toEqual(['Kofi Mensah']);
    expect(dump(sql)).toEqual(before);
  });

  it('words that undo made a draft again keep their person, until the draft has been empty for a while', async () => {
    const before = dump(sql);
    const teammateId = sql.prepare<[], number>('SELECT id FROM Teammate').pluck().get() ?? 0;
    const { publicId } = await importZip(sql, LATER.archiveName, exportOf(LATER));
    const conversation = threadOf('2-kofi==');
    const { journalId } = logInteraction(
      sql, { teammateId },
      { place: { conversation }, kind: 'message', direction: 'out', text: 'Gladly', occurredAt: NOW, precision: 'minute', draft: { mode: 'write' } },
      NOW,
    );
    undo(sql, publicId);
    expect(takeBack(sql, { teammateId }, journalId, NOW)?.gone).toEqual([]);
    expect(resultOf(publicId).stayed).toEqual([{ name: 'Kofi Mensah', reason: 'you began a reply to them' }]);
    saveDraft(sql, teammateId, { conversation, mode: 'write', text: '', typedAt: NOW + 1 }, NOW + 1);
    expect(sweepLeftovers(sql, NOW + 60_000)).toEqual([]);
    expect(sweepLeftovers(sql, NOW + DAY)).toEqual(['Kofi Mensah']);
    expect(dump(sql)).toEqual(before);
  });
});
