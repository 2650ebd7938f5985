/**
 * The numbers of the health model. Half lives, coefficients and the typical contact were fitted on five public
 * interaction logs (2,339 people, 1.21 M scored contacts); ceilings and thresholds of states were chosen on the same
 * logs, and what is remembered of gaps, the offset of silences and the floor of the trend are part of the features that
 * were fitted. They belong together: whoever changes one raises the version and has to score the logs again.
 */

/** Stored states of another version are rebuilt from the log. */
export const HEALTH_MODEL_VERSION = 1;

/** Half lives of the running counts, in days. */
export const HALF_LIFE = { week: 7, month: 30, year: 365 } as const;
/** The running counts of days: of any side over a week, of theirs (i) and yours (o) over a month and a year. */
export type Accumulator = 'a7' | 'i30' | 'o30' | 'i365' | 'o365';

/** How each running count, the log of the silence and its excess over the usual gap bear on log-odds. */
export interface Head {
  intercept: number;
  a7: number;
  i30: number;
  o30: number;
  i365: number;
  o365: number;
  silence: number;
  over: number;
}

/** Both sides write within 30 days; they write within 30 days; a strong tie is kept. */
export const HEADS = {
  twoWay: { intercept: -3.18, a7: 0, i30: 0.48, o30: 0.65, i365: 0.49, o365: 0.32, silence: -0.17, over: -0.15 },
  inbound: { intercept: -3.0, a7: 0.88, i30: 0.17, o30: 0, i365: 1.18, o365: 0, silence: 0, over: -0.23 },
  kept: { intercept: -1.93, a7: 0.5, i30: 0, o30: 0, i365: 0.73, o365: 0.5, silence: 0, over: -0.46 },
} as const satisfies Record<string, Head>;
export type HeadName = keyof typeof HEADS;

/** The features of a typical contact: what reasons are measured from. */
export const TYPICAL = { a7: 0.14, i30: 0.39, o30: 0.52, i365: 1.2, o365: 1.34, silence: 3.51, over: 1.2 } as const;

/** Before anything is known, a usual gap of 14 days, counted as two gaps of their own; at most five of theirs count. */
export const PRIOR_GAP_DAYS = 14;
export const PRIOR_GAPS = 2;
export const REMEMBERED_GAPS = 5;
/** From the fifth gap on, each new one moves the running mean by a fifth. */
export const LEAST_GAP_SHARE = 1 / REMEMBERED_GAPS;
/** Neighbouring days can be minutes apart; no gap counts as shorter than a quarter of a day. */
export const LEAST_GAP_DAYS = 0.25;
/** Half a day stands for the time of day: the log of a silence is finite from its first minute on. */
export const SILENCE_OFFSET_DAYS = 0.5;
/** Their rhythm is known from four of their days on, which is three gaps. */
export const RHYTHM_GAPS = 3;

/** Ceiling on log-odds when they are silent: even odds at six of their usual gaps. */
export const SILENCE_SLOPE = 1.25;
export const SILENCE_EVEN = Math.log(6);
/** Ceilings where one side hardly answers, and where only the user's side can be seen: both read as at most 69. */
export const ONE_SIDED_CEILING = -0.1;
export const UNSEEN_CEILING = -0.05;
/** One side hardly answers: less than one day for five of the other side's, from three days together on. */
export const ANSWERED_SHARE = 0.2;
export const ONE_SIDED_DAYS = 3;

/** Health is 100 σ(offset + slope · log-odds): even odds are exactly 70, one in twenty about 30. */
export const HEALTH_OFFSET = Math.log(7 / 3);
export const HEALTH_SLOPE = 0.58;

/** Keeps the trend of people with a handful of days near zero: a day in half a year, on both windows. */
export const TREND_FLOOR = 1 / 180;

/** Read earlier than this before now, a reading says "as of", in days. */
export const STALE_AFTER_DAYS = 3;

/** Thresholds of the states. Days, or log-odds where the name says so. */
export const STRONG_HEALTH = 70;
export const STEADY_HEALTH = 40;
export const FADING_HEALTH = 55;
/** Long silence: 90 days, or six usual gaps where those are longer. */
export const GREY_DAYS = 90;
export const GREY_GAPS = 6;
export const NEW_AGE_DAYS = 30;
export const NEW_TOUCH_DAYS = 3;
/** From here on a relationship has enough days to be called steady, warming or one-sided. */
export const ESTABLISHED_DAYS = 3;
/** Log of silence over usual gap: past one and a half gaps, past three. */
export const COOLING_OVER = Math.log(1.5);
export const LATE_OVER = Math.log(3);
export const COOLING_SILENCE_DAYS = 7;
export const FADING_SILENCE_DAYS = 21;
export const WARMING_TREND = 0.4;
export const WARMING_SILENCE_DAYS = 30;
/** A source's first weeks look like warming: the trend needs this many days of it. */
export const NEW_SOURCE_DAYS = 60;

/** The expected time of their next word, in usual gaps since the last: holds about a third of next inbound days. */
export const BAND_FROM_GAPS = 0.6;
export const BAND_TO_GAPS = 1.5;
