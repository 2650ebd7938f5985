/** Relationship health: will we talk in the next 30 days, and if not, why not. */
export { HEALTH_MODEL_VERSION, STRONG_HEALTH } from './constants';
export type { Accumulator, HeadName } from './constants';
export { readTime } from './coverage';
export type { CoverageBySource, SourceCoverage } from './coverage';
export { nextChange } from './next-change';
export { readHealth } from './read';
export type { HealthReading, Intercepts, Odds, ReadOptions } from './read';
export type { Measures } from './measures';
export type { Rhythm } from './rhythm';
export { explainHealth } from './reasons';
export type { Explanation, Reason, ReasonTerm } from './reasons';
export { exactHealth, probability } from './scale';
export type { CeilingKind } from './scale';
export { foldInteraction, freshState, healthStateSchema, rebuildHealth } from './state';
export type { DayOf, HealthEvent, HealthState } from './state';
export { HEALTH_STATES, stateOf } from './states';
export type { HealthStateName, StateFacts } from './states';
export { tieStrength } from './tie';
