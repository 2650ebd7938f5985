/** The state of a relationship in one word: an ordered table of rules, the first that holds. */
import {
  COOLING_OVER, COOLING_SILENCE_DAYS, ESTABLISHED_DAYS, FADING_HEALTH, FADING_SILENCE_DAYS, GREY_DAYS, LATE_OVER,
  NEW_AGE_DAYS, NEW_TOUCH_DAYS, STEADY_HEALTH, STRONG_HEALTH, WARMING_SILENCE_DAYS, WARMING_TREND,
} from './constants';

export const HEALTH_STATES = [
  'Strong', 'Dormant', 'New', 'One-sided: you write', 'Fading', 'Cooling', 'One-sided: they write', 'Warming', 'Steady',
  'Light',
] as const;
export type HealthStateName = (typeof HEALTH_STATES)[number];

/** What the rules look at, all at the read time. Times in days. */
export interface StateFacts {
  /** 0 to 100. */
  health: number;
  /** Since the first interaction. */
  age: number;
  /** Days with any interaction. */
  days: number;
  /** Since their last word; since the first interaction where they never wrote. */
  theirSilence: number;
  /** Since the user's last word; null if never. */
  silenceOut: number | null;
  /** Log of their silence over their usual gap. */
  overIn: number;
  /** Log of the last month's rate over the last year's. */
  trend: number;
  /** Their usual gap is known. */
  rhythm: boolean;
  /** Silent for longer than the alarm lasts. */
  grey: boolean;
  /** They wrote last and the user normally answers. */
  owed: boolean;
  youWriteOnly: boolean;
  theyWriteOnly: boolean;
  seesIn: boolean;
  seesOut: boolean;
  /** Every source shows both sides of everything: only then can one side be missing. */
  seesAll: boolean;
  newSource: boolean;
}

interface StateRule {
  state: HealthStateName;
  holds: (facts: StateFacts) => boolean;
}

const wroteRecently = ({ silenceOut }: StateFacts) => silenceOut !== null && silenceOut <= GREY_DAYS;
const seesBoth = ({ seesIn, seesOut, seesAll }: StateFacts) => seesIn && seesOut && seesAll;
const established = ({ days }: StateFacts) => days >= ESTABLISHED_DAYS;

/** In order. Where only the user's side can be seen, there is no rhythm, no one-sidedness and no warming. */
const RULES: readonly StateRule[] = [
  { state: 'Strong', holds: (facts) => facts.health >= STRONG_HEALTH },
  { state: 'Dormant', holds: (facts) => facts.grey && (!facts.seesIn || !wroteRecently(facts)) },
  { state: 'New', holds: ({ age, days }) => age <= NEW_AGE_DAYS && days <= NEW_TOUCH_DAYS },
  {
    state: 'One-sided: you write',
    holds: (facts) => seesBoth(facts) && established(facts) && (facts.youWriteOnly || facts.grey),
  },
  {
    state: 'Fading',
    holds: ({ rhythm, overIn, theirSilence, health, owed }) =>
      rhythm && overIn > LATE_OVER && theirSilence > FADING_SILENCE_DAYS && health < FADING_HEALTH && !owed,
  },
  {
    state: 'Cooling',
    holds: ({ rhythm, overIn, theirSilence }) => rhythm && overIn > COOLING_OVER && theirSilence > COOLING_SILENCE_DAYS,
  },
  { state: 'One-sided: they write', holds: (facts) => seesBoth(facts) && facts.theyWriteOnly },
  {
    state: 'Warming',
    holds: (facts) =>
      facts.seesIn && established(facts) && facts.health >= STEADY_HEALTH && facts.trend > WARMING_TREND &&
      facts.theirSilence <= WARMING_SILENCE_DAYS && !facts.newSource,
  },
  { state: 'Steady', holds: (facts) => established(facts) && facts.health >= STEADY_HEALTH },
];

/** Total: who fits no rule is a light acquaintance. */
export function stateOf(facts: StateFacts): HealthStateName {
  return RULES.find((rule) => rule.holds(facts))?.state ?? 'Light';
}
