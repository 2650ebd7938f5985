/** How well scores tell those to whom something happens from those to whom it does not. Pure; by hand checkable. */

/** Indices of scores from the highest to the lowest; equal scores stand together, because no order among them is known. */
export type Ranking = readonly (readonly number[])[];

export function rank(scores: readonly number[]): Ranking {
  const order = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranking: number[][] = [];
  let previous: number | undefined;
  for (const index of order) {
    const score = scores[index];
    if (score === previous) ranking.at(-1)?.push(index);
    else ranking.push([index]);
    previous = score;
  }
  return ranking;
}

function positivesIn(group: readonly number[], happened: readonly boolean[]): number {
  return group.reduce((count, index) => count + (happened[index] ? 1 : 0), 0);
}

/**
 * Area under the ROC curve: how often somebody to whom it happened is ranked above somebody to whom it did not, ties
 * counting half (Hanley & McNeil, Radiology 143, 1982). 0 to 1; a half is chance. NaN where it happened to all or none.
 */
export function areaUnderCurve(ranking: Ranking, happened: readonly boolean[]): number {
  let [positives, negatives, won] = [0, 0, 0];
  for (const group of ranking) {
    const here = positivesIn(group, happened);
    const others = group.length - here;
    won += others * (positives + here / 2);
    positives += here;
    negatives += others;
  }
  return won / (positives * negatives);
}

/**
 * Average precision, Σ (recall step · precision there), without interpolation (Manning, Raghavan & Schütze, Introduction to
 * Information Retrieval, 2008, ch. 8.4). Equal scores are one step. 0 to 1; chance is the share to whom it happened. NaN
 * where it happened to none.
 */
export function averagePrecision(ranking: Ranking, happened: readonly boolean[]): number {
  let [positives, seen, sum] = [0, 0, 0];
  for (const group of ranking) {
    const here = positivesIn(group, happened);
    positives += here;
    seen += group.length;
    sum += here * (positives / seen);
  }
  return sum / positives;
}

export interface Forecast {
  /** 0 to 1. */
  probability: number;
  happened: boolean;
}

const BINS = 10;

/**
 * Expected calibration error with ten bins of equal width: the distance between what was expected and what happened in each
 * bin, weighted by how many fell into it (Naeini, Cooper & Hauskrecht, AAAI 2015). 0 to 1. Add as many as you like.
 */
export class Calibration {
  private readonly bins = Array.from({ length: BINS }, () => ({ expected: 0, happened: 0 }));
  private count = 0;

  add({ probability, happened }: Forecast): void {
    const bin = this.bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (!bin) throw new RangeError(`${probability} is no probability`);
    bin.expected += probability;
    bin.happened += happened ? 1 : 0;
    this.count += 1;
  }

  /** NaN before anything was added. */
  get error(): number {
    return this.bins.reduce((sum, { expected, happened }) => sum + Math.abs(expected - happened), 0) / this.count;
  }
}
