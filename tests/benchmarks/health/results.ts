/** One log, replayed and measured: means over the cut-offs of a person, then over people. */
import { readHealth } from '../../../app/domain/health';
import { areaUnderCurve, averagePrecision, Calibration, rank } from './metrics';
import { OUTCOMES, TWO_WAY, type Outcome } from './outcomes';
import { cutOffsOf, LEAST_POSITIVES } from './protocol';
import { LogProblem, type EventLog } from './read-log';
import { replay, type Panel } from './replay';
import { RIVALS } from './rivals';

export const KITH = 'Kith';
export const CONTENDERS = [KITH, ...RIVALS.map(({ name }) => name)];

/** A mean over people of the mean of each. */
class MeanOverPeople {
  private readonly people = new Map<string, { sum: number; count: number }>();

  add(person: string, value: number): void {
    const known = this.people.get(person) ?? { sum: 0, count: 0 };
    known.sum += value;
    known.count += 1;
    this.people.set(person, known);
  }

  get size(): number {
    return this.people.size;
  }

  /** NaN without anybody. */
  get value(): number {
    return [...this.people.values()].reduce((total, { sum, count }) => total + sum / count, 0) / this.size;
  }
}

class Measure {
  readonly auc = new MeanOverPeople();
  readonly averagePrecision = new MeanOverPeople();
}

/** By contender. */
export type Measures = ReadonlyMap<string, { auc: number; averagePrecision: number }>;

export interface LogResult {
  name: string;
  events: number;
  cutOffs: number;
  /** Who counted for words both ways, and how many contacts were scored for it over all cut-offs. */
  people: number;
  scored: number;
  measures: ReadonlyMap<Outcome['name'], Measures>;
  /** Of the probability of words both ways: as the model is, and with the intercept fitted on each person's own past. */
  calibrationError: number;
  ownCalibrationError: number;
}

/** Adds one person's cut-off to an outcome's measures, and says whether it counts. */
function measureOutcome(outcome: Outcome, { person, cutOff, contacts }: Panel, measures: ReadonlyMap<string, Measure>): boolean {
  const asked = contacts.filter((contact) => outcome.asksAbout(contact, cutOff));
  const happened = asked.map(outcome.happened);
  const positives = happened.filter(Boolean).length;
  if (positives < LEAST_POSITIVES) return false;
  const histories = asked.map(({ history }) => history);
  const scores = [asked.map(outcome.probability), ...RIVALS.map((rival) => rival.scores(histories, cutOff))];
  CONTENDERS.forEach((contender, index) => {
    const ranking = rank(scores[index] ?? []);
    const measure = measures.get(contender);
    // Where it happened to everybody, there is no order to get right.
    if (positives < asked.length) measure?.auc.add(person, areaUnderCurve(ranking, happened));
    measure?.averagePrecision.add(person, averagePrecision(ranking, happened));
  });
  return true;
}

function calibrate({ contacts, cutOff, ownIntercepts }: Panel, plain: Calibration, own: Calibration): void {
  const delta = ownIntercepts();
  for (const contact of contacts) {
    const happened = TWO_WAY.happened(contact);
    plain.add({ probability: TWO_WAY.probability(contact), happened });
    own.add({ probability: readHealth(contact.state, cutOff, { delta }).odds.twoWay, happened });
  }
}

const freshMeasures = () => new Map(CONTENDERS.map((contender) => [contender, new Measure()]));

function meansOf(measures: ReadonlyMap<string, Measure>): Measures {
  return new Map([...measures].map(([name, measure]) => [name, { auc: measure.auc.value, averagePrecision: measure.averagePrecision.value }]));
}

/** @throws LogProblem where the log is too short, or nobody in it does enough */
export function measureLog(log: EventLog): LogResult {
  const cutOffs = cutOffsOf(log);
  const outcomes = OUTCOMES.map((outcome) => ({ outcome, measures: freshMeasures() }));
  const plain = new Calibration();
  const own = new Calibration();
  const people = new Set<string>();
  let scored = 0;
  for (const panel of replay(log.events, cutOffs)) {
    for (const { outcome, measures } of outcomes) {
      if (!measureOutcome(outcome, panel, measures) || outcome !== TWO_WAY) continue;
      calibrate(panel, plain, own);
      people.add(panel.person);
      scored += panel.contacts.length;
    }
  }
  if (people.size === 0) {
    throw new LogProblem(`In ${log.name} nobody does enough to be measured: ten contacts, five interactions in 30 days, two contacts both ways.`);
  }
  return {
    name: log.name, events: log.events.length, cutOffs: cutOffs.length, people: people.size, scored,
    measures: new Map(outcomes.map(({ outcome, measures }) => [outcome.name, meansOf(measures)])),
    calibrationError: plain.error,
    ownCalibrationError: own.error,
  };
}
