/** How far an import has come, and what it brought, in words. */
import { HOUR, MINUTE } from '../../lib/dates';
import { counted, withThousands } from '../../lib/text';
import type { ImportCounts, ImportStatus, UndoResult } from './run';

export interface ProgressInput {
  bytesRead: number;
  bytesTotal: number;
  /** Rows read since `startedAt`. */
  rows: number;
  /** When the reading began, UTC milliseconds; null before. */
  startedAt: number | null;
  now: number;
  status: ImportStatus;
}

export interface Progress {
  /** Of the bytes to read, 0 to 1. */
  share: number;
  rowsPerSecond: number;
  /** Null where nothing can be said yet, or nothing is being read. */
  secondsLeft: number | null;
  words: string;
}

/** Before so much of the time and of the bytes has passed, an estimate would only jump about. */
const ESTIMATE_AFTER_SECONDS = 2;
const ESTIMATE_AFTER_SHARE = 0.01;

const WORDS: Record<Exclude<ImportStatus, 'reading'>, string> = {
  received: 'Looking at what it holds',
  needs_owner: 'Waiting for your answer',
  needs_answers: 'Waiting for your answer',
  queued: 'Next in line',
  paused: 'Paused, and nothing is lost',
  finishing: 'Matching people and learning rhythms',
  finished: 'Everything is in',
  failed: 'Not read, and nothing of it was kept',
  stopped: 'Stopped, and nothing of it was kept',
  undoing: 'Taking it back out',
  undone: 'Taken back out',
};

/** Rounded up to what a person would say: five seconds, then minutes, then hours. */
function lengthLeft(exactSeconds: number): string {
  const seconds = Math.round(exactSeconds);
  if (seconds <= 5) return 'a few seconds left';
  if (seconds <= 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.ceil((seconds * 1000) / MINUTE);
  if (minutes < 60) return `about ${counted(minutes, 'minute', 'minutes')} left`;
  return `about ${counted(Math.ceil((seconds * 1000) / HOUR), 'hour', 'hours')} left`;
}

/**
 * Rate and remaining time from the whole run so far, without smoothing: archives are read evenly enough, and the same
 * numbers always give the same words.
 */
export function progressOf({ bytesRead, bytesTotal, rows, startedAt, now, status }: ProgressInput): Progress {
  const read = bytesTotal > 0 ? Math.min(1, Math.max(0, bytesRead / bytesTotal)) : 0;
  const share = status === 'finishing' || status === 'finished' ? 1 : read;
  const seconds = startedAt === null ? 0 : Math.max(0, now - startedAt) / 1000;
  const rowsPerSecond = seconds > 0 ? rows / seconds : 0;
  if (status !== 'reading') return { share, rowsPerSecond, secondsLeft: null, words: WORDS[status] };
  if (rows === 0) return { share, rowsPerSecond, secondsLeft: null, words: share > 0 ? 'Looking through all of it first' : 'Reading' };
  const tooSoon = seconds < ESTIMATE_AFTER_SECONDS || share < ESTIMATE_AFTER_SHARE;
  if (tooSoon) return { share, rowsPerSecond, secondsLeft: null, words: 'Reading' };
  const secondsLeft = (seconds * (1 - share)) / share;
  return {
    share,
    rowsPerSecond,
    secondsLeft,
    words: `${withThousands(rowsPerSecond)} rows a second, ${lengthLeft(secondsLeft)}`,
  };
}

/** Everything in it was here before: the same archive again, or an older one. */
export function isNothingNew(counts: ImportCounts): boolean {
  const fresh =
    counts.people + counts.audience + counts.conversations + counts.messages + counts.invitations + counts.reactions +
    counts.relations + counts.refreshed;
  return fresh === 0 && counts.alreadyThere + counts.relationsMet > 0;
}

/** What an import brought, for the list: "87 people, 640 messages". */
export function importSentence(counts: ImportCounts): string {
  const brought = [
    counts.people > 0 ? counted(counts.people, 'person', 'people') : null,
    counts.messages > 0 ? counted(counts.messages, 'message', 'messages') : null,
  ].filter((part) => part !== null);
  if (brought.length > 0) return brought.join(', ');
  if (counts.audience > 0) return `${withThousands(counts.audience)} in your audience, nobody who wrote`;
  if (counts.relations + counts.invitations + counts.reactions > 0) return 'No new people or messages';
  if (isNothingNew(counts)) return 'Nothing new, all of it was already here';
  return counts.refreshed > 0 ? 'No new people or messages' : 'Nothing that could be used';
}

/** What an undo took out, for the list: "87 people and 12 in your audience taken back out." */
export function undoneSentence({ people, audience, interactions, relations }: UndoResult['removed']): string {
  const out = [
    people > 0 ? counted(people, 'person', 'people') : null,
    audience > 0 ? `${withThousands(audience)} in your audience` : null,
  ].filter((part) => part !== null);
  if (out.length === 0 && interactions > 0) out.push(counted(interactions, 'message', 'messages'));
  if (out.length === 0 && relations > 0) out.push(counted(relations, 'connection', 'connections'));
  if (out.length === 0) return 'Nothing had to go: all of it is held by another import or was worked on.';
  return `${out.join(' and ')} taken back out.`;
}
