/** An import run: what its JSON columns hold, what its status allows, and how long it can be taken back. */
import { z } from 'zod';
import { IDENTITY_KINDS, PLATFORMS } from '../activity';
import { monthsSchema } from './months';
import { DAY } from '../../lib/dates';

/** From the upload to the end, and back out again. */
export const IMPORT_STATUSES = [
  'received', 'needs_owner', 'needs_answers', 'queued', 'reading', 'paused', 'finishing', 'finished', 'failed', 'stopped', 'undoing', 'undone',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

const count = z.int().nonnegative();
const instant = z.number();

const identityRefSchema = z.object({
  platform: z.enum(PLATFORMS),
  kind: z.enum(IDENTITY_KINDS),
  key: z.string().min(1),
  scope: z.string(),
});

/** What the archive turned out to be: ImportRun.recognition. */
export const recognitionSchema = z.object({
  platform: z.enum(PLATFORMS),
  /** "LinkedIn data export" */
  title: z.string(),
  generatedAt: instant.nullable(),
  /** The files that are read, with their sizes in bytes. */
  parts: z.array(z.object({ path: z.string(), kind: z.string(), size: z.number().nonnegative() })),
  /** The files that are not, with a sentence why. */
  unused: z.array(z.object({ path: z.string(), reason: z.string() })),
  /** The same for the same archive, taken for the same thing by the same reader; left away where nobody looked. */
  fingerprint: z.string().optional(),
});
export type StoredRecognition = z.infer<typeof recognitionSchema>;

/** Whose archive it is, and what the user was asked about it: ImportRun.owner. */
export const ownerSchema = z.object({
  certain: z.boolean(),
  /** Surest first; `evidence` is a sentence. */
  candidates: z.array(
    z.object({
      identity: identityRefSchema,
      /** Further identities of the same person. */
      also: z.array(identityRefSchema).optional(),
      displayName: z.string(),
      profileUrl: z.string().optional(),
      evidence: z.string(),
    }),
  ),
  /** Index of the candidate that is "me". */
  chosen: count.nullable(),
  /** The user's answer: the account Kith knows under another name, or a further one. */
  joins: z.enum(['known_account', 'new_account']).nullable().default(null),
  /** The user has answered; nothing is asked again. */
  settled: z.boolean().default(false),
  question: z.enum(['who_are_you', 'another_account']).nullable(),
  /** The label of the account Kith knew before, where the archive does not speak of it. */
  knownAs: z.string().nullable(),
});
export type OwnerState = z.infer<typeof ownerSchema>;

/** What came in: ImportRun.counts. An empty object is a run that has not begun. */
export const importCountsSchema = z.object({
  people: count.default(0),
  audience: count.default(0),
  conversations: count.default(0),
  messages: count.default(0),
  invitations: count.default(0),
  reactions: count.default(0),
  relations: count.default(0),
  /** Names and facts that were newer than those Kith had. */
  refreshed: count.default(0),
  alreadyThere: count.default(0),
  /** Connections and invitations that were there; messages count in `alreadyThere`. */
  relationsMet: count.default(0),
  /** Rows that could not be used; each is kept with its place and reason. */
  rejected: count.default(0),
  firstAt: instant.nullable().default(null),
  lastAt: instant.nullable().default(null),
  /** What was read of each month, new or not, and the month read last: for the picture of the progress. */
  months: monthsSchema.default(() => ({})),
  lastMonth: z.int().nullable().default(null),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** What was understood and left out on purpose: ImportRun.leftOut. */
export const leftOutSchema = z.array(z.object({ file: z.string(), reason: z.string(), count }));
export type LeftOut = z.infer<typeof leftOutSchema>[number];

/** What an undo took back, and what stayed and why: ImportRun.result. */
export const undoResultSchema = z.object({
  removed: z.object({ people: count, audience: count, conversations: count, interactions: count, relations: count }),
  stayed: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type UndoResult = z.infer<typeof undoResultSchema>;

/** Part and row up to which everything is in the store: ImportRun.checkpoint. */
export const checkpointSchema = z.object({ part: count, row: count });
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** For how long an import can be taken back, in days. */
export const UNDO_DAYS = 30;

/** The last instant at which undo is offered, UTC milliseconds. */
export function undoableUntil(finishedAt: number): number {
  return finishedAt + UNDO_DAYS * DAY;
}

/** A finished import can be taken back while its days last, the sample always; what failed or was stopped left nothing. */
export function canUndo(run: { status: ImportStatus; finishedAt: number | null; isSample?: boolean }, now: number): boolean {
  return run.status === 'finished' && run.finishedAt !== null && (run.isSample || now <= undoableUntil(run.finishedAt));
}

/** Something goes on by itself, so that the screen has to look again. */
export function isRunning(status: ImportStatus): boolean {
  return ['received', 'queued', 'reading', 'finishing', 'undoing'].includes(status);
}

/** Everything it brought is in. */
export function isDone(status: ImportStatus): boolean {
  return status === 'finished';
}

/** It can rest where it is, and go on from there. */
export function canPause(status: ImportStatus): boolean {
  return ['received', 'queued', 'reading'].includes(status);
}

/** The user is asked something, and nothing goes on before they answer. */
export function isAsking(status: ImportStatus): boolean {
  return status === 'needs_owner' || status === 'needs_answers';
}

/** Nothing more will happen to it by itself or by an answer. */
export function isOver(status: ImportStatus): boolean {
  return ['finished', 'failed', 'stopped', 'undone'].includes(status);
}

/** Stopping is possible until the reading is over; from then on it is undone instead. */
export function canStop(status: ImportStatus): boolean {
  return ['received', 'needs_owner', 'needs_answers', 'queued', 'reading', 'paused'].includes(status);
}
