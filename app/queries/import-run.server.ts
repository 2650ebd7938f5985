/** One import run as its card shows it: how far it has come, what it asks, what it brought. */
import type { Sql } from '../db/connection.server';
import { loadRun, type ImportRunState } from '../db/import-runs.server';
import type { Tables } from '../db/rows.server';
import { recognitionSchema, canPause, canStop, isRunning, type ImportCounts, type StoredRecognition } from '../domain/imports/run';
import { monthBars } from '../domain/imports/months';
import { isNothingNew, progressOf, type Progress } from '../domain/imports/progress';
import { phasesOf, type OwnerQuestion, type RunView } from '../domain/imports/view';
import { fullDay, monthAndYear, timeZonesAround } from '../lib/dates';
import { counted, sizeInWords, withThousands } from '../lib/text';
import { changesInBrief } from './import-changes.server';
import { asideOf } from './imports/aside.server';
import { standingOfRun } from './imports/standing.server';
import { replayInBrief } from './replay.server';

/** When and where the page is looked at. */
export interface Here {
  /** UTC milliseconds. */
  now: number;
  timeZone: string;
  /** Waits longer than this are older threads. */
  horizonDays: number;
}

type RunRow = Pick<
  Tables['ImportRun'],
  'id' | 'platform' | 'sizeBytes' | 'recognition' | 'bytesRead' | 'bytesTotal' | 'startedAt' | 'checkpoint' | 'problem' | 'stopAsked' | 'inputIsOurs'
>;

const ABOUT_SAMPLE = 'Invented people, to look around with';

/** @returns null where there is no such run */
export function importRun(sql: Sql, publicId: string, here: Here): RunView | null {
  const row = sql
    .prepare<[string], RunRow>(
      `SELECT id, platform, sizeBytes, recognition, bytesRead, bytesTotal, startedAt, checkpoint, problem, stopAsked, inputIsOurs
       FROM ImportRun WHERE publicId = ?`,
    )
    .get(publicId);
  const run = row && loadRun(sql, row.id);
  if (!run) return null;
  const { counts, status } = run;
  const recognition = row.recognition === null ? null : recognitionSchema.parse(JSON.parse(row.recognition));
  const progress = progressOf({ ...row, rows: rowsOf(counts), now: here.now, status });
  return {
    publicId,
    status,
    running: isRunning(status),
    canStop: canStop(status) && !run.stopAsked,
    canPause: canPause(status) && !run.stopAsked && !run.pauseAsked && !run.isSample,
    fileName: run.fileName,
    platform: row.platform,
    about: run.isSample ? ABOUT_SAMPLE : aboutOf(row, recognition, here),
    headline: headlineOf(run, recognition),
    share: showsShare(run, progress) ? progress.share : null,
    months: status === 'reading' && !run.stopAsked ? monthBars(counts.months, counts.lastMonth) : null,
    pace: paceOf(run, progress),
    numbers: numbersOf(counts, row.platform, here),
    silent: silentOf(counts, ...silentOnes(run.isSample, row.platform)),
    isSample: run.isSample,
    phases: phasesOf(status, recognition !== null),
    question: questionOf(run, here),
    problem: row.problem,
    standing: status === 'finished' ? standingOfRun(sql, run.id, here) : null,
    replay: status === 'finished' ? (replayInBrief(sql)?.sentence ?? null) : null,
    changes: status === 'finished' ? changesInBrief(sql, run.id, here.timeZone) : null,
    aside: asideOf(run, recognition),
  };
}

/** While it reads, and while it looks for whose archive it is as soon as that shows how far it is. */
function showsShare({ status }: ImportRunState, { share }: Progress): boolean {
  return status === 'reading' || status === 'finishing' || (status === 'received' && share > 0);
}

/** Records so far; what was met again counts like what is new. */
function rowsOf(counts: ImportCounts): number {
  return counts.messages + counts.invitations + counts.reactions + counts.relations + counts.alreadyThere + counts.rejected;
}

function aboutOf(row: RunRow, recognition: StoredRecognition | null, { timeZone }: Here): string {
  const size = row.sizeBytes > 0 && row.inputIsOurs === 1 ? sizeInWords(row.sizeBytes) : null;
  if (!recognition) return size ?? '';
  const { title, generatedAt } = recognition;
  const made = generatedAt === null ? null : `made ${fullDay(generatedAt, timeZone)}`;
  return [`Recognised: ${title}`, made, size].filter(Boolean).join(', ');
}

function headlineOf(run: ImportRunState, recognition: StoredRecognition | null): string {
  if (run.stopAsked && isRunning(run.status)) return 'Stopping, and taking back what was read';
  if (run.pauseAsked && isRunning(run.status)) return 'Pausing';
  switch (run.status) {
    case 'received':
      return recognition ? 'Looking for whose it is' : 'Looking at what it holds';
    case 'queued':
      return 'Next in line';
    case 'needs_owner':
    case 'needs_answers':
      return 'One question first';
    case 'reading': {
      const kind = recognition?.parts[run.checkpoint?.part ?? 0]?.kind;
      return kind ? `Reading your ${kind}` : 'Reading';
    }
    case 'paused':
      return 'Paused. What was read is kept; it goes on from there.';
    case 'finishing':
      return 'Learning everybody’s rhythm';
    case 'finished':
      return isNothingNew(run.counts) ? 'Nothing new. All of it was already in.' : 'Everything is in.';
    case 'failed':
      return 'This could not be read';
    case 'stopped':
      return 'Stopped. Nothing was kept.';
    case 'undoing':
      return 'Taking it back out';
    case 'undone':
      return 'Taken back out';
  }
}

function paceOf({ status, stopAsked }: ImportRunState, progress: Progress): string {
  return status === 'reading' && !stopAsked ? progress.words : '';
}

function numbersOf(counts: ImportCounts, platform: RunRow['platform'], { timeZone }: Here): RunView['numbers'] {
  const words = counts.messages + counts.invitations;
  const all = words + counts.reactions + counts.people + counts.conversations + counts.relations;
  if (all === 0) return [];
  const numbers = [
    ...(words > 0 ? [numberOf(counts.people, 'person who talked with you', 'people who talked with you')] : counts.people > 0 ? [numberOf(counts.people, 'person', 'people')] : []),
    ...(counts.conversations > 0 ? [numberOf(counts.conversations, 'conversation', 'conversations')] : []),
    ...(words > 0 ? [counts.invitations > 0 ? numberOf(words, 'message or invitation', 'messages and invitations') : numberOf(words, 'message', 'messages')] : []),
    ...(counts.reactions > 0 ? [numberOf(counts.reactions, 'reaction', 'reactions')] : []),
    ...(counts.relations > 0 ? [platform === 'newsletter' ? numberOf(counts.relations, 'reader', 'readers') : numberOf(counts.relations, 'follow or connection', 'follows and connections')] : []),
  ];
  if (counts.firstAt === null || counts.lastAt === null) return numbers;
  return [...numbers, { value: monthAndYear(counts.firstAt, timeZone), label: `to ${monthAndYear(counts.lastAt, timeZone)}` }];
}

const numberOf = (count: number, one: string, many: string) => ({ value: withThousands(count), label: count === 1 ? one : many });

/** How those who never said a word are called: one, and many. */
function silentOnes(isSample: boolean, platform: RunRow['platform']): readonly [one: string, many: string] {
  if (isSample) return ['follower or connection', 'followers and connections'];
  return platform === 'linkedin' ? ['connection', 'connections'] : ['other account or address', 'other accounts and addresses'];
}

function silentOf({ audience }: ImportCounts, one: string, many: string): string | null {
  if (audience <= 0) return null;
  return `${counted(audience, one, many)} never exchanged a word with you. They stay in your audience and do not become people.`;
}

function questionOf({ status, owner, questions }: ImportRunState, { timeZone }: Here): OwnerQuestion | null {
  if (status === 'needs_answers') {
    const zones = questions.some(({ asks }) => asks === 'zone') ? timeZonesAround(timeZone) : [];
    return { asks: 'reading', questions, zone: timeZone, zones };
  }
  if (status !== 'needs_owner' || !owner?.question) return null;
  const candidates = owner.candidates.map(({ displayName, profileUrl, evidence }) => ({
    name: displayName, profileUrl: profileUrl ?? null, evidence,
  }));
  if (owner.question === 'who_are_you') return { asks: 'who_are_you', candidates, knownAs: owner.knownAs };
  return { asks: 'another_account', name: candidates[owner.chosen ?? 0]?.name ?? 'somebody', knownAs: owner.knownAs ?? '' };
}
