/** The list of what was brought in before, and what an upload needs to know of it. */
import type { Sql } from '../db/connection.server';
import type { Tables } from '../db/rows.server';
import { importSentence, undoneSentence } from '../domain/imports/progress';
import {
  canUndo, importCountsSchema, isAsking, isRunning, leftOutSchema, recognitionSchema, undoableUntil, undoResultSchema,
  type ImportStatus, type UndoResult,
} from '../domain/imports/run';
import { sampleRemovedSentence, sampleStanding, type SampleStanding } from '../domain/sample/words';
import type { Standing } from '../domain/imports/view';
import type { Platform } from '../domain/activity';
import { clockTime, DAY, HOUR, shortDay } from '../lib/dates';
import { withThousands } from '../lib/text';
import type { Here } from './import-run.server';
import { asideOf } from './imports/aside.server';
import { standingOfRun } from './imports/standing.server';

/** One line of "Already in". */
export interface ImportLine {
  publicId: string;
  status: ImportStatus;
  platform: Platform | null;
  title: string;
  fileName: string;
  /** "18 Nov, 09:14": several archives of one platform may come on one day. */
  moment: string;
  /** "87 people, 640 messages", or how it ended. */
  sentence: string;
  problem: string | null;
  standing: Standing | null;
  /** What of it did not go in, in a few words; null where all did. */
  aside: string | null;
  /** The sample community: it can be removed at any time, and all of it goes. */
  isSample: boolean;
  /** Until when it can be taken back, "18 Dec"; null where it can't. */
  undoUntil: string | null;
  /** Who stayed when it was taken back, and why. */
  stayed: { name: string; reason: string }[];
}

export interface ImportsPage {
  /** Public ids of the runs that stand in cards of their own, oldest first: those under way, and the last one for a while. */
  cards: string[];
  /** What is in, newest first; then what was taken back a short while ago. */
  lines: ImportLine[];
  /** Of what nothing is in any more; null for none. "12 that brought nothing in, 2 taken back out" */
  folded: { summary: string; lines: ImportLine[] } | null;
  /** Whether the sample community is here, on its way in or out; null: it is not. */
  sample: SampleStanding;
}

/** How long the last run's card stays after its end. */
const CARD_STAYS = HOUR / 4;
/** How long an import that was taken back stands among what is in, so that its result is seen. */
const UNDONE_STAYS = DAY;
/** Lines whose people are counted by state: each costs a look at all of them. */
const LINES_WITH_STATES = 3;

type RunRow = Pick<
  Tables['ImportRun'],
  | 'id' | 'publicId' | 'status' | 'platform' | 'title' | 'fileName' | 'counts' | 'result' | 'createdAt' | 'finishedAt' | 'undoneAt' | 'problem'
  | 'leftOut' | 'recognition' | 'isSample'
>;

export function imports(sql: Sql, here: Here): ImportsPage {
  const rows = sql
    .prepare<[], RunRow>(
      `SELECT id, publicId, status, platform, title, fileName, counts, result, createdAt, finishedAt, undoneAt, problem, leftOut, recognition, isSample
       FROM ImportRun ORDER BY id DESC`,
    )
    .all();
  const cards = rows.filter((row, place) => hasCard(row, place === 0, here.now));
  const listed = rows.filter((row) => !cards.includes(row));
  const isIn = listed.filter(({ status }) => status === 'finished' || status === 'undoing');
  const justUndone = listed.filter(({ status, undoneAt }) => status === 'undone' && here.now - (undoneAt ?? 0) < UNDONE_STAYS);
  const counted = rows.filter(({ status }) => status === 'finished').slice(0, LINES_WITH_STATES);
  const line = (row: RunRow) => lineOf(row, here, counted.includes(row) ? standingOfRun(sql, row.id, here) : null);
  const shown = [...isIn, ...justUndone];
  return {
    cards: cards.map(({ publicId }) => publicId).reverse(),
    lines: shown.map(line),
    sample: sampleStanding(rows.find(({ isSample }) => isSample === 1)?.status ?? null),
    folded: foldedOf(listed.filter((row) => !shown.includes(row)), line),
  };
}

function hasCard({ status, finishedAt }: RunRow, isLast: boolean, now: number): boolean {
  if (status === 'undoing') return false;
  if (isRunning(status) || isAsking(status) || status === 'paused') return true;
  return isLast && (status === 'finished' || status === 'failed') && now - (finishedAt ?? 0) < CARD_STAYS;
}

function foldedOf(rows: readonly RunRow[], line: (row: RunRow) => ImportLine): ImportsPage['folded'] {
  if (rows.length === 0) return null;
  const undone = rows.filter(({ status }) => status === 'undone').length;
  const never = rows.length - undone;
  const summary = [
    never > 0 ? `${withThousands(never)} that brought nothing in` : null,
    undone > 0 ? `${withThousands(undone)} taken back out` : null,
  ].filter((part) => part !== null);
  return { summary: summary.join(', '), lines: rows.map(line) };
}

function lineOf(row: RunRow, { now, timeZone }: Here, standing: Standing | null): ImportLine {
  const { status, finishedAt } = row;
  const isSample = row.isSample === 1;
  const undone = row.result === null ? null : undoResultSchema.parse(JSON.parse(row.result));
  const day = (at: number) => shortDay(at, timeZone, now);
  return {
    publicId: row.publicId,
    status,
    platform: row.platform,
    title: row.title ?? row.fileName,
    fileName: row.fileName,
    moment: `${day(row.createdAt)}, ${clockTime(row.createdAt, timeZone)}`,
    sentence: sentenceOf(row, undone, day),
    problem: row.problem,
    standing,
    aside: asideOfRow(row),
    isSample,
    undoUntil: finishedAt !== null && !isSample && canUndo({ status, finishedAt }, now) ? day(undoableUntil(finishedAt)) : null,
    stayed: undone?.stayed ?? [],
  };
}

function asideOfRow({ status, counts, leftOut, recognition }: RunRow): string | null {
  return asideOf(
    { status, counts: importCountsSchema.parse(JSON.parse(counts)), leftOut: leftOutSchema.parse(JSON.parse(leftOut)) },
    recognition === null ? null : recognitionSchema.parse(JSON.parse(recognition)),
  );
}

function sentenceOf(row: RunRow, undone: UndoResult | null, day: (at: number) => string): string {
  switch (row.status) {
    case 'undone':
      return `${row.isSample === 1 ? 'Removed' : 'Undone'} on ${day(row.undoneAt ?? row.createdAt)}. ${undone ? outSentence(row, undone) : ''}`.trimEnd();
    case 'stopped':
      return 'Stopped. Nothing was kept.';
    case 'failed':
      return 'Not read. Nothing was kept.';
    case 'undoing':
      return 'Taking it back out';
    default:
      return importSentence(importCountsSchema.parse(JSON.parse(row.counts)));
  }
}

/** Of the sample all went, and the user hears that what they tried on it went too. */
function outSentence({ isSample }: RunRow, { removed }: UndoResult): string {
  return isSample === 1 ? sampleRemovedSentence(removed) : undoneSentence(removed);
}

/** Files of uploads that a run still needs, by their whole path. */
export function neededUploads(sql: Sql): string[] {
  return sql.prepare<[], string>('SELECT inputPath FROM ImportRun WHERE inputIsOurs = 1 AND inputPath IS NOT NULL').pluck().all();
}
