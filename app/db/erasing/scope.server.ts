/** What belongs to one person: the ids of every row that goes when they are erased, in a table of the moment. */
import { knownBy } from '../../domain/contacts/erased';
import { firstName } from '../../domain/contacts/names';
import { mentionsOf, type Mentions } from '../../domain/contacts/mentions';
import { refText } from '../../domain/identity/refs';
import type { Platform, IdentityKind } from '../../domain/activity';
import { ENTITY, memberRow } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';

/** Rows are told apart by what ImportRunRow calls them; notes are none of an import's. */
const ROWS = { ...ENTITY, note: 101 } as const;
export type RowName = keyof typeof ROWS;

/** SELECT of the ids of one kind that go. */
export function idsOf(name: RowName): string {
  return `(SELECT rowId FROM temp.Erasing WHERE entity = ${ROWS[name]})`;
}

/** Others whose page follows, and conversations that stay without them. */
export interface Left {
  contacts: number[];
  conversations: number[];
}

interface IdentityRow {
  id: number;
  platform: Platform;
  kind: IdentityKind;
  key: string;
  scope: string;
  handle: string | null;
  email: string | null;
  phone: string | null;
  displayName: string | null;
  profileUrl: string | null;
}

const OWN = 'SELECT identityId FROM OwnIdentity';
/** Lines of a group or channel are for everybody in it. */
const FOR_EVERYBODY = `('group', 'channel')`;

/** Fills temp.Erasing with what belongs to a contact, and to whoever was merged into it. Inside the transaction that erases. */
export function gatherScope(sql: Sql, contactId: number): void {
  dropScope(sql);
  sql.exec('CREATE TEMP TABLE Erasing (entity INTEGER NOT NULL, rowId INTEGER NOT NULL, PRIMARY KEY (entity, rowId)) WITHOUT ROWID');
  gather(sql, 'contact', `WITH RECURSIVE one(id) AS (SELECT ${contactId} UNION SELECT c.id FROM Contact c JOIN one ON c.mergedIntoId = one.id) SELECT id FROM one`);
  gather(sql, 'identity', `SELECT id FROM Identity WHERE contactId IN ${idsOf('contact')} AND id NOT IN (${OWN})`);
  gather(sql, 'contactIdentity', `SELECT id FROM ContactIdentity WHERE contactId IN ${idsOf('contact')} OR identityId IN ${idsOf('identity')}`);
  gather(sql, 'relation', `SELECT id FROM Relation WHERE identityId IN ${idsOf('identity')}`);
  gather(sql, 'note', `SELECT id FROM Note WHERE contactId IN ${idsOf('contact')}`);
  gather(sql, 'tag', theirTags());
  gather(sql, 'conversation', betweenTwo());
  gather(sql, 'interaction', `SELECT id FROM Interaction WHERE conversationId IN ${idsOf('conversation')}`);
  gather(sql, 'interaction', theirWords());
  gather(sql, 'interaction', saidToNobodyElse());
  gatherMembers(sql);
}

function gather(sql: Sql, name: RowName, select: string): void {
  sql.prepare(`INSERT OR IGNORE INTO temp.Erasing (entity, rowId) SELECT ${ROWS[name]}, * FROM (${select})`).run();
}

/** Conversations in which nobody is or spoke but them and the user. */
function betweenTwo(): string {
  const isOther = `NOT IN ${idsOf('identity')} AND %.identityId NOT IN (${OWN})`;
  return `SELECT c.id FROM Conversation c
    WHERE c.id IN (SELECT conversationId FROM ConversationParticipant WHERE identityId IN ${idsOf('identity')})
      AND (c.kind = 'dm' OR (
        NOT EXISTS (SELECT 1 FROM ConversationParticipant p WHERE p.conversationId = c.id AND p.identityId ${isOther.replace('%', 'p')})
        AND NOT EXISTS (SELECT 1 FROM Interaction i JOIN InteractionParticipant q ON q.interactionId = i.id
          WHERE i.conversationId = c.id AND q.identityId ${isOther.replace('%', 'q')})))`;
}

/** A word that the user gave to nobody else speaks of them alone; unless it carries a wish of how often to be in touch. */
function theirTags(): string {
  return `SELECT t.tagId FROM ContactTag t JOIN Tag g ON g.id = t.tagId
    WHERE t.contactId IN ${idsOf('contact')} AND coalesce(g.idealGapDays, g.longestGapDays) IS NULL
      AND NOT EXISTS (SELECT 1 FROM ContactTag o WHERE o.tagId = t.tagId AND o.contactId NOT IN ${idsOf('contact')})`;
}

function theirWords(): string {
  return `SELECT interactionId FROM InteractionParticipant WHERE role = 'from' AND identityId IN ${idsOf('identity')}`;
}

function saidToNobodyElse(): string {
  return `SELECT p.interactionId FROM InteractionParticipant p
    JOIN Interaction i ON i.id = p.interactionId LEFT JOIN Conversation c ON c.id = i.conversationId
    WHERE p.identityId IN ${idsOf('identity')} AND p.role <> 'from' AND coalesce(c.kind, '') NOT IN ${FOR_EVERYBODY}
      AND NOT EXISTS (SELECT 1 FROM InteractionParticipant q
        WHERE q.interactionId = p.interactionId AND q.role <> 'from' AND q.identityId NOT IN ${idsOf('identity')})`;
}

/** A place in a conversation has no number of its own. */
function gatherMembers(sql: Sql): void {
  const add = sql.prepare(`INSERT OR IGNORE INTO temp.Erasing (entity, rowId) VALUES (${ROWS.member}, ?)`);
  const members = sql
    .prepare<[], { conversationId: number; identityId: number }>(
      `SELECT conversationId, identityId FROM ConversationParticipant
       WHERE identityId IN ${idsOf('identity')} OR conversationId IN ${idsOf('conversation')}`,
    )
    .all();
  for (const { conversationId, identityId } of members) add.run(memberRow(conversationId, identityId));
}

export function dropScope(sql: Sql): void {
  sql.exec('DROP TABLE IF EXISTS temp.Erasing');
}

/** Who and what has to be looked at again afterwards. Asked before anything goes. */
export function leftBehind(sql: Sql): Left {
  const conversations = sql
    .prepare<[], number>(
      `SELECT conversationId FROM ConversationParticipant WHERE identityId IN ${idsOf('identity')}
       UNION SELECT conversationId FROM Interaction WHERE id IN ${idsOf('interaction')} AND conversationId IS NOT NULL
       EXCEPT SELECT rowId FROM temp.Erasing WHERE entity = ${ROWS.conversation}`,
    )
    .pluck()
    .all();
  const contacts = sql
    .prepare<[], number>(
      `SELECT contactId FROM ContactEvent WHERE interactionId IN ${idsOf('interaction')}
       EXCEPT SELECT rowId FROM temp.Erasing WHERE entity = ${ROWS.contact}`,
    )
    .pluck()
    .all();
  return { contacts, conversations };
}

/** Names, handles and addresses of the person, to look for in texts; and what of it the hashes are made. */
export interface Known {
  mentions: Mentions;
  /** First names alone: many people share them. */
  firstNames: Mentions;
  words: string[];
  /** What the platforms call them, see `domain/identity/refs`. */
  refs: string[];
}

/** Inside the scope, before anything goes. */
export function knownOf(sql: Sql): Known {
  const identities = sql.prepare<[], IdentityRow>(`SELECT * FROM Identity WHERE id IN ${idsOf('identity')}`).all();
  const aliases = sql
    .prepare<[], Pick<IdentityRow, 'platform' | 'kind' | 'key' | 'scope'>>(
      `SELECT platform, kind, key, scope FROM IdentityAlias WHERE identityId IN ${idsOf('identity')}`,
    )
    .all();
  const names = sql.prepare<[], string>(`SELECT name FROM Contact WHERE id IN ${idsOf('contact')}`).pluck().all();
  const others = othersWords(sql);
  const spoken = [
    ...names, ...aliases.map(({ key }) => key),
    ...identities.flatMap(({ key, handle, email, phone, displayName, profileUrl }) => [key, handle, email, phone, displayName, profileUrl]),
  ];
  return {
    mentions: mentionsOf(spoken.filter((word) => word !== null).filter((word) => !others.has(word.toLowerCase()))),
    firstNames: mentionsOf(names.map(firstName), 1),
    words: [...identities.flatMap((one) => knownBy(shared(sql, one))), ...aliases.flatMap((one) => knownBy(one))],
    refs: [...identities, ...aliases].map(refText),
  };
}

/** The user's own names and addresses speak of the user. */
function othersWords(sql: Sql): Set<string> {
  const own = sql
    .prepare<[], Pick<IdentityRow, 'key' | 'handle' | 'email' | 'phone' | 'displayName'>>(
      `SELECT key, handle, email, phone, displayName FROM Identity WHERE id IN (${OWN})`,
    )
    .all();
  return new Set(own.flatMap((one) => Object.values(one)).filter((word) => word !== null).map((word) => word.toLowerCase()));
}

/** An address or number that somebody else has too leads to them as well: it must not keep them out. */
function shared(sql: Sql, identity: IdentityRow): IdentityRow {
  const elsewhere = (column: 'email' | 'phone', kind: IdentityKind, value: string | null) =>
    value !== null &&
    sql
      .prepare(
        `SELECT 1 FROM Identity WHERE id NOT IN ${idsOf('identity')} AND ("${column}" = @value OR (kind = @kind AND key = @value)) LIMIT 1`,
      )
      .get({ kind, value: column === 'email' ? value.toLowerCase() : value }) !== undefined;
  return {
    ...identity,
    email: elsewhere('email', 'email', identity.email) ? null : identity.email,
    phone: elsewhere('phone', 'phone', identity.phone) ? null : identity.phone,
  };
}
