/**
 * What the results have to keep to. Raw count is what the other did. The calibration error is that of the model as the
 * product uses it, with the workspace's own intercept; the table shows it without one too.
 */
import { KITH, type LogResult } from './results';
import { ORBIT_LOVE, RAW_COUNT } from './rivals';

/** Least area under the curve for words both ways, of the logs that the model's results were published for. */
const LEAST_AUC: Readonly<Record<string, number>> = { college: 0.76, 'email-eu': 0.84, mathoverflow: 0.72 };
/** For the same logs. */
const MOST_CALIBRATION_ERROR = 0.03;
/** For every log. */
const ABOVE_RAW_COUNT = 0.02;

const shown = (value: number) => value.toFixed(4);

/** One sentence for each broken bar. What is no number breaks it. */
export function brokenBars({ name, measures, ownCalibrationError }: LogResult): string[] {
  const aucOf = (contender: string) => measures.get('two-way')?.get(contender)?.auc ?? Number.NaN;
  const [kith, count, love] = [aucOf(KITH), aucOf(RAW_COUNT.name), aucOf(ORBIT_LOVE.name)];
  const broken: string[] = [];
  const hold = (kept: boolean, sentence: string) => {
    if (!kept) broken.push(`${name}: ${sentence}`);
  };
  hold(kith - count >= ABOVE_RAW_COUNT, `two-way AUC is ${shown(kith - count)} above raw count, and has to be ${ABOVE_RAW_COUNT} above it.`);
  hold(kith >= love, `two-way AUC is ${shown(kith)}, below the ${shown(love)} of Orbit love.`);
  const least = Object.hasOwn(LEAST_AUC, name) ? LEAST_AUC[name] : undefined;
  if (least !== undefined) {
    hold(kith >= least, `two-way AUC is ${shown(kith)}, and has to be at least ${least}.`);
    hold(ownCalibrationError <= MOST_CALIBRATION_ERROR, `calibration error is ${shown(ownCalibrationError)}, and may be at most ${MOST_CALIBRATION_ERROR}.`);
  }
  return broken;
}
