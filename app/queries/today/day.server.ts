/** What is known of the day besides its rows: what was done, what stands aside, how fresh the sources are. */
import type { Sql } from '../../db/connection.server';
import { RESTING } from '../../db/keeping.server';
import { horizonStart } from '../../domain/conversations/rank';
import type { ImportStatus } from '../../domain/imports/run';
import { sampleStanding, type SampleStanding } from '../../domain/sample/words';
import { startOfDay } from '../../lib/dates';
import { archivesSeen, type ArchiveSeen } from '../archives-seen.server';
import type { TodayContext } from './provider';

export interface DayFacts {
  /** Answers, closes and notes of silence of this teammate since midnight, without what was undone. */
  done: number;
  /** There is something this teammate could take back. */
  canUndo: boolean;
  /** Conversations somebody waits in for longer than the horizon, without those whose people rest. */
  older: number;
  /** First approaches of strangers who sell something: no turn, but to be looked through. */
  pitches: number;
  /** Platforms whose newest archive is older than a week. */
  stale: Pick<ArchiveSeen, 'platform' | 'asOf'>[];
  /** Nobody is known yet: nothing was imported or added. */
  empty: boolean;
  /** An import is under way. */
  importing: boolean;
  /** Whether the sample community is here, on its way in or out; null: it is not. */
  sample: SampleStanding;
}

type Counts = Pick<DayFacts, 'done' | 'older' | 'pitches'> & Record<'canUndo' | 'empty' | 'importing', 0 | 1> & {
  sample: ImportStatus | null;
};

/** Verbs after which somebody waits no more, or was thought of. */
const DONE_VERBS = `('log-interaction', 'close-conversation', 'acknowledge-announcement')`;

export function dayFacts(sql: Sql, { now, zone, horizonDays, teammateId }: TodayContext): DayFacts {
  const counts = sql
    .prepare<[{ me: number; midnight: number; horizon: number; now: number }], Counts>(
      `SELECT
         (SELECT count(*) FROM JournalEntry WHERE teammateId = @me AND at >= @midnight AND undoneAt IS NULL AND verb IN ${DONE_VERBS}) AS done,
         EXISTS (SELECT 1 FROM JournalEntry WHERE teammateId = @me AND undoneAt IS NULL) AS canUndo,
         (SELECT count(contactId) FROM ConversationState WHERE turn = 'yours' AND turnSince < @horizon)
           - (SELECT count(*) FROM ${RESTING} AND r.turn = 'yours' AND r.turnSince < @horizon) AS older,
         (SELECT count(*) FROM ConversationState WHERE turn = 'none' AND quietBecause = 'cold_pitch' AND contactId IS NOT NULL) AS pitches,
         NOT EXISTS (SELECT 1 FROM Contact) AND NOT EXISTS (SELECT 1 FROM Relation) AS empty,
         EXISTS (SELECT 1 FROM ImportRun WHERE status IN ('received', 'needs_owner', 'needs_answers', 'queued', 'reading', 'paused', 'finishing')) AS importing,
         (SELECT status FROM ImportRun WHERE isSample = 1 ORDER BY id DESC LIMIT 1) AS sample`,
    )
    .get({ me: teammateId, midnight: startOfDay(now, zone), horizon: horizonStart(now, horizonDays), now });
  if (!counts) throw new Error('A SELECT without FROM has one row.');
  const { done, older, pitches, canUndo, empty, importing, sample } = counts;
  return {
    done, older, pitches, canUndo: canUndo === 1, empty: empty === 1, importing: importing === 1,
    sample: sampleStanding(sample),
    stale: archivesSeen(sql, { now, zone }).flatMap(({ platform, asOf, old }) => (old ? [{ platform, asOf }] : [])),
  };
}
