/** Takes back what somebody did, as far as nobody has changed it since. */
import { removeLeftovers } from '../db/bulk/leftovers.server';
import { parseSteps, revertStep, touchedSchema, type Step } from '../db/journal.server';
import type { Sql } from '../db/connection.server';
import { interactionsOfIdentity, refreshEventsOf } from '../db/derive/contact-events.server';
import { followGaps, type GapHolder } from '../db/derive/follow-gaps.server';
import { refreshDerived } from '../db/derive/refresh-derived.server';
import { keepBothDrafts } from '../db/drafts.server';
import { separateContact, standingMerge } from '../db/identity/separate.server';
import { audit, unrecorded, type Actor } from '../db/transact.server';
import { STAGES } from '../domain/contacts/stages';

export interface Undone {
  /** What was taken back: "Done with Kwame". */
  sentence: string;
  /** True where something had been changed since and was left as it is. */
  partly: boolean;
  /** Who had stayed behind of an import that was taken back, and went now that nothing holds them any more. */
  gone: string[];
  /** Public ids of the conversations it was about. */
  conversations: string[];
  /** And of the people. */
  contacts: string[];
}

interface EntryRow {
  id: number;
  publicId: string;
  verb: string;
  sentence: string;
  inverse: string;
  touched: string;
}

/**
 * @param journalId which entry; null takes the actor's last one
 * @returns null where there is nothing (left) to take back
 */
export function undo(sql: Sql, actor: Actor, journalId: string | null, now: number): Undone | null {
  return sql
    .transaction((): Undone | null => {
      const entry = sql
        .prepare<[{ teammate: number | null; journal: string | null }], EntryRow>(
          `SELECT id, publicId, verb, sentence, inverse, touched FROM JournalEntry
           WHERE undoneAt IS NULL AND teammateId IS @teammate AND (@journal IS NULL OR publicId = @journal)
           ORDER BY id DESC LIMIT 1`,
        )
        .get({ teammate: actor.teammateId, journal: journalId });
      if (!entry) return null;
      const steps = parseSteps(entry.inverse).reverse();
      const touched = touchedSchema.parse(JSON.parse(entry.touched));
      const contacts = new Set(touched.contacts);
      const workedOn = contactsOf(sql, steps);
      const merge = mergeOf(steps);
      const apart = merge === null ? null : takeMergeBack(sql, actor, merge, now);
      const others = apart === null ? steps : steps.filter(({ table }) => table === 'DifferentPeople');
      const reverted = TOGETHER.has(entry.verb) ? revertTogether(sql, others, now) : revertAll(sql, others, now);
      const partly = (apart?.partly ?? false) || !reverted;
      for (const contact of apart?.contacts ?? []) contacts.add(contact);
      const conversations = new Set([...touched.conversations, ...(apart?.conversations ?? [])]);
      for (const id of interactionsOf(sql, steps)) for (const contact of refreshEventsOf(sql, id)) contacts.add(contact);
      refreshDerived(sql, { contacts: new Map([...contacts].map((id) => [id, null])), conversations }, now);
      for (const holder of gapHoldersOf(steps)) followGaps(sql, holder, now);
      const gone = removeLeftovers(sql, { contacts: [...contacts, ...workedOn], conversations: touched.conversations }, now);
      sql.prepare('UPDATE JournalEntry SET undoneAt = ? WHERE id = ?').run(now, entry.id);
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'undo', subject: entry.publicId });
      return {
        sentence: entry.sentence, partly, gone,
        conversations: publicIdsOf(sql, 'Conversation', touched.conversations),
        contacts: publicIdsOf(sql, 'Contact', touched.contacts),
      };
    })
    .immediate();
}

/** @returns false where something had been changed since and was left */
function revertAll(sql: Sql, steps: readonly Step[], now: number): boolean {
  return steps.filter((step) => !revertStep(sql, step) && !keepBothDrafts(sql, step, now)).length === 0;
}

/** Whose identities they move: half of it would leave somebody in two places. */
const TOGETHER: ReadonlySet<string> = new Set(['split-contact', 'attach-identity']);
const PLACING: ReadonlySet<Step['table']> = new Set<Step['table']>(['Identity', 'ContactIdentity', 'ContactMerge']);

const isPlacing = (step: Step): boolean =>
  PLACING.has(step.table) || (step.table === 'Contact' && (step.op === 'insert' || 'mergedIntoId' in step.before));

/** Steps that place identities go all or not at all. @returns false where anything was left */
function revertTogether(sql: Sql, steps: readonly Step[], now: number): boolean {
  let whole = true;
  try {
    sql.transaction(() => {
      for (const step of steps) {
        if (revertStep(sql, step) || keepBothDrafts(sql, step, now)) continue;
        if (isPlacing(step)) throw new MovedOn();
        whole = false;
      }
    })();
  } catch (error) {
    if (error instanceof MovedOn) return false;
    throw error;
  }
  return whole;
}

/** Somebody has placed an identity elsewhere since. */
class MovedOn extends Error {
  override name = 'MovedOn';
}

/** The ContactMerge that the steps made; null where they made none. */
function mergeOf(steps: readonly Step[]): number | null {
  const made = steps.find(({ table, op }) => table === 'ContactMerge' && op === 'insert');
  return made ? Number(made.key['id']) : null;
}

/** A merge is taken back by what was carried over, so that it can be whatever has been changed of the rows since. */
function takeMergeBack(sql: Sql, actor: Actor, id: number, now: number) {
  const merge = standingMerge(sql, id);
  if (!merge) return { partly: true, contacts: [], conversations: [] };
  const work = unrecorded(sql, actor, now);
  const partly = !separateContact(work, merge);
  if (!partly) work.remove('ContactMerge', { id });
  return { partly, contacts: [...work.contacts.keys()], conversations: [...work.conversations] };
}

function publicIdsOf(sql: Sql, table: 'Conversation' | 'Contact', ids: readonly number[]): string[] {
  return sql
    .prepare<[string], { publicId: string }>(`SELECT publicId FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map((row) => row.publicId);
}

/** Tags and stages whose gaps the steps put back: what follows concerns people the journal does not name. */
function gapHoldersOf(steps: readonly Step[]): GapHolder[] {
  return steps.flatMap((step): GapHolder[] => {
    if (step.table === 'Tag' && step.op === 'update') return [{ tagId: Number(step.key['id']) }];
    const stage = step.table === 'StageGap' ? STAGES.find((one) => one === step.key['stage']) : undefined;
    return stage ? [{ stage }] : [];
  });
}

/** What was said, where the steps put back it or whose it is. */
function interactionsOf(sql: Sql, steps: readonly Step[]): Set<number> {
  const of = (table: Step['table']) => steps.filter((step) => step.table === table).map((step) => Number(step.key['id']));
  return new Set([...of('Interaction'), ...of('Identity').flatMap((id) => interactionsOfIdentity(sql, id))]);
}

/** Whose page the steps are about, where it is no event of theirs: a note, a tag, a name. Asked before they are taken back. */
function contactsOf(sql: Sql, steps: readonly Step[]): number[] {
  const ofNote = sql.prepare<[number], number>('SELECT contactId FROM Note WHERE id = ?').pluck();
  return steps.flatMap(({ table, key }) => {
    if (table === 'Contact') return Number(key['id']);
    if (table === 'ContactTag') return Number(key['contactId']);
    return table === 'Note' ? (ofNote.get(Number(key['id'])) ?? []) : [];
  });
}
