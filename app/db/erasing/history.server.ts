/** What the user did about somebody: journal entries with the rows as they were, and audit events. */
import { hasMentions } from '../../domain/contacts/mentions';
import { parseSteps, touchedSchema, type Step, type StoredRow } from '../journal.server';
import type { Sql } from '../connection.server';
import { idsOf, type Known, type RowName } from './scope.server';

/** Columns that say whose a row is. */
const COLUMNS: Record<string, RowName> = {
  contactId: 'contact', mergedIntoId: 'contact', identityId: 'identity', conversationId: 'conversation', interactionId: 'interaction', tagId: 'tag', survivorId: 'contact', mergedId: 'contact',
};
/** Tables whose rows are theirs by their own id. */
const TABLES = {
  Contact: 'contact', Identity: 'identity', ContactIdentity: 'contactIdentity', Relation: 'relation', Conversation: 'conversation',
  Interaction: 'interaction', Note: 'note', Tag: 'tag',
} as const satisfies Partial<Record<Step['table'], RowName>>;
const HAVE_PUBLIC_ID = ['Contact', 'Identity', 'Relation', 'Conversation', 'Interaction', 'Note', 'Tag'] as const;

/** Entries read at a time: one can hold a thousand rows. */
const PAGE = 200;

interface Entry {
  id: number;
  publicId: string;
  sentence: string;
  inverse: string;
  touched: string;
  undoneAt: number | null;
}

type IsTheirs = (name: RowName, id: unknown) => boolean;

/** Inside the scope, before the rows go. */
export function cleanHistory(sql: Sql, known: Known): void {
  const subjects = HAVE_PUBLIC_ID.flatMap((table) =>
    sql.prepare<[], string>(`SELECT publicId FROM "${table}" WHERE id IN ${idsOf(TABLES[table])}`).pluck().all(),
  );
  const gone = cleanJournal(sql, known, askScope(sql));
  cleanAudit(sql, known, new Set([...subjects, ...gone]));
}

/** @returns public ids of the entries that went */
function cleanJournal(sql: Sql, known: Known, isTheirs: IsTheirs): string[] {
  const page = sql.prepare<[number], Entry>(
    `SELECT id, publicId, sentence, inverse, touched, undoneAt FROM JournalEntry WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
  );
  const drop = sql.prepare('DELETE FROM JournalEntry WHERE id = ?');
  const rewrite = sql.prepare('UPDATE JournalEntry SET inverse = ?, touched = ? WHERE id = ?');
  const gone: string[] = [];
  let entries = page.all(0);
  for (; entries.length > 0; entries = page.all(entries.at(-1)?.id ?? Infinity)) {
    for (const entry of entries) {
      const rest = withoutThem(entry, known, isTheirs);
      if (rest === 'nothing') {
        drop.run(entry.id);
        gone.push(entry.publicId);
      } else if (rest !== 'all') rewrite.run(rest.inverse, rest.touched, entry.id);
    }
  }
  return gone;
}

/** What was done about several people at once stays for the others. */
function withoutThem(entry: Entry, known: Known, isTheirs: IsTheirs): 'all' | 'nothing' | { inverse: string; touched: string } {
  // What was taken back is no one's way back any more: there the first name is enough.
  if (known.mentions.in(entry.sentence) || (entry.undoneAt !== null && known.firstNames.in(entry.sentence))) return 'nothing';
  const steps = parseSteps(entry.inverse);
  const touched = touchedSchema.parse(JSON.parse(entry.touched));
  const rest = steps.filter((step) => !isStepOf(step, isTheirs) && !speaksOf(step, known));
  const others = {
    contacts: touched.contacts.filter((id) => !isTheirs('contact', id)),
    conversations: touched.conversations.filter((id) => !isTheirs('conversation', id)),
  };
  const isSame = rest.length === steps.length && others.contacts.length === touched.contacts.length && others.conversations.length === touched.conversations.length;
  if (isSame) return 'all';
  return rest.length === 0 ? 'nothing' : { inverse: JSON.stringify(rest), touched: JSON.stringify(others) };
}

function isStepOf(step: Step, isTheirs: IsTheirs): boolean {
  const tables: Partial<Record<Step['table'], RowName>> = TABLES;
  const name = tables[step.table];
  if (name && isTheirs(name, step.key['id'])) return true;
  const rows: StoredRow[] = [step.key, 'before' in step ? step.before : {}, 'after' in step ? (step.after ?? {}) : {}];
  return rows.some((row) => Object.entries(COLUMNS).some(([column, kind]) => isTheirs(kind, row[column])));
}

/** By their names, or as one of two that the user told apart. */
function speaksOf(step: Step, { mentions, refs }: Known): boolean {
  const pair = step.table === 'DifferentPeople' ? [step.key['left'], step.key['right']] : [];
  return pair.some((ref) => typeof ref === 'string' && refs.includes(ref)) || hasMentions(step, mentions);
}

function askScope(sql: Sql): IsTheirs {
  const names: RowName[] = ['contact', 'identity', 'contactIdentity', 'relation', 'conversation', 'interaction', 'note', 'tag'];
  const ids = new Map(names.map((name) => [name, new Set<unknown>(sql.prepare(idsOf(name).slice(1, -1)).pluck().all())]));
  return (name, id) => ids.get(name)?.has(id) ?? false;
}

function cleanAudit(sql: Sql, { mentions }: Known, subjects: ReadonlySet<string>): void {
  const drop = sql.prepare('DELETE FROM AuditEvent WHERE id = ?');
  sql.prepare('DELETE FROM AuditEvent WHERE subject IN (SELECT value FROM json_each(?))').run(JSON.stringify([...subjects]));
  const detailed = sql
    .prepare<[], { id: number; words: string }>(`SELECT id, coalesce(subject, '') || ' ' || detail AS words FROM AuditEvent WHERE detail <> '{}' OR subject IS NOT NULL`)
    .all();
  for (const { id, words } of detailed) if (mentions.in(words)) drop.run(id);
}
