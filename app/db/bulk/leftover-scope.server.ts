/** What hangs together with some people and conversations, laid out in temp.Leftover for the time of one removal. */
import type { Sql } from '../connection.server';
import { ENTITY, MEMBER_SQL, TAKEN_BACK, type EntityName } from './provenance.server';
import type { Among } from './worked-on.server';

/** What somebody's work has just gone from. */
export interface Touched {
  contacts: readonly number[];
  conversations: readonly number[];
}

/** SQL that selects the ids of one kind. */
export const leftover = (entity: EntityName): string => `SELECT rowId FROM temp.Leftover WHERE entity = ${ENTITY[entity]}`;

export const LEFTOVER: Among = { conversations: leftover('conversation'), contacts: leftover('contact') };

const add = (entity: EntityName, rows: string): string =>
  `INSERT OR IGNORE INTO temp.Leftover SELECT ${ENTITY[entity]}, found.id FROM (${rows}) found;`;

/** From the people to their conversations, to everybody in these, and to all that was said in them or to them. */
const SPREAD = [
  add('conversation', `SELECT p.conversationId AS id FROM Identity n JOIN ConversationParticipant p ON p.identityId = n.id WHERE n.contactId IN (${LEFTOVER.contacts})`),
  add('identity', `SELECT p.identityId AS id FROM ConversationParticipant p WHERE p.conversationId IN (${LEFTOVER.conversations})`),
  add('contact', `SELECT n.contactId AS id FROM Identity n WHERE n.id IN (${leftover('identity')}) AND n.contactId IS NOT NULL`),
  add('identity', `SELECT n.id FROM Identity n WHERE n.contactId IN (${LEFTOVER.contacts})`),
  add('relation', `SELECT e.id FROM Relation e WHERE e.identityId IN (${leftover('identity')})`),
  add('interaction', `SELECT i.id FROM Interaction i WHERE i.conversationId IN (${LEFTOVER.conversations})`),
  // The user's own identities take part in everything, so they are no way to go on by.
  add(
    'interaction',
    `SELECT p.interactionId AS id FROM InteractionParticipant p JOIN Identity n ON n.id = p.identityId WHERE n.contactId IN (${LEFTOVER.contacts})`,
  ),
  add('ownIdentity', 'SELECT o.identityId AS id FROM OwnIdentity o'),
  add('identity', 'SELECT o.identityId AS id FROM OwnIdentity o'),
].join('\n');

/** Fills temp.Leftover; `dropScope` takes it away. */
export function layScope(sql: Sql, { contacts, conversations }: Touched): void {
  dropScope(sql);
  sql.exec('CREATE TEMP TABLE Leftover (entity INTEGER, rowId INTEGER, PRIMARY KEY (entity, rowId)) WITHOUT ROWID;');
  const insert = sql.prepare('INSERT OR IGNORE INTO temp.Leftover SELECT ?, value FROM json_each(?)');
  insert.run(ENTITY.contact, JSON.stringify(contacts));
  insert.run(ENTITY.conversation, JSON.stringify(conversations));
  sql.exec(SPREAD);
}

export function dropScope(sql: Sql): void {
  sql.exec('DROP TABLE IF EXISTS temp.Leftover;');
}

/** SQL that selects places in conversations, which have no table of their own: among the rows `r` that a run holds. */
export const LEFTOVER_MEMBERS = `SELECT r.rowId FROM ImportRunRow r
  WHERE r.importRunId = @run AND r.entity = ${ENTITY.member} AND ${MEMBER_SQL.conversationId} IN (${LEFTOVER.conversations})`;

/** Runs that were taken back and still answer for something in the scope, the newest first: later words stand on earlier threads. */
export function runsInScope(sql: Sql): number[] {
  return sql
    .prepare<[], number>(
      `SELECT u.id FROM ImportRun u WHERE u.status IN ${TAKEN_BACK} AND EXISTS (
         SELECT 1 FROM temp.Leftover l CROSS JOIN ImportRunRow r ON r.importRunId = u.id AND r.entity = l.entity AND r.rowId = l.rowId)
       ORDER BY u.id DESC`,
    )
    .pluck()
    .all();
}
