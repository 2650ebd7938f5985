/** People with a past, written the way an import leaves them: rows first, then everything derived. */
import type { Sql } from '../../app/db/connection.server';
import { refreshEventsOf } from '../../app/db/derive/contact-events.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import type { Platform } from '../../app/domain/activity';
import { newPublicId } from '../../app/lib/ids.server';

export const DAY = 86_400_000;
/** "Now" of the stories that tests tell: Monday 23 November 2026, noon in UTC. */
export const NOW = Date.UTC(2026, 10, 23, 12);

export interface House {
  sql: Sql;
  actor: { teammateId: number };
  /** The user's own LinkedIn account, their identity on it, and the account for what is logged by hand. */
  linkedIn: number;
  me: number;
  byHand: number;
}

/** A workspace with its owner, a LinkedIn account seen up to `seenUntil`, and the account for what is logged by hand. */
export function makeHouse(sql: Sql, { timeZone = 'UTC', seenUntil = NOW }: { timeZone?: string; seenUntil?: number } = {}): House {
  sql.prepare(`INSERT INTO Workspace (id, publicId, name, timeZone, createdAt) VALUES (1, ?, 'Loom & Ledger', ?, 0)`).run(newPublicId(), timeZone);
  sql.prepare(`INSERT INTO AuthUser (id, name, email, createdAt, updatedAt) VALUES ('user', 'Ines', 'ines@kith.test', 0, 0)`).run();
  const teammateId = Number(
    sql.prepare(`INSERT INTO Teammate (publicId, authUserId, name, role, createdAt) VALUES (?, 'user', 'Ines', 'owner', 0)`)
      .run(newPublicId()).lastInsertRowid,
  );
  const byHand = Number(
    sql.prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, 'in_person', 'Logged by hand', 'by_hand', 0)`)
      .run(newPublicId()).lastInsertRowid,
  );
  cover(sql, byHand, null);
  return { sql, actor: { teammateId }, byHand, ...addLinkedIn(sql, seenUntil) };
}

/** The house that an owner made through the front door, with a LinkedIn account seen up to `seenUntil`. */
export function furnishHouse(sql: Sql, seenUntil = NOW): House {
  const teammateId = Number(sql.prepare('SELECT id FROM Teammate').pluck().get());
  const byHand = Number(sql.prepare(`SELECT id FROM OwnAccount WHERE platform = 'in_person'`).pluck().get());
  return { sql, actor: { teammateId }, byHand, ...addLinkedIn(sql, seenUntil) };
}

function addLinkedIn(sql: Sql, seenUntil: number): Pick<House, 'linkedIn' | 'me'> {
  const linkedIn = Number(
    sql.prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, 'linkedin', 'Ines Carvalho', 'archive', 0)`)
      .run(newPublicId()).lastInsertRowid,
  );
  cover(sql, linkedIn, seenUntil);
  const me = makeIdentity(sql, { key: 'ines-carvalho', displayName: 'Ines Carvalho' });
  sql.prepare(`INSERT INTO OwnIdentity (ownAccountId, identityId, basis, addedAt) VALUES (?, ?, 'archive', 0)`).run(linkedIn, me);
  return { linkedIn, me };
}

function cover(sql: Sql, ownAccountId: number, to: number | null): void {
  const insert = sql.prepare(`INSERT INTO Coverage (ownAccountId, kind, direction, "from", "to") VALUES (?, 'message', ?, 0, ?)`);
  for (const direction of ['in', 'out']) insert.run(ownAccountId, direction, to);
}

export interface IdentityFacts {
  platform?: Platform;
  kind?: string;
  key: string;
  scope?: string;
  displayName?: string;
  handle?: string;
  email?: string;
  company?: string;
  title?: string;
}

/** Audience, until something hangs it on a contact. Returns the row's id. */
export function makeIdentity(sql: Sql, facts: IdentityFacts): number {
  const { platform = 'linkedin', kind = 'handle', key, scope = '', displayName, handle, email, company, title } = facts;
  return Number(
    sql
      .prepare(
        `INSERT INTO Identity (publicId, platform, kind, key, scope, displayName, handle, email, company, title, evidence, seenAt)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'export', 0)`,
      )
      .run(
        newPublicId(), platform, kind, key, scope, displayName ?? null, handle ?? null, email ?? null, company ?? null,
        title ?? null,
      ).lastInsertRowid,
  );
}

/** A LinkedIn connection since then. */
export function connect({ sql, linkedIn }: House, identityId: number, since: number): void {
  sql
    .prepare(
      `INSERT INTO Relation (publicId, ownAccountId, identityId, kind, since, precision, zone, sinceBasis)
       VALUES (?, ?, ?, 'connection', ?, 'day', 'assumed', 'stated')`,
    )
    .run(newPublicId(), linkedIn, identityId, since);
}

/** A contact, and the LinkedIn identity of the same name on it. */
export interface Person {
  id: number;
  publicId: string;
  identityId: number;
  conversationId: number;
  conversation: string;
}

export interface Said {
  /** UTC milliseconds; null for what has no date. */
  at: number | null;
  by: 'them' | 'you';
  text?: string;
  kind?: string;
}

/** Somebody known from LinkedIn, with a conversation and what was said in it. */
export function makePerson(house: House, name: string, said: readonly Said[] = [], facts: Partial<IdentityFacts> = {}): Person {
  const { sql } = house;
  const identityId = makeIdentity(sql, { key: name.toLowerCase().replaceAll(' ', '-'), displayName: name, ...facts });
  const publicId = newPublicId();
  const id = Number(
    sql
      .prepare(`INSERT INTO Contact (publicId, name, createdAt, createdHow) VALUES (?, ?, ?, 'import')`)
      .run(publicId, name, NOW - 400 * DAY).lastInsertRowid,
  );
  sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?').run(id, identityId);
  sql.prepare(`INSERT INTO ContactIdentity (contactId, identityId, how, attachedAt) VALUES (?, ?, 'first_word', 0)`).run(id, identityId);
  const thread = makeConversation(house, identityId);
  for (const one of said) say(house, { ...thread, identityId }, one);
  refreshDerived(sql, { contacts: new Map([[id, null]]), conversations: [thread.conversationId] }, NOW);
  return { id, publicId, identityId, ...thread };
}

/** An empty one-to-one conversation with an identity. */
export function makeConversation({ sql, linkedIn, me }: House, identityId: number): { conversationId: number; conversation: string } {
  const conversation = newPublicId();
  const conversationId = Number(
    sql
      .prepare(`INSERT INTO Conversation (publicId, ownAccountId, externalId, kind) VALUES (?, ?, ?, 'dm')`)
      .run(conversation, linkedIn, `thread-${conversation}`).lastInsertRowid,
  );
  const join = sql.prepare('INSERT INTO ConversationParticipant (conversationId, identityId) VALUES (?, ?)');
  join.run(conversationId, identityId);
  join.run(conversationId, me);
  return { conversationId, conversation };
}

/** One imported message, with its events; what is derived of them is the caller's. Returns the row's id. */
export function say(house: House, place: { conversationId: number; identityId: number }, { at, by, text = 'Hello', kind = 'message' }: Said): number {
  const { sql, linkedIn, me } = house;
  const publicId = newPublicId();
  const id = Number(
    sql
      .prepare(
        `INSERT INTO Interaction (publicId, ownAccountId, kind, externalId, idBasis, direction, origin, occurredAt, precision, zone, conversationId)
         VALUES (?, ?, ?, ?, 'hash', ?, 'imported', ?, 'second', 'utc', ?)`,
      )
      .run(publicId, linkedIn, kind, publicId, by === 'them' ? 'in' : 'out', at, place.conversationId).lastInsertRowid,
  );
  sql.prepare('INSERT INTO InteractionBody (interactionId, text) VALUES (?, ?)').run(id, text);
  const join = sql.prepare('INSERT INTO InteractionParticipant (interactionId, identityId, role) VALUES (?, ?, ?)');
  const [from, to] = by === 'them' ? [place.identityId, me] : [me, place.identityId];
  join.run(id, from, 'from');
  join.run(id, to, 'to');
  refreshEventsOf(sql, id);
  return id;
}

/** What they and the user said, every so many days, the newest `silent` days ago; the user answers a day later. */
export function everyDays(gap: number, count: number, { silent = 0, answered = true } = {}): Said[] {
  return Array.from({ length: count }, (_, index) => NOW - (silent + gap * (count - 1 - index)) * DAY).flatMap((at, index) => [
    { at, by: 'them' as const, text: `Word ${index + 1}` },
    ...(answered && index < count - 1 ? [{ at: at + DAY, by: 'you' as const, text: `Answer ${index + 1}` }] : []),
  ]);
}

/** Everything derived of a contact, for comparing what a command left with what a rebuild would make. */
export function derivedOf(sql: Sql, contactId: number) {
  return {
    events: sql.prepare('SELECT occurredAt, direction, weight, countsForHealth FROM ContactEvent WHERE contactId = ? ORDER BY occurredAt').all(contactId),
    health: sql.prepare('SELECT state, health, stateName, tie, readAt, lastInAt, lastOutAt, nextChangeAt, lowerSince, announced, quietRank FROM ContactHealth WHERE contactId = ?').get(contactId),
    turns: sql.prepare('SELECT turn, turnSince, lastInAt, lastOutAt, messageCount FROM ConversationState WHERE contactId = ? ORDER BY conversationId').all(contactId),
  };
}

/** Rebuilds everything of a contact from its log. */
export function rebuildAll(sql: Sql, contactId: number, now: number): void {
  const interactions = sql.prepare<[number], { id: number }>(
    `SELECT DISTINCT p.interactionId AS id FROM InteractionParticipant p JOIN Identity n ON n.id = p.identityId WHERE n.contactId = ?`,
  ).all(contactId);
  for (const { id } of interactions) refreshEventsOf(sql, id);
  const conversations = sql.prepare<[number], { id: number }>(
    `SELECT DISTINCT p.conversationId AS id FROM ConversationParticipant p JOIN Identity n ON n.id = p.identityId WHERE n.contactId = ?`,
  ).all(contactId).map(({ id }) => id);
  refreshDerived(sql, { contacts: new Map([[contactId, null]]), conversations }, now);
}
