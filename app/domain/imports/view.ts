/** What the import page shows of a run: words and numbers made ready by the server, because only it has clock and zone. */
import { z } from 'zod';
import { PLATFORMS } from '../activity';
import { readingQuestionSchema } from './questions';
import { HEALTH_STATES } from '../health/states';
import { monthBarsSchema } from './months';
import { IMPORT_STATUSES, type ImportStatus } from './run';

/** The parts of the way, in order. */
export const PHASES = ['Unpacked', 'Recognised', 'Reading', 'Matching people', 'Learning rhythms'] as const;

const phaseSchema = z.object({ label: z.enum(PHASES), place: z.enum(['done', 'now', 'ahead']) });
export type Phase = z.infer<typeof phaseSchema>;

const numberSchema = z.object({ value: z.string(), label: z.string() });

/** How its people stand, and how many of them wait for an answer. */
const standingSchema = z.object({
  states: z.array(z.object({ state: z.enum(HEALTH_STATES), count: z.string() })),
  /** "4 replies are owed."; null for none. */
  owed: z.string().nullable(),
  /** "12 older threads wait too."; null for none. */
  older: z.string().nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

const questionSchema = z.discriminatedUnion('asks', [
  z.object({
    asks: z.literal('who_are_you'),
    candidates: z.array(z.object({ name: z.string(), profileUrl: z.string().nullable(), evidence: z.string() })),
    /** Whom Kith knows the user as, where that is none of the candidates. */
    knownAs: z.string().nullable(),
  }),
  z.object({ asks: z.literal('another_account'), name: z.string(), knownAs: z.string() }),
  z.object({
    asks: z.literal('reading'),
    questions: z.array(readingQuestionSchema),
    /** The workspace's own zone, and all there are; none where no zone is asked. */
    zone: z.string(),
    zones: z.array(z.string()),
  }),
]);
/** What is asked about an archive. */
export type OwnerQuestion = z.infer<typeof questionSchema>;

export const runViewSchema = z.object({
  publicId: z.string(),
  status: z.enum(IMPORT_STATUSES),
  running: z.boolean(),
  canStop: z.boolean(),
  canPause: z.boolean(),
  fileName: z.string(),
  /** Invented people, to look around with. */
  isSample: z.boolean(),
  platform: z.enum(PLATFORMS).nullable(),
  /** "Recognised: LinkedIn data export, made 22 November 2026, 48 KB" */
  about: z.string(),
  /** What is going on, in words: "Reading your messages". */
  headline: z.string(),
  /** Of the reading, or of the look through the archive before it, 0 to 1; null where neither goes on. */
  share: z.number().nullable(),
  /** The months read so far; null where there is nothing to draw, or nothing is being read. */
  months: monthBarsSchema.nullable(),
  /** "4,120 rows a second, about 20 seconds left" */
  pace: z.string(),
  numbers: z.array(numberSchema),
  /** Who came in and stays audience, in a sentence; null for nobody. */
  silent: z.string().nullable(),
  phases: z.array(phaseSchema),
  question: questionSchema.nullable(),
  problem: z.string().nullable(),
  standing: standingSchema.nullable(),
  /** How Kith would have done on the user's last three months; null where they are not there yet. */
  replay: z.string().nullable(),
  /** "Since 3 October 2026: 12 new followers, 3 followers gone."; null where nothing changed or nothing can be compared. */
  changes: z.string().nullable(),
  /** There is something left out, unused or rejected to look at: "3 rows could not be used"; null where all went in. */
  aside: z.string().nullable(),
});
export type RunView = z.infer<typeof runViewSchema>;

const PLACE_NOW: Partial<Record<ImportStatus, number>> = { received: 0, queued: 1, needs_owner: 1, needs_answers: 1, reading: 2, paused: 2, finishing: 4 };

/**
 * The phases with what is done. People are matched row by row while reading, so that phase never stands alone; and once
 * it is known what the archive is, it is being read, be it only for whose it is.
 * @param recognised whether it is known what the archive is
 */
export function phasesOf(status: ImportStatus, recognised: boolean): Phase[] {
  const at = status === 'received' && recognised ? 'reading' : status;
  const now = at === 'finished' ? PHASES.length : (PLACE_NOW[at] ?? -1);
  return PHASES.map((label, place) => ({
    label,
    place: place < now || (place < 2 && recognised && now >= 1) ? 'done' : place === now ? 'now' : 'ahead',
  }));
}
