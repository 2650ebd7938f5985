/**
 * Rows as they lie in the file, typed from prisma/schema.prisma: instants are numbers of UTC milliseconds,
 * booleans 0 or 1, big integers numbers.
 */
import type * as models from './generated/client';

type StoredValue<V> = V extends Date ? number : V extends bigint ? number : V extends boolean ? 0 | 1 : V;

/** A row of a table as raw SQL gives and takes it. */
export type Stored<Row> = { [Column in keyof Row]: StoredValue<Row[Column]> };

/** The tables that commands write to, with undo. Derived tables and the library's own are not among them. */
export interface Tables {
  Workspace: Stored<models.Workspace>;
  Teammate: Stored<models.Teammate>;
  OwnAccount: Stored<models.OwnAccount>;
  Identity: Stored<models.Identity>;
  Contact: Stored<models.Contact>;
  ContactIdentity: Stored<models.ContactIdentity>;
  ContactMerge: Stored<models.ContactMerge>;
  DifferentPeople: Stored<models.DifferentPeople>;
  Relation: Stored<models.Relation>;
  Conversation: Stored<models.Conversation>;
  ConversationParticipant: Stored<models.ConversationParticipant>;
  Interaction: Stored<models.Interaction>;
  InteractionBody: Stored<models.InteractionBody>;
  InteractionParticipant: Stored<models.InteractionParticipant>;
  Tag: Stored<models.Tag>;
  StageGap: Stored<models.StageGap>;
  ContactTag: Stored<models.ContactTag>;
  Note: Stored<models.Note>;
  Draft: Stored<models.Draft>;
  ImportRun: Stored<models.ImportRun>;
  ErasedIdentity: Stored<models.ErasedIdentity>;
}

export type TableName = keyof Tables;

/** What makes a row of each table unique. */
export const TABLE_KEYS = {
  Workspace: ['id'],
  Teammate: ['id'],
  OwnAccount: ['id'],
  Identity: ['id'],
  Contact: ['id'],
  ContactIdentity: ['id'],
  ContactMerge: ['id'],
  DifferentPeople: ['left', 'right'],
  Relation: ['id'],
  Conversation: ['id'],
  ConversationParticipant: ['conversationId', 'identityId'],
  Interaction: ['id'],
  InteractionBody: ['interactionId'],
  InteractionParticipant: ['interactionId', 'identityId', 'role'],
  Tag: ['id'],
  StageGap: ['stage'],
  ContactTag: ['contactId', 'tagId'],
  Note: ['id'],
  Draft: ['teammateId', 'conversationId'],
  ImportRun: ['id'],
  ErasedIdentity: ['hash'],
} as const satisfies { [T in TableName]: readonly (keyof Tables[T])[] };

export type Key<T extends TableName> = { [K in (typeof TABLE_KEYS)[T][number] & keyof Tables[T]]: Tables[T][K] };

/** Tables whose rows carry `version` and `updatedById`. */
export const VERSIONED: ReadonlySet<TableName> = new Set<TableName>([
  'Workspace', 'Teammate', 'OwnAccount', 'Identity', 'Contact', 'Conversation', 'Interaction', 'Tag', 'StageGap', 'Note', 'ImportRun',
]);
