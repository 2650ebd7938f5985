/**
 * What erasing somebody does to every table of the file. A table that is not named here fails a test: whoever adds one
 * says what becomes of its rows.
 */
import { withoutMentions } from '../../domain/contacts/mentions';
import type { Sql } from '../connection.server';
import { cleanHistory } from './history.server';
import { cleanImports } from './imports.server';
import { idsOf, type Known } from './scope.server';

export type Treatment =
  /** The rows that a condition selects go. */
  | { rows: string }
  /** More than rows: see the function. */
  | { by: (sql: Sql, known: Known) => void }
  /** Nothing to do, and why. */
  | { stays: string };

const identity = `identityId IN ${idsOf('identity')}`;
const contact = `contactId IN ${idsOf('contact')}`;
const between = (left: string, right: string, ids: string) => `"${left}" IN ${ids} OR "${right}" IN ${ids}`;

/** In the order in which they are treated: what stands on others first. */
export const TREATMENTS: Record<string, Treatment> = {
  ImportRunRow: { by: cleanRunRows },
  ImportReject: { by: cleanImports },
  ImportRun: { stays: 'its texts are cleaned with the rejected rows' },
  JournalEntry: { by: cleanHistory },
  AuditEvent: { stays: 'cleaned with the journal' },
  ContactEvent: { rows: `${contact} OR interactionId IN ${idsOf('interaction')}` },
  ConversationState: { rows: `conversationId IN ${idsOf('conversation')}` },
  Draft: { rows: `conversationId IN ${idsOf('conversation')}` },
  InteractionBody: { rows: `interactionId IN ${idsOf('interaction')}` },
  InteractionParticipant: { rows: `${identity} OR interactionId IN ${idsOf('interaction')}` },
  Interaction: { rows: `id IN ${idsOf('interaction')}` },
  ConversationParticipant: { rows: `${identity} OR conversationId IN ${idsOf('conversation')}` },
  Conversation: { by: dropConversations },
  Relation: { rows: identity },
  Consent: { rows: identity },
  Aggregate: { rows: identity },
  IdentityProfile: { rows: identity },
  IdentityAlias: { rows: identity },
  ContactIdentity: { rows: `${contact} OR ${identity}` },
  SamePersonGuess: { rows: between('leftId', 'rightId', idsOf('identity')) },
  ContactMerge: { rows: between('survivorId', 'mergedId', idsOf('contact')) },
  DifferentPeople: { by: dropRefusals },
  Identity: { rows: `id IN ${idsOf('identity')}` },
  ContactHealth: { rows: contact },
  ContactPast: { rows: contact },
  ContactAnswer: { rows: contact },
  ReplayedContact: { rows: contact },
  ContactTag: { rows: contact },
  Tag: { rows: `id IN ${idsOf('tag')}` },
  Note: { rows: contact },
  Contact: { rows: `id IN ${idsOf('contact')}` },
  IdentityText: { stays: 'a text index; follows Identity by triggers, and is written anew afterwards' },
  ContactText: { stays: 'a text index; follows Contact by triggers, and is written anew afterwards' },
  PastCount: { stays: 'numbers; follow ContactPast and ContactAnswer by triggers' },
  ErasedIdentity: { stays: 'the hashes that keep them from coming back' },
  ErasureSalt: { stays: 'what is hashed together with them' },
  Coverage: { stays: 'what a source could see, nobody in particular' },
  RelationSnapshot: { stays: 'when a list was taken; who was in it goes with ImportRunRow' },
  ColumnMapping: { stays: 'headings of tables' },
  WorkspaceFit: { stays: 'numbers about everybody together' },
  StageGap: { stays: 'wishes about stages' },
  Job: { stays: 'names of jobs and numbers of imports' },
  Workspace: { stays: 'the user’s own' },
  Teammate: { stays: 'the user’s own' },
  OwnAccount: { stays: 'the user’s own' },
  OwnIdentity: { stays: 'the user’s own' },
  AuthUser: { stays: 'the user’s own' },
  AuthSession: { stays: 'the user’s own' },
  AuthAccount: { stays: 'the user’s own' },
  AuthVerification: { stays: 'the user’s own' },
  AuthRateLimit: { stays: 'the user’s own' },
};

/** Treats every table that is there. Inside the transaction, with the scope gathered. */
export function treatTables(sql: Sql, known: Known): void {
  const present = new Set(sql.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all());
  for (const [table, treatment] of Object.entries(TREATMENTS)) {
    if (!present.has(table)) continue;
    if ('rows' in treatment) sql.prepare(`DELETE FROM "${table}" WHERE ${treatment.rows}`).run();
    else if ('by' in treatment) treatment.by(sql, known);
  }
}

interface HeldRow {
  importRunId: number;
  entity: number;
  rowId: number;
  previous: string;
}

/** Which run brought what: by run, so that each row is found by its key. */
function cleanRunRows(sql: Sql, { mentions }: Known): void {
  const drop = sql.prepare('DELETE FROM ImportRunRow WHERE importRunId = ? AND (entity, rowId) IN (SELECT entity, rowId FROM temp.Erasing)');
  for (const id of sql.prepare<[], number>('SELECT id FROM ImportRun').pluck().all()) drop.run(id);
  const rewrite = sql.prepare('UPDATE ImportRunRow SET previous = @previous WHERE importRunId = @importRunId AND entity = @entity AND rowId = @rowId');
  const kept = sql.prepare<[], HeldRow>('SELECT importRunId, entity, rowId, previous FROM ImportRunRow WHERE previous IS NOT NULL').all();
  for (const row of kept) {
    if (mentions.mayBeIn(row.previous)) rewrite.run({ ...row, previous: JSON.stringify(withoutMentions(JSON.parse(row.previous), mentions)) });
  }
}

/** A group that stays may bear their name. */
function dropConversations(sql: Sql, { mentions }: Known): void {
  sql.prepare(`DELETE FROM Conversation WHERE id IN ${idsOf('conversation')}`).run();
  const titled = sql.prepare<[], { id: number; title: string }>(
    `SELECT id, title FROM Conversation WHERE title IS NOT NULL AND kind <> 'dm'`,
  ).all();
  const rename = sql.prepare('UPDATE Conversation SET title = ? WHERE id = ?');
  for (const { id, title } of titled) if (mentions.in(title)) rename.run(mentions.without(title), id);
}

function dropRefusals(sql: Sql, { refs }: Known): void {
  sql
    .prepare('DELETE FROM DifferentPeople WHERE "left" IN (SELECT value FROM json_each(@refs)) OR "right" IN (SELECT value FROM json_each(@refs))')
    .run({ refs: JSON.stringify(refs) });
}
