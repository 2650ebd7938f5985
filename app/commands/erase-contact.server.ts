/**
 * Erases a person for good: every row about them in every table, their words in groups, what was done about them, and the
 * bytes in the file. Only hashes stay, so that an import cannot bring them back. Cannot be undone.
 */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { healthContext, refreshHealth } from '../db/derive/contact-health.server';
import { refreshEventsOfConversation } from '../db/derive/contact-events.server';
import { refreshConversation } from '../db/derive/conversation-state.server';
import { rememberErased } from '../db/erased.server';
import { dropScope, gatherScope, knownOf, leftBehind, type Left } from '../db/erasing/scope.server';
import { treatTables } from '../db/erasing/tables.server';
import { foldLog, mergeTextIndexes, overwriting } from '../db/erasing/traces.server';
import { enqueue } from '../db/job-queue.server';
import { audit, GoneError, type Actor, type Done } from '../db/transact.server';
import { isSameName } from '../domain/contacts/erased';

/** Runs that hold rows in memory: what is erased now they would write again, or point to. */
const AT_WORK = `('reading', 'finishing', 'undoing')`;

const ERASED_SENTENCE = 'Erased for good';

/**
 * @param input `typed`: the name as the user typed it, to show that they mean this person
 * @throws GoneError where nobody is there, the name is another, or an import is at work
 */
export function eraseContact(sql: Sql, actor: Actor, input: { contact: string; typed: string }, now: number): Done<null> {
  overwriting(sql, () => {
    sql.transaction(() => erase(sql, actor, input, now)).immediate();
  });
  // What the log cannot let go of now, the job does.
  foldLog(sql);
  return { result: null, journalId: null, sentence: ERASED_SENTENCE };
}

function erase(sql: Sql, actor: Actor, input: { contact: string; typed: string }, now: number): void {
  const contact = requireContact(sql, input.contact);
  if (!isSameName(input.typed, contact.name)) throw new GoneError('That is not their name. Nothing was erased.');
  if (sql.prepare(`SELECT 1 FROM ImportRun WHERE status IN ${AT_WORK}`).get() !== undefined) {
    throw new GoneError('An import is at work. Erase them when it is done; nothing was erased now.');
  }
  gatherScope(sql, contact.id);
  const known = knownOf(sql);
  const left = leftBehind(sql);
  treatTables(sql, known);
  dropScope(sql);
  rememberErased(sql, known.words, now);
  refreshLeft(sql, left, now);
  mergeTextIndexes(sql);
  audit(sql, { at: now, teammateId: actor.teammateId, verb: 'erase-contact', subject: null });
  enqueue(sql, 'remove-traces', {}, { now, idempotencyKey: 'remove-traces' });
}

/** A group that became smaller can mean others by its lines now. */
function refreshLeft(sql: Sql, { contacts, conversations }: Left, now: number): void {
  const people = new Set(contacts);
  const heard = sql.prepare<[number], number>(
    'SELECT DISTINCT e.contactId FROM Interaction i JOIN ContactEvent e ON e.interactionId = i.id WHERE i.conversationId = ?',
  ).pluck();
  for (const id of conversations) {
    for (const contactId of heard.all(id)) people.add(contactId);
    refreshEventsOfConversation(sql, id);
    for (const contactId of heard.all(id)) people.add(contactId);
    refreshConversation(sql, id, now);
  }
  const context = healthContext(sql);
  for (const id of people) refreshHealth(sql, id, context, now);
}
