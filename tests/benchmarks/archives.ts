/** Very big archives through the built server: how much memory they take, how fast they come in, and come in again. */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunView } from '../../app/domain/imports/view';
import { writeLargeMailbox } from '../fixtures/email/large';
import { writeLargeTelegram } from '../fixtures/telegram/large';
import { newFolder } from '../fixtures/zip';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { residentPeak, type Measured } from './measure';
import { bringIn, makeOwner, newestImport, untilFinished } from './visitor';

const MOST_MEGABYTES = 350;
const LEAST_TIMES_FASTER = 3;
/** For so long a person may wait without seeing that anything goes on. */
const MOST_STILL_SECONDS = 10;

/** Megabytes of each. */
export interface ArchiveSizes {
  mbox: number;
  telegram: number;
}

interface BigArchive {
  what: string;
  file: string;
  megabytes: number;
  write: (path: string, bytes: number) => Promise<void>;
}

export async function measureArchives({ mbox, telegram }: ArchiveSizes, serverFlags: string): Promise<Measured[]> {
  const archives: BigArchive[] = [
    { what: 'mbox', file: 'All mail Including Spam and Trash.mbox', megabytes: mbox, write: writeLargeMailbox },
    { what: 'Telegram', file: 'result.json', megabytes: telegram, write: writeLargeTelegram },
  ];
  const rows: Measured[] = [];
  for (const archive of archives) if (archive.megabytes > 0) rows.push(...(await measureOne(archive, serverFlags)));
  return rows;
}

async function measureOne({ what, file, megabytes, write }: BigArchive, serverFlags: string): Promise<Measured[]> {
  const folder = await newFolder();
  const path = join(folder, file);
  console.log(`Writing ${megabytes} MB of ${what}.`);
  await write(path, megabytes * 1e6);
  const size = (await stat(path)).size / 1e6;
  const server = await startBuiltServer({ NODE_OPTIONS: serverFlags });
  try {
    const cookie = await makeOwner(server.url);
    const empty = residentPeak(server.pid);
    console.log(`Bringing it in, and then again.`);
    const first = await bring(server, cookie, path);
    const second = await bring(server, cookie, path);
    const peak = residentPeak(server.pid);
    return [
      {
        what: `${what} of ${Math.round(size)} MB`, value: `${first.seconds.toFixed(0)} s, ${(size / first.seconds).toFixed(1)} MB/s, ${first.brought}`,
        beside: `it stood still for ${first.still.toFixed(1)} s at most`,
        bar: { what: `at most ${MOST_STILL_SECONDS} s`, kept: first.still <= MOST_STILL_SECONDS },
      },
      {
        what: `${what}, resident at most`, value: `${Math.round(peak)} MB`, beside: `empty ${Math.round(empty)} MB`, ratio: peak / empty,
        bar: { what: `at most ${MOST_MEGABYTES} MB`, kept: peak <= MOST_MEGABYTES },
      },
      {
        what: `${what} once more, unchanged`, value: `${second.seconds.toFixed(1)} s, ${second.brought}`, beside: `first ${first.seconds.toFixed(1)} s`,
        ratio: first.seconds / second.seconds,
        bar: { what: `at least ${LEAST_TIMES_FASTER} x as fast`, kept: first.seconds / second.seconds >= LEAST_TIMES_FASTER },
      },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Brought {
  seconds: number;
  /** The longest time, in seconds, in which nothing on the import's card moved. */
  still: number;
  /** What the card says it brought. */
  brought: string;
}

async function bring(server: BuiltServer, cookie: string, path: string): Promise<Brought> {
  await bringIn(server.url, cookie, path);
  let last = { card: '', at: performance.now() };
  let still = 0;
  let brought = '';
  const look = (run: RunView) => {
    const now = performance.now();
    const card = JSON.stringify([run.headline, run.share, run.numbers]);
    // The last part, learning rhythms, has no measure; what is asked here is whether the reading shows.
    if (card !== last.card || run.status !== 'reading' && run.status !== 'received') last = { card, at: now };
    still = Math.max(still, (now - last.at) / 1000);
    brought = run.numbers.map(({ value, label }) => `${value} ${label}`).slice(0, 3).join(', ') || run.headline;
    if (process.env['BENCH_VERBOSE']) console.log(Math.round(now / 1000), run.status, run.share?.toFixed(3), run.pace, Math.round(residentPeak(server.pid)), 'MB');
  };
  const took = await untilFinished(server.url, cookie, await newestImport(server.url, cookie), () => wait(400), look);
  return { seconds: took / 1000, still, brought };
}
