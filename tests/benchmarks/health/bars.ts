/**
 * What the results have to keep to. Where a bar can be read in two ways it is held in the harder one: raw count is that of
 * both sides' interactions, and the calibration error that of the model as it is, on the contacts that are scored for words
 * both ways. The table shows the easier ones beside them.
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
export function brokenBars({ name, measures, calibrationError }: LogResult): string[] {
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
    hold(calibrationError <= MOST_CALIBRATION_ERROR, `calibration error is ${shown(calibrationError)}, and may be at most ${MOST_CALIBRATION_ERROR}.`);
  }
  return broken;
}
