/** Erasing somebody for good: no table keeps a row, the file keeps no byte, and everybody else is as they were. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { addContact, type NewContact } from '../../app/commands/add-contact.server';
import { typedEmail } from '../../app/commands/add-contact/typed-identity.server';
import { addNote } from '../../app/commands/add-note.server';
import { closeConversation } from '../../app/commands/close-conversation.server';
import { deleteNote } from '../../app/commands/delete-note.server';
import { dismissSuggestion } from '../../app/commands/dismiss-suggestion.server';
import { eraseContact } from '../../app/commands/erase-contact.server';
import { mergeContacts } from '../../app/commands/merge-contacts.server';
import { saveDraft } from '../../app/commands/save-draft.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo } from '../../app/commands/undo.server';
import { updateContact } from '../../app/commands/update-contact.server';
import { ENTITY, memberRow } from '../../app/db/bulk/provenance.server';
import { databaseFile } from '../../app/db/connection.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import { TREATMENTS } from '../../app/db/erasing/tables.server';
import { removeTraces } from '../../app/db/erasing/traces.server';
import { GoneError } from '../../app/db/transact.server';
import { env } from '../../app/lib/env.server';
import { DAY, derivedOf, everyDays, makeConversation, makeHouse, makeIdentity, makePerson, NOW, rebuildAll, say, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

const CANARY = 'zqxkanarienvogel';
const NAME = `Amara ${CANARY}`;

let house: House;
let amara: Person;
let ben: Person;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  ben = makePerson(house, 'Ben Adeyemi', everyDays(9, 6));
  amara = makePerson(house, NAME, everyDays(9, 6).map((one) => ({ ...one, text: `${CANARY} says ${one.text}` })), {
    key: `amara-${CANARY}`, handle: `amara-${CANARY}`, email: `amara@${CANARY}.example`, company: CANARY, title: CANARY,
  });
});

const run = (query: string, ...values: unknown[]) => house.sql.prepare(query).run(...values);
const pluck = (query: string, ...values: unknown[]) => house.sql.prepare(query).pluck().all(...values);
const erase = (typed = NAME) => eraseContact(house.sql, house.actor, { contact: amara.publicId, typed }, NOW);
const identityId = (of: Person) => String(house.sql.prepare('SELECT publicId FROM Identity WHERE id = ?').pluck().get(of.identityId));
const tables = () => house.sql.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();

/** Tables in which some row holds the canary, in any column and letter case. */
function tablesWithCanary(): string[] {
  return tables().filter((table) => JSON.stringify(house.sql.prepare(`SELECT * FROM "${table}"`).all()).toLowerCase().includes(CANARY));
}

/** The same, of the bytes in the file and the log beside it. */
function filesWithCanary(): string[] {
  const file = databaseFile(env().dataFolder);
  return ['', '-wal', '-journal'].filter((end) => existsSync(file + end) && readFileSync(file + end, 'latin1').toLowerCase().includes(CANARY));
}

/** An import run whose own texts, rejected rows and kept values speak of her. */
function addRun(): number {
  const words = JSON.stringify([{ file: `messages/amara-${CANARY}/1.json`, reason: 'No date.', count: 1 }]);
  const result = JSON.stringify({ removed: { people: 0, audience: 0, conversations: 0, interactions: 0, relations: 0 }, stayed: [{ name: NAME, reason: 'you tagged them' }] });
  const id = Number(
    run(
      `INSERT INTO ImportRun (publicId, status, fileName, title, problem, recognition, owner, questions, leftOut, result, createdAt)
       VALUES ('run', 'finished', ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      `WhatsApp Chat - ${NAME}.zip`, `Chat with ${NAME}`, `Nothing of ${NAME} could be read.`,
      JSON.stringify({ parts: [{ path: `amara-${CANARY}.txt` }] }), JSON.stringify({ candidates: [{ displayName: NAME }] }),
      JSON.stringify([{ asks: 'columns', columns: [{ header: 'Name', samples: [NAME, 'Ben'] }] }]), words, result,
    ).lastInsertRowid,
  );
  run(`INSERT INTO ImportReject (importRunId, file, reason, sample) VALUES (?, 'Connections.csv', 'No date.', ?)`, id, `${NAME},,,`);
  run(`INSERT INTO ImportReject (importRunId, file, reason, sample) VALUES (?, 'Connections.csv', 'No date.', 'Ben,,,')`, id);
  const held = [[ENTITY.identity, amara.identityId], [ENTITY.contact, amara.id], [ENTITY.conversation, amara.conversationId], [ENTITY.member, memberRow(amara.conversationId, amara.identityId)]];
  for (const [entity, row] of held) run(`INSERT INTO ImportRunRow (importRunId, entity, rowId, role, previous) VALUES (?, ?, ?, 2, ?)`, id, entity, row, JSON.stringify({ displayName: CANARY }));
  run(`INSERT INTO ImportRunRow (importRunId, entity, rowId, role, previous) VALUES (?, ?, ?, 2, ?)`, id, ENTITY.identity, ben.identityId, JSON.stringify({ displayName: 'Benjamin' }));
  return id;
}

/** Everything a person can leave in every table. */
function fillEverything(): void {
  const { sql, actor, linkedIn, me } = house;
  const id = addRun();
  run(`INSERT INTO Consent (importRunId, identityId, channel, ownAccountId, state, seenAt) VALUES (?, ?, 'email', ?, '${CANARY}', 0)`, id, amara.identityId, linkedIn);
  run(`INSERT INTO Aggregate (importRunId, identityId, metric, "window", ownAccountId, value, asOf) VALUES (?, ?, '${CANARY}', '', ?, 1, 0)`, id, amara.identityId, linkedIn);
  run(`INSERT INTO IdentityProfile (importRunId, identityId, facts, asOf) VALUES (?, ?, ?, 0)`, id, amara.identityId, JSON.stringify({ bio: CANARY }));
  run(`INSERT INTO IdentityAlias (identityId, platform, kind, key, seenAt) VALUES (?, 'linkedin', 'handle', ?, 0)`, amara.identityId, `old-${CANARY}`);
  run(`INSERT INTO Relation (publicId, ownAccountId, identityId, kind, sinceBasis) VALUES (?, ?, ?, 'connection', 'stated')`, CANARY, linkedIn, amara.identityId);
  run(`INSERT INTO ReplayedContact ("window", contactId, wrote) VALUES (0, ?, 1)`, amara.id);
  run('UPDATE Conversation SET title = ?, folder = ? WHERE id = ?', NAME, CANARY, amara.conversationId);
  const mara = makePerson(house, `Mara ${CANARY}`, everyDays(5, 2));
  updateContact(sql, actor, { contact: mara.publicId, change: { field: 'howMet', value: `${CANARY} again` } }, NOW);
  mergeContacts(sql, actor, { contact: amara.publicId, with: { contact: mara.publicId }, how: 'by_hand' }, NOW);
  dismissSuggestion(sql, actor, { left: identityId(amara), right: identityId(ben) }, NOW);
  run('INSERT INTO SamePersonGuess (leftId, rightId, certainty, reasons) VALUES (?, ?, 60, ?)', ben.identityId, amara.identityId, JSON.stringify([CANARY]));
  const note = addNote(sql, actor, { contact: amara.publicId, text: `${CANARY} likes glazes` }, NOW).result;
  addNote(sql, actor, { contact: amara.publicId, text: `${CANARY} moved` }, NOW);
  if (note) deleteNote(sql, actor, { note }, NOW);
  tagContact(sql, actor, { contact: amara.publicId, name: CANARY }, NOW);
  updateContact(sql, actor, { contact: amara.publicId, change: { field: 'howMet', value: `At ${CANARY}` } }, NOW);
  updateContact(sql, actor, { contact: amara.publicId, change: { field: 'headline', value: `${CANARY} potter` } }, NOW);
  closeConversation(sql, actor, { conversation: amara.conversation, because: 'done' }, NOW);
  saveDraft(sql, actor.teammateId, { conversation: amara.conversation, mode: 'write', text: `${CANARY}, hello`, typedAt: NOW }, NOW);
  run(`INSERT INTO AuditEvent (publicId, at, verb, subject, detail) VALUES ('audit', 0, 'told', 'nobody', ?)`, JSON.stringify({ name: NAME }));
  group(me);
}

/** A group of three with her name on it, a line of hers, one of Ben's, one of the user's. */
function group(me: number, extra: readonly number[] = []): { conversationId: number; lines: Record<'hers' | 'his' | 'mine', number> } {
  const { conversationId } = makeConversation(house, ben.identityId);
  run(`UPDATE Conversation SET kind = 'group', title = ? WHERE id = ?`, `Ben, ${NAME}`, conversationId);
  for (const member of [amara.identityId, ...extra]) run('INSERT INTO ConversationParticipant (conversationId, identityId) VALUES (?, ?)', conversationId, member);
  const hers = say(house, { conversationId, identityId: amara.identityId }, { at: NOW - DAY, by: 'them', text: `${CANARY} in a group` });
  const his = say(house, { conversationId, identityId: ben.identityId }, { at: NOW - DAY + 1, by: 'them', text: 'Ben in a group' });
  const mine = say(house, { conversationId, identityId: ben.identityId }, { at: NOW - DAY + 2, by: 'you', text: 'Me in a group' });
  for (const line of [his, mine]) run(`INSERT INTO InteractionParticipant (interactionId, identityId, role) VALUES (?, ?, 'to')`, line, amara.identityId);
  expect(me).toBe(house.me);
  refreshDerived(house.sql, { contacts: new Map([[amara.id, null], [ben.id, null]]), conversations: [conversationId] }, NOW);
  return { conversationId, lines: { hers, his, mine } };
}

describe('the tables', () => {
  /** A text index keeps its rows in tables of its own. */
  const isInner = (name: string) => /^(?:sqlite_|_prisma_)|^(?:Identity|Contact)Text_/.test(name);

  it('are all treated, or named as not about people with a reason', () => {
    expect(tables().filter((name) => !isInner(name) && !(name in TREATMENTS))).toEqual([]);
    const reasons = Object.values(TREATMENTS).flatMap((one) => ('stays' in one ? [one.stays] : []));
    expect(reasons.every((reason) => reason.length > 10)).toBe(true);
  });

  it('keep nothing of her: no row, no text, no byte', () => {
    fillEverything();
    house.sql.pragma('wal_checkpoint(TRUNCATE)');
    const before = tablesWithCanary();
    expect(before).toEqual(expect.arrayContaining([
      'Aggregate', 'AuditEvent', 'Consent', 'Contact', 'ContactMerge', 'Conversation', 'DifferentPeople', 'Draft', 'Identity', 'IdentityAlias', 'IdentityProfile', 'IdentityText', 'ImportReject',
      'ImportRun', 'ImportRunRow', 'InteractionBody', 'JournalEntry', 'Note', 'Relation', 'SamePersonGuess', 'Tag',
    ]));
    expect(filesWithCanary()).toContain('');
    erase();
    expect(tablesWithCanary()).toEqual([]);
    removeTraces(house.sql);
    expect(filesWithCanary()).toEqual([]);
    expect(house.sql.pragma('foreign_key_check')).toEqual([]);
    expect(house.sql.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('keep no row that names her by her number either', () => {
    fillEverything();
    erase();
    const ids: Record<string, number> = { contactId: amara.id, survivorId: amara.id, mergedIntoId: amara.id, identityId: amara.identityId, leftId: amara.identityId, rightId: amara.identityId, conversationId: amara.conversationId };
    const left = tables().flatMap((table) =>
      house.sql.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
        .filter((column) => ids[column] !== undefined && house.sql.prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = ?`).get(ids[column]) !== undefined)
        .map((column) => `${table}.${column}`),
    );
    expect(left).toEqual([]);
    expect(pluck('SELECT rowId FROM ImportRunRow')).toEqual([ben.identityId]);
    expect(pluck('SELECT sample FROM ImportReject')).toEqual(['Ben,,,']);
    expect(pluck('SELECT questions FROM ImportRun')).toEqual([JSON.stringify([{ asks: 'columns', columns: [{ header: 'Name', samples: ['(erased)', 'Ben'] }] }])]);
  });
});

describe('the bytes', () => {
  it('are overwritten at once where nothing had been moved about before', () => {
    house.sql.pragma('wal_checkpoint(TRUNCATE)');
    erase();
    expect(filesWithCanary()).toEqual([]);
  });

  it('go from where they lay before, too: a name she had, a note long changed', () => {
    house.sql.transaction(() => {
      for (let index = 0; index < 300; index += 1) {
        run('UPDATE Identity SET company = ?, displayName = ? WHERE id = ?', `${CANARY}${index}`, `${CANARY} ${index}`, amara.identityId);
        say(house, amara, { at: NOW - index, by: 'them', text: `${CANARY} ${'x'.repeat(index * 7)}` });
      }
    })();
    erase();
    removeTraces(house.sql);
    expect(filesWithCanary()).toEqual([]);
  });

  it('are asked to be written anew in the background', () => {
    erase();
    expect(pluck('SELECT name FROM Job')).toEqual(['remove-traces']);
  });
});

describe('others', () => {
  it('keep their own words in groups; hers go, and her name in them', () => {
    const { conversationId, lines } = group(house.me);
    erase();
    expect(pluck('SELECT id FROM Interaction WHERE conversationId = ? ORDER BY id', conversationId)).toEqual([lines.his, lines.mine]);
    expect(pluck('SELECT title FROM Conversation WHERE id = ?', conversationId)).toEqual(['Ben, (erased)']);
    expect(pluck('SELECT identityId FROM ConversationParticipant WHERE conversationId = ? ORDER BY 1', conversationId)).toEqual([house.me, ben.identityId].sort((a, b) => a - b));
    expect(pluck('SELECT messageCount FROM ConversationState WHERE conversationId = ?', conversationId)).toEqual([2]);
  });

  it('stand as a rebuild would make them, also where a large group became a small one', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => makeIdentity(house.sql, { key }));
    const { conversationId } = group(house.me, crowd);
    run(`UPDATE InteractionParticipant SET role = 'group' WHERE role = 'to' AND interactionId IN (SELECT id FROM Interaction WHERE conversationId = ?)`, conversationId);
    rebuildAll(house.sql, ben.id, NOW);
    const talk = derivedOf(house.sql, ben.id);
    erase();
    const after = derivedOf(house.sql, ben.id);
    expect(after.events).not.toEqual(talk.events);
    rebuildAll(house.sql, ben.id, NOW);
    expect(derivedOf(house.sql, ben.id)).toEqual(after);
  });

  it('are as they were', () => {
    const rows = () => [derivedOf(house.sql, ben.id), pluck('SELECT text FROM InteractionBody b JOIN Interaction i ON i.id = b.interactionId WHERE i.conversationId = ?', ben.conversationId), pluck('SELECT name FROM Contact WHERE id = ?', ben.id)];
    const before = rows();
    fillEverythingButGroups();
    erase();
    expect(rows()).toEqual(before);
  });

  it('keep their way back, of what was done about both at once too', () => {
    addNote(house.sql, house.actor, { contact: ben.publicId, text: 'Ben likes tea' }, NOW);
    const both = JSON.stringify([amara, ben].map(({ id }) => ({ op: 'update', table: 'Contact', key: { id }, version: 2, before: { howMet: null } })));
    run(`INSERT INTO JournalEntry (publicId, at, verb, sentence, inverse, touched) VALUES ('both', 0, 'told', '2 people told', ?, ?)`, both, JSON.stringify({ contacts: [amara.id, ben.id], conversations: [] }));
    erase();
    expect(pluck('SELECT sentence FROM JournalEntry ORDER BY id')).toEqual(['Note about Ben kept', '2 people told']);
    expect(pluck('SELECT touched FROM JournalEntry ORDER BY id DESC LIMIT 1')).toEqual([JSON.stringify({ contacts: [ben.id], conversations: [] })]);
    expect(undo(house.sql, house.actor, null, NOW)?.sentence).toBe('Note about Ben kept');
  });

  function fillEverythingButGroups(): void {
    addNote(house.sql, house.actor, { contact: amara.publicId, text: CANARY }, NOW);
    tagContact(house.sql, house.actor, { contact: amara.publicId, name: 'potters' }, NOW);
  }
});

describe('erasing', () => {
  it('asks for the name, whatever its letter case', () => {
    expect(() => erase('Ben Adeyemi')).toThrow('That is not their name. Nothing was erased.');
    expect(() => erase('')).toThrow(GoneError);
    expect(pluck('SELECT count(*) FROM ErasedIdentity')).toEqual([0]);
    expect(erase(`  ${NAME.toUpperCase()} `)).toMatchObject({ sentence: 'Erased for good', journalId: null });
    expect(() => erase()).toThrow('That person is no longer there.');
  });

  it('waits for an import at work, which holds rows in memory', () => {
    run(`INSERT INTO ImportRun (publicId, status, fileName, createdAt) VALUES ('run', 'reading', 'x.zip', 0)`);
    expect(() => erase()).toThrow('An import is at work');
    expect(pluck('SELECT count(*) FROM Contact WHERE id = ?', amara.id)).toEqual([1]);
  });

  it('cannot be undone, and leaves one audit event about nobody', () => {
    erase();
    expect(undo(house.sql, house.actor, null, NOW)).toBeNull();
    expect(house.sql.prepare('SELECT verb, subject, detail FROM AuditEvent').all()).toEqual([{ verb: 'erase-contact', subject: null, detail: '{}' }]);
  });

  it('keeps hashes only, none of what somebody else has too or the user is', () => {
    run('UPDATE Identity SET email = ? WHERE id IN (?, ?)', 'office@example.org', ben.identityId, amara.identityId);
    erase();
    const hashes = pluck('SELECT hash FROM ErasedIdentity');
    // Her key, which is her handle.
    expect(hashes).toHaveLength(1);
    expect(String(hashes[0])).toMatch(/^[\w-]{43}$/);
  });

  it('lets the user’s own hand bring somebody back, all of them; undo erases them again', () => {
    erase();
    const hashes = pluck('SELECT hash FROM ErasedIdentity ORDER BY hash');
    expect(hashes).toHaveLength(2);
    const input: NewContact = { name: 'Amara', howMet: null, tags: [], identities: [typedEmail(`Amara@${CANARY}.example`)] };
    const done = addContact(house.sql, house.actor, input, NOW);
    expect(pluck('SELECT hash FROM ErasedIdentity')).toEqual([]);
    undo(house.sql, house.actor, done.journalId, NOW);
    expect(pluck('SELECT hash FROM ErasedIdentity ORDER BY hash')).toEqual(hashes);
  });
});
