/** Today and a person's page beside the smallest Remix page with as many rows. */
import { spawn } from 'node:child_process';
import { get, percentile, sample, type Measured } from './measure';

/** Starts the minimal app. */
async function openMinimalApp(): Promise<{ url: string; close: () => void }> {
  const child = spawn(process.execPath, ['tests/benchmarks/minimal-app/serve.mjs'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /at (http\S+)/.exec(chunk.toString('utf8'))?.[1];
      if (address) found(address);
    });
    child.on('exit', () => failed(new Error('The minimal app ended.')));
  });
  return { url, close: () => child.kill() };
}

const MOST = 2;

/**
 * @param pages path and how a row of it can be told in its HTML
 */
export async function comparePages(url: string, cookie: string, pages: { name: string; path: string; row: RegExp }[]): Promise<Measured[]> {
  const minimal = await openMinimalApp();
  const measured: Measured[] = [];
  for (const { name, path, row } of pages) {
    const rows = (await get(url + path, cookie)).body.match(row)?.length ?? 0;
    // Turn about, so that a busy moment of the machine falls on both.
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      mine.push(...(await sample(url + path, cookie, { warmUp: round === 0 ? 60 : 5, times: 60 })));
      theirs.push(...(await sample(`${minimal.url}/?rows=${rows}`, '', { warmUp: round === 0 ? 60 : 5, times: 60 })));
    }
    const [own, bare] = [percentile(mine, 0.5), percentile(theirs, 0.5)];
    measured.push({
      what: `${name}, ${rows} rows, median`,
      value: `${own.toFixed(1)} ms`,
      beside: `minimal page ${bare.toFixed(1)} ms`,
      ratio: own / bare,
      bar: { what: `at most ${MOST} x`, kept: own / bare <= MOST },
    });
  }
  minimal.close();
  return measured;
}
