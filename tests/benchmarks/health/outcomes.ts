/** What the next 30 days are asked for, of whom, and which of Kith's probabilities answers. */
import { DAY } from '../../../app/lib/dates';
import { dayOf, type Asked } from './replay';

export interface Outcome {
  name: 'two-way' | 'inbound' | 'kept';
  /** Whether the question makes sense of a contact at the cut-off, UTC milliseconds. */
  asksAbout: (contact: Asked, cutOff: number) => boolean;
  happened: (contact: Asked) => boolean;
  /** 0 to 1. */
  probability: (contact: Asked) => number;
}

/**
 * A strong tie: in the last 365 days each side wrote on three days or more. It is kept when either side writes within the
 * next 30 days and has lapsed when nobody does. The published results don't define theirs; this definition is our own.
 */
const STRONG_DAYS = 3;
const STRONG_WITHIN_DAYS = 365;

export function isStrongTie({ history }: Pick<Asked, 'history'>, cutOff: number): boolean {
  const since = dayOf(cutOff - STRONG_WITHIN_DAYS * DAY);
  const often = (days: readonly number[]) => (days.at(-STRONG_DAYS) ?? -Infinity) >= since;
  return often(history.daysOf.in) && often(history.daysOf.out);
}

export const TWO_WAY: Outcome = {
  name: 'two-way',
  asksAbout: () => true,
  happened: ({ theyWrote, youWrote }) => theyWrote && youWrote,
  probability: ({ reading }) => reading.odds.twoWay,
};

export const OUTCOMES: readonly Outcome[] = [
  TWO_WAY,
  { name: 'inbound', asksAbout: () => true, happened: ({ theyWrote }) => theyWrote, probability: ({ reading }) => reading.odds.inbound },
  {
    name: 'kept',
    asksAbout: isStrongTie,
    happened: ({ theyWrote, youWrote }) => theyWrote || youWrote,
    probability: ({ reading }) => reading.odds.kept,
  },
];
