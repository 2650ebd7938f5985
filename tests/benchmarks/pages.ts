/** Today and a person's page beside the smallest Remix page with as many rows. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareRow } from './bare-rows';
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

/** What a page may cost of the minimal one, where it names nothing else. */
const MOST = 2;

interface ComparedPage {
  name: string;
  path: string;
  /** What the page lists; see bare-rows.ts. */
  rows: readonly BareRow[];
  most?: number;
}

/** @param folder where the minimal app finds its rows */
export async function comparePages(url: string, cookie: string, folder: string, pages: readonly ComparedPage[]): Promise<Measured[]> {
  const minimal = await openMinimalApp();
  const measured: Measured[] = [];
  for (const { name, path, rows, most = MOST } of pages) {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(rows));
    const bareUrl = `${minimal.url}/?${new URLSearchParams({ rows: file })}`;
    // Turn about, so that a busy moment of the machine falls on both.
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      mine.push(...(await sample(url + path, cookie, { warmUp: round === 0 ? 100 : 5, times: 60 })));
      theirs.push(...(await sample(bareUrl, '', { warmUp: round === 0 ? 100 : 5, times: 60 })));
    }
    const [own, bare] = [percentile(mine, 0.5), percentile(theirs, 0.5)];
    const bytes = Buffer.byteLength((await get(url + path, cookie)).body);
    measured.push({
      what: `${name}, ${rows.length} rows, ${Math.round(bytes / 1000)} kB, median`,
      value: `${own.toFixed(1)} ms`,
      beside: `minimal page ${bare.toFixed(1)} ms`,
      ratio: own / bare,
      bar: { what: `at most ${most} x`, kept: own / bare <= most },
    });
  }
  minimal.close();
  return measured;
}
