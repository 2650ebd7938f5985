/**
 * Takes the sample community out, whole: the invented people, and with them whatever was tried on them. Nothing of the
 * user's own people is touched. Idempotent, in short transactions, so that a crash in the middle is taken up again.
 */
import type { UndoResult } from '../../domain/imports/run';
import { SAMPLE_SCOPE } from '../../domain/sample/records';
import { inChunks } from '../bulk/in-chunks';
import { ENTITY, ROLE } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';
import { refreshPeople } from '../derive/refresh-accounts.server';
import { forgetInJournal } from './forget-in-journal.server';

/** Rows per transaction: the write lock is held for a few milliseconds. */
const ROWS = 100;

/** Everything that hangs on invented people or on the sample's own accounts, by row ids. */
export interface SampleRows {
  Contact: Set<number>;
  ContactIdentity: Set<number>;
  Identity: Set<number>;
  Conversation: Set<number>;
  Interaction: Set<number>;
  Note: Set<number>;
  Tag: Set<number>;
}

/** Somebody the user added by hand, or knows from a real place too, is not the sample's to take. */
const CONTACTS = `SELECT DISTINCT c.id FROM Contact c JOIN ContactIdentity h ON h.contactId = c.id JOIN Identity n ON n.id = h.identityId
  WHERE n.scope = @scope AND c.createdHow <> 'by_hand'
    AND NOT EXISTS (SELECT 1 FROM Identity o WHERE o.contactId = c.id AND o.scope <> @scope AND o.platform <> 'in_person')`;
/** A meeting that was logged by hand hangs on an identity of its own. */
const IDENTITIES = `SELECT id FROM Identity WHERE scope = @scope
  UNION SELECT id FROM Identity WHERE platform = 'in_person' AND contactId IN (${CONTACTS})`;
const ACCOUNTS = `SELECT id FROM OwnAccount WHERE access = 'sample'`;

const AUDIENCE = `SELECT count(*) FROM Identity n WHERE n.scope = @scope AND n.contactId IS NULL
  AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)`;

function rowsOfSample(sql: Sql, importRunId: number): SampleRows {
  const ids = (query: string) => new Set(sql.prepare<[object], number>(query).pluck().all({ scope: SAMPLE_SCOPE, run: importRunId }));
  const met = `SELECT rowId FROM ImportRunRow WHERE importRunId = @run AND entity = ${ENTITY.tag} AND role = ${ROLE.met}`;
  return {
    Contact: ids(CONTACTS),
    ContactIdentity: ids(`SELECT id FROM ContactIdentity WHERE contactId IN (${CONTACTS}) OR identityId IN (${IDENTITIES})`),
    Identity: ids(IDENTITIES),
    Conversation: ids(`SELECT id FROM Conversation WHERE ownAccountId IN (${ACCOUNTS})`),
    Interaction: ids(
      `SELECT id FROM Interaction WHERE ownAccountId IN (${ACCOUNTS})
       UNION SELECT interactionId FROM InteractionParticipant WHERE identityId IN (${IDENTITIES})`,
    ),
    Note: ids(`SELECT id FROM Note WHERE contactId IN (${CONTACTS})`),
    Tag: ids(
      `SELECT rowId FROM ImportRunRow WHERE importRunId = @run AND entity = ${ENTITY.tag} AND role = ${ROLE.added}
       UNION SELECT t.tagId FROM ContactTag t WHERE t.contactId IN (${CONTACTS}) AND t.tagId NOT IN (${met})`,
    ),
  };
}

/**
 * @param now UTC milliseconds
 * @param pause called between transactions, so that others get the write lock
 */
export function removeSample(sql: Sql, importRunId: number, now: number, pause: () => void): UndoResult['removed'] {
  const rows = rowsOfSample(sql, importRunId);
  const relations = sql.prepare<[], number>(`SELECT id FROM Relation WHERE ownAccountId IN (${ACCOUNTS})`).pluck().all();
  const audience = sql.prepare<[object], number>(AUDIENCE).pluck().get({ scope: SAMPLE_SCOPE }) ?? 0;
  const chunks = (ids: Iterable<number>, one: (id: number) => void) => inChunks(sql, [...ids], ROWS, pause, one);
  const drop = (table: string) => {
    const statement = sql.prepare(`DELETE FROM "${table}" WHERE id = ?`);
    return (id: number) => void statement.run(id);
  };
  const others = removeInteractions(sql, rows, chunks);
  chunks(rows.Conversation, drop('Conversation'));
  chunks(relations, drop('Relation'));
  const dropEvents = sql.prepare('DELETE FROM ContactEvent WHERE contactId = ?');
  const dropContact = drop('Contact');
  // At once: either finds the other, and alone neither would be found again.
  sql
    .transaction(() => {
      for (const id of rows.Contact) {
        dropEvents.run(id);
        dropContact(id);
      }
      rows.Identity.forEach(drop('Identity'));
      removeFrame(sql, importRunId, rows);
    })
    .immediate();
  refreshPeople(sql, others, now, pause);
  return {
    people: rows.Contact.size,
    audience,
    conversations: rows.Conversation.size,
    interactions: rows.Interaction.size,
    relations: relations.length,
  };
}

/** @returns other people who were part of what was said, whose health follows */
function removeInteractions(sql: Sql, rows: SampleRows, chunks: (ids: Iterable<number>, one: (id: number) => void) => void): Set<number> {
  const dropEvents = sql.prepare<[number], number>('DELETE FROM ContactEvent WHERE interactionId = ? RETURNING contactId').pluck();
  const drop = sql.prepare('DELETE FROM Interaction WHERE id = ?');
  const others = new Set<number>();
  chunks(rows.Interaction, (id) => {
    for (const contactId of dropEvents.all(id)) if (!rows.Contact.has(contactId)) others.add(contactId);
    drop.run(id);
  });
  return others;
}

/** What held it: accounts with their coverage, tags nobody else has, what undo remembered, and the run's own list. */
function removeFrame(sql: Sql, importRunId: number, rows: SampleRows): void {
  sql.exec(`DELETE FROM OwnAccount WHERE access = 'sample'`);
  const tag = sql.prepare('DELETE FROM Tag WHERE id = @id AND NOT EXISTS (SELECT 1 FROM ContactTag t WHERE t.tagId = @id)');
  for (const id of rows.Tag) tag.run({ id });
  forgetInJournal(sql, rows);
  sql.prepare('DELETE FROM ImportRunRow WHERE importRunId = ?').run(importRunId);
}
