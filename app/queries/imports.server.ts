/** The list of what was brought in before, and what an upload needs to know of it. */
import type { Sql } from '../db/connection.server';
import type { Tables } from '../db/rows.server';
import { importSentence } from '../domain/imports/progress';
import { canUndo, importCountsSchema, isRunning, undoableUntil, undoResultSchema, type ImportStatus } from '../domain/imports/run';
import type { Standing } from '../domain/imports/view';
import type { Platform } from '../domain/activity';
import { HOUR, shortDay } from '../lib/dates';
import { counted } from '../lib/text';
import type { Here } from './import-run.server';
import { standingOfRun } from './imports/standing.server';

/** One line of "Already in". */
export interface ImportLine {
  publicId: string;
  status: ImportStatus;
  platform: Platform | null;
  title: string;
  fileName: string;
  /** "18 Nov" */
  day: string;
  /** "87 people, 640 messages", or how it ended. */
  sentence: string;
  problem: string | null;
  standing: Standing | null;
  /** Until when it can be taken back, "18 Dec"; null where it can't. */
  undoUntil: string | null;
  /** Who stayed when it was taken back, and why. */
  stayed: { name: string; reason: string }[];
}

export interface ImportsPage {
  /** Public ids of the runs that stand in cards of their own, oldest first: those under way, and the last one for a while. */
  cards: string[];
  lines: ImportLine[];
}

/** Lines shown; older imports can still be undone by their own address. */
const LINES = 30;
/** How long the last run's card stays after its end. */
const CARD_STAYS = HOUR / 4;
/** Lines whose people are counted by state: each costs a look at all of them. */
const LINES_WITH_STATES = 3;

type RunRow = Pick<
  Tables['ImportRun'],
  | 'id' | 'publicId' | 'status' | 'platform' | 'title' | 'fileName' | 'counts' | 'result' | 'createdAt' | 'finishedAt' | 'undoneAt' | 'problem'
>;

export function imports(sql: Sql, here: Here): ImportsPage {
  const rows = sql
    .prepare<[number], RunRow>(
      `SELECT id, publicId, status, platform, title, fileName, counts, result, createdAt, finishedAt, undoneAt, problem
       FROM ImportRun ORDER BY id DESC LIMIT ?`,
    )
    .all(LINES);
  const cards = rows.filter((row, place) => hasCard(row, place === 0, here.now));
  const finished = rows.filter(({ status }) => status === 'finished').slice(0, LINES_WITH_STATES);
  return {
    cards: cards.map(({ publicId }) => publicId).reverse(),
    lines: rows
      .filter((row) => !cards.includes(row))
      .map((row) => lineOf(row, here, finished.includes(row) ? standingOfRun(sql, row.id, here) : null)),
  };
}

function hasCard({ status, finishedAt }: RunRow, isLast: boolean, now: number): boolean {
  if (status === 'undoing') return false;
  if (isRunning(status) || status === 'needs_owner') return true;
  return isLast && (status === 'finished' || status === 'failed') && now - (finishedAt ?? 0) < CARD_STAYS;
}

function lineOf(row: RunRow, { now, timeZone }: Here, standing: Standing | null): ImportLine {
  const { status, finishedAt } = row;
  const undone = row.result === null ? null : undoResultSchema.parse(JSON.parse(row.result));
  return {
    publicId: row.publicId,
    status,
    platform: row.platform,
    title: row.title ?? row.fileName,
    fileName: row.fileName,
    day: shortDay(row.createdAt, timeZone, now),
    sentence: sentenceOf(row, undone?.removed.people ?? 0, (at) => shortDay(at, timeZone, now)),
    problem: row.problem,
    standing,
    undoUntil: finishedAt !== null && canUndo({ status, finishedAt }, now) ? shortDay(undoableUntil(finishedAt), timeZone, now) : null,
    stayed: undone?.stayed ?? [],
  };
}

function sentenceOf(row: RunRow, takenBack: number, day: (at: number) => string): string {
  switch (row.status) {
    case 'undone':
      return `Undone on ${day(row.undoneAt ?? row.createdAt)}. ${counted(takenBack, 'person', 'people')} taken back out.`;
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

/** Files of uploads that a run still needs, by their whole path. */
export function neededUploads(sql: Sql): string[] {
  return sql.prepare<[], string>('SELECT inputPath FROM ImportRun WHERE inputIsOurs = 1 AND inputPath IS NOT NULL').pluck().all();
}
