/** Clocks, samples and the table. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export interface Answer {
  status: number;
  body: string;
  /** From the first byte sent to the last byte received. */
  milliseconds: number;
}

/** One GET over a connection that stays open. */
export function get(url: string, cookie = ''): Promise<Answer> {
  const begun = performance.now();
  return new Promise((done, failed) => {
    const asked = request(url, { agent, headers: { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), milliseconds: performance.now() - begun }),
      );
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** Milliseconds below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Asks for a page again and again, after a warm-up. @returns milliseconds each */
export async function sample(url: string, cookie: string, { warmUp = 40, times = 200 } = {}): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    const { status, milliseconds } = await get(url, cookie);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    if (turn >= warmUp) samples.push(milliseconds);
  }
  return samples;
}

/** The most memory a process has held so far, in megabytes: Linux counts it, elsewhere it is what it holds now. */
export function residentPeak(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (Number(kilobytes) * 1024) / 1e6;
  }
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6;
}

/** One line of the table. `ratio` is to the baseline named beside it; a `bar` it has to keep to is checked. */
export interface Measured {
  what: string;
  value: string;
  beside?: string;
  ratio?: number;
  bar?: { what: string; kept: boolean };
}

/** @returns whether every bar was kept */
export function printTable(rows: readonly Measured[]): boolean {
  const cells = rows.map(({ what, value, beside = '', ratio, bar }) => [
    what, value, beside, ratio === undefined ? '' : `${ratio.toFixed(2)} x`, bar ? `${bar.what}: ${bar.kept ? 'kept' : 'BROKEN'}` : '',
  ]);
  const head = ['measured', 'Kith', 'beside', 'ratio', 'bar'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n'));
  return rows.every(({ bar }) => bar?.kept ?? true);
}
