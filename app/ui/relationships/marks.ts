/** What all marks of the page share: the colour of a state, and the address of the people behind a mark. */
import { HEALTH_STATES, type HealthStateName } from '../../domain/health/states';
import { questionSearch, type RelationshipsQuestion } from '../../domain/relationships/question';

export type MarkTone = 'good' | 'ink' | 'accent' | 'amber' | 'red' | 'plum' | 'mute';

const TONES: Record<HealthStateName, MarkTone> = {
  Strong: 'good',
  Warming: 'good',
  Steady: 'ink',
  New: 'accent',
  Cooling: 'amber',
  Fading: 'red',
  'One-sided: they write': 'plum',
  'One-sided: you write': 'plum',
  Light: 'mute',
  Dormant: 'mute',
};

/** By place in HEALTH_STATES. */
export const TONES_BY_PLACE: readonly MarkTone[] = HEALTH_STATES.map((state) => TONES[state]);

export function markTone(state: HealthStateName): MarkTone {
  return TONES[state];
}

/** The list of the people behind a mark. */
export function peopleBehind(question: RelationshipsQuestion): string {
  return `/relationships/people${questionSearch(question)}`;
}

export function statePlace(state: HealthStateName): number {
  return HEALTH_STATES.indexOf(state);
}

/** Names in full where two states share a word: "They write" and "You write". */
const SHORT: Partial<Record<HealthStateName, string>> = {
  'One-sided: they write': 'They write',
  'One-sided: you write': 'You write',
};

/** As it stands beside a bar. */
export function shortState(state: HealthStateName): string {
  return SHORT[state] ?? state;
}
