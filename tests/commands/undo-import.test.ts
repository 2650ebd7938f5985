/** What an undo takes back, what it leaves, and how several archives of one account keep out of each other's way. */
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
import { transact } from '../../app/db/transact.server';
import { csvTable } from '../fixtures/linkedin/csv-text';
import { eraNamed, exportOf, type Era } from '../fixtures/linkedin/eras';
import type { Files } from '../fixtures/zip';
import { askToUndoImport } from '../../app/commands/undo-import.server';
import { undoResultSchema } from '../../app/domain/imports/run';
import { dump, importZip, NOBODY, NOW, runOf, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const EARLIER = eraNamed('2023');
const LATER = eraNamed('2026');
const DAY = 86_400_000;

const contactNamed = (name: string) => {
  const row = sql.prepare<[string], { id: number; publicId: string }>('SELECT id, publicId FROM Contact WHERE name = ?').get(name);
  if (!row) throw new Error(`${name} is no contact`);
  return row;
};
const threadOf = (externalId: string) => {
  const publicId = sql.prepare<[string], string>('SELECT publicId FROM Conversation WHERE externalId = ?').pluck().get(externalId);
  if (!publicId) throw new Error(`There is no ${externalId}`);
  return publicId;
};
const messagesIn = (externalId: string) =>
  sql
    .prepare<[string], string>(
      `SELECT b.text FROM Interaction i JOIN Conversation c ON c.id = i.conversationId JOIN InteractionBody b ON b.interactionId = i.id
       WHERE c.externalId = ? ORDER BY i.occurredAt, i.id`,
    )
    .pluck()
    .all(externalId);
const answer = (thread: string, text: string | null, at = NOW - DAY) =>
  logInteraction(
    sql, NOBODY,
    { place: { conversation: threadOf(thread) }, kind: 'message', direction: 'out', text, occurredAt: at, precision: 'minute' },
    NOW,
  );

interface Extra {
  thread: string;
  from: [name: string, slug: string];
  to: [name: string, slug: string][];
  at: string;
  text: string;
}

/** An export of that era with further lines at the head of its messages, where LinkedIn puts the newest. */
function exportWith(era: Era, extras: readonly Extra[]): Files {
  const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
  const table = csvTable(
    era.messageColumns,
    extras.map((line) => ({
      'CONVERSATION ID': line.thread, FROM: line.from[0], 'SENDER PROFILE URL': url(line.from[1]),
      TO: line.to.map(([name]) => name).join(', '), 'RECIPIENT PROFILE URLS': line.to.map(([, slug]) => url(slug)).join(','),
      DATE: `${line.at} UTC`, CONTENT: line.text, FOLDER: 'INBOX', 'IS MESSAGE DRAFT': 'No',
    })),
    era.style,
  );
  const files = exportOf(era);
  const messages = String(files['messages.csv']);
  return { ...files, 'messages.csv': table + messages.slice(messages.indexOf('\n') + 1) };
}

const ME: [string, string] = ['Jordan Pike', 'jordanpike'];
const KOFI: [string, string] = ['Kofi Mensah', 'kofi-1188'];
/** Tomás under a new name, a new person, somebody new in a group, and an answer to Ines. */
const NEWER: readonly Extra[] = [
  { thread: '2-kofi==', from: KOFI, to: [ME], at: '2026-11-20 10:00:00', text: 'A year already?' },
  { thread: '2-new==', from: ['Lena Ito', 'lena-ito'], to: [ME], at: '2026-11-19 10:00:00', text: 'Do you take on new clients?' },
  {
    thread: '2-circle==', from: ['Lena Ito', 'lena-ito'], to: [ME, ['Wren Hale, PhD', 'wren-hale'], ['Tomás Reyes-Lima', 'tomas-reyes']],
    at: '2026-11-18 10:00:00', text: 'Thanks for having me',
  },
  { thread: '2-tomas==', from: ['Tomás Reyes-Lima', 'tomas-reyes'], to: [ME], at: '2026-11-17 12:00:00', text: 'I married' },
  { thread: '2-ines==', from: ME, to: [['Ines Okafor', 'ines-okafor-3b2a91']], at: '2026-11-17 10:00:00', text: 'Let me think about it' },
];

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
