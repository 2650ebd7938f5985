/** What a mark of the Relationships page asks for when it is opened: the people behind it, as an address says it. */
import { z } from 'zod';
import { HEALTH_STATES } from '../health';

/** Where the plot is quartered: from this health on to the right, from this tie (hundredths) on to the top. */
export const INNER_HEALTH = 60;
export const INNER_TIE = 50;

/** Quarters of the plot. */
export const AREAS = ['inner', 'rekindle', 'rest', 'growing'] as const;
export type Area = (typeof AREAS)[number];

/** States are named by their place in HEALTH_STATES; null is "was not there yet". */
export type RelationshipsQuestion =
  | { about: 'moved'; from: number | null; to: number }
  | { about: 'was' | 'is'; state: number }
  | { about: 'closer' | 'drifting' | 'reach' }
  | { about: 'area'; area: Area }
  /** How long answers took: a bucket of domain/relationships/answers.ts. */
  | { about: 'theirs' | 'yours'; bucket: number }
  /** `cohort` is "2026-06"; with `month` those who wrote (or not) in that calendar month after it, counted from 1. */
  | { about: 'cohort'; cohort: string; month: number | null; wrote: boolean };

const whole = (most: number) => z.string().regex(/^\d{1,2}$/).transform(Number).pipe(z.number().max(most));
const state = whole(HEALTH_STATES.length - 1);
const flag = z.literal('1');
/** Answers are told apart in this many lengths. */
export const ANSWER_BUCKETS = 8;
const bucket = whole(ANSWER_BUCKETS - 1);
const moved = z
  .string()
  .regex(/^(n|\d)\.\d$/)
  .transform((pair) => ({ from: pair.startsWith('n') ? null : Number(pair[0]), to: Number(pair[2]) }));
const month = z.string().regex(/^[1-9]\d?$/).transform(Number);

const asked = z.union([
  z.strictObject({ moved }).transform((given): RelationshipsQuestion => ({ about: 'moved', ...given.moved })),
  z.strictObject({ was: state }).transform((given): RelationshipsQuestion => ({ about: 'was', state: given.was })),
  z.strictObject({ is: state }).transform((given): RelationshipsQuestion => ({ about: 'is', state: given.is })),
  z.strictObject({ closer: flag }).transform((): RelationshipsQuestion => ({ about: 'closer' })),
  z.strictObject({ drifting: flag }).transform((): RelationshipsQuestion => ({ about: 'drifting' })),
  z.strictObject({ reach: flag }).transform((): RelationshipsQuestion => ({ about: 'reach' })),
  z.strictObject({ area: z.enum(AREAS) }).transform((given): RelationshipsQuestion => ({ about: 'area', ...given })),
  z.strictObject({ theirs: bucket }).transform((given): RelationshipsQuestion => ({ about: 'theirs', bucket: given.theirs })),
  z.strictObject({ yours: bucket }).transform((given): RelationshipsQuestion => ({ about: 'yours', bucket: given.yours })),
  z
    .strictObject({ cohort: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), month: month.optional(), wrote: z.enum(['0', '1']).optional() })
    .refine((given) => given.wrote === undefined || given.month !== undefined)
    .transform((given): RelationshipsQuestion => ({
      about: 'cohort', cohort: given.cohort, month: given.month ?? null, wrote: given.wrote !== '0',
    })),
]);

const NAMES: ReadonlySet<string> = new Set([
  'moved', 'was', 'is', 'closer', 'drifting', 'reach', 'area', 'theirs', 'yours', 'cohort', 'month', 'wrote',
]);

/**
 * Exactly one question, from the parameters of an address as an object. What belongs to no question (`after`) is left
 * out; two questions at once, or none, are refused.
 */
export const relationshipsQuestion = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given).filter(([name]) => NAMES.has(name))) : given),
  asked,
);

/** The question as the search part of an address, "?moved=8.5": what relationshipsQuestion reads back. */
export function questionSearch(question: RelationshipsQuestion): string {
  return `?${new URLSearchParams(paramsOf(question))}`;
}

function paramsOf(question: RelationshipsQuestion): Record<string, string> {
  switch (question.about) {
    case 'moved':
      return { moved: `${question.from ?? 'n'}.${question.to}` };
    case 'was':
    case 'is':
      return { [question.about]: String(question.state) };
    case 'closer':
    case 'drifting':
    case 'reach':
      return { [question.about]: '1' };
    case 'area':
      return { area: question.area };
    case 'theirs':
    case 'yours':
      return { [question.about]: String(question.bucket) };
    case 'cohort': {
      const { cohort, month: after, wrote } = question;
      return after === null ? { cohort } : { cohort, month: String(after), wrote: wrote ? '1' : '0' };
    }
  }
}
