/** Measures every log of a folder, prints what came out, and says which bars it broke. */
import { brokenBars } from './bars';
import { findLogs, LogProblem, readLog } from './read-log';
import { measureLog } from './results';
import { tableOf } from './table';

/** Prints one log's results. @returns whether it could be measured and kept every bar */
async function benchLog(path: string): Promise<boolean> {
  const begun = performance.now();
  const result = measureLog(await readLog(path));
  const broken = brokenBars(result);
  console.log(`${tableOf(result)}\n${((performance.now() - begun) / 1000).toFixed(1)} s; ${broken.length === 0 ? 'every bar kept' : 'below the bars'}\n`);
  for (const sentence of broken) console.error(sentence);
  return broken.length === 0;
}

/** What is wrong with the input is said in a sentence; anything else is a fault of ours and is thrown on. */
async function said(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof LogProblem)) throw problem;
    console.error(problem.message);
    return false;
  }
}

/** @returns whether every log could be measured and kept every bar */
export function benchHealth(folder: string): Promise<boolean> {
  return said(async () => {
    let kept = true;
    for (const path of await findLogs(folder)) kept = (await said(() => benchLog(path))) && kept;
    return kept;
  });
}
