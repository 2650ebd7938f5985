/**
 * Reads an event log: a CSV file, gzipped or plain, whose first line is `time,from,to,kind` and whose other lines say who
 * wrote to whom. Time is in whole seconds since 1 January 1970 UTC; names of people are any text without commas. Lines may
 * come in any order; of somebody writing to themselves nothing is kept.
 */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/** Something is wrong with what was given; `message` is a sentence for whoever gave it. */
export class LogProblem extends Error {
  override name = 'LogProblem';
}

/** One thing that somebody wrote to somebody. */
export interface LogEvent {
  /** UTC milliseconds. */
  at: number;
  from: string;
  to: string;
}

export interface EventLog {
  /** The file's name without its endings. */
  name: string;
  /** In time order, at least one. */
  events: LogEvent[];
}

const HEADER = 'time,from,to,kind';
const LOG_FILE = /\.csv(?:\.gz)?$/i;

const person = z.string().trim().min(1, 'names nobody');
const lineSchema = z.tuple(
  [
    z.string().regex(/^\d{1,11}$/, 'has a time that is not in whole seconds since 1970').transform((seconds) => Number(seconds) * 1000),
    person,
    person,
    z.string(),
  ],
  { error: 'does not have the four fields time,from,to,kind' },
);

function parseLine(line: string, where: string): LogEvent {
  const parsed = lineSchema.safeParse(line.split(','));
  if (!parsed.success) throw new LogProblem(`${where} ${parsed.error.issues[0]?.message ?? 'cannot be read'}: ${line.slice(0, 80)}`);
  const [at, from, to] = parsed.data;
  return { at, from, to };
}

/**
 * @param lines of the file, the header first
 * @param file how sentences call it
 * @throws LogProblem naming the line
 */
export async function parseLog(lines: AsyncIterable<string> | Iterable<string>, file: string): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  let number = 0;
  for await (const raw of lines) {
    number += 1;
    const line = raw.replace(/^\uFEFF/, '').trimEnd();
    if (number === 1) {
      if (line !== HEADER) throw new LogProblem(`${file} has to begin with the line ${HEADER}.`);
    } else if (line !== '') {
      const event = parseLine(line, `${file}, line ${number},`);
      if (event.from !== event.to) events.push(event);
    }
  }
  if (events.length === 0) throw new LogProblem(`${file} holds no event between two people.`);
  return events.sort((a, b) => a.at - b.at);
}

/** @throws LogProblem for a file that cannot be read or holds a line of another form */
export async function readLog(path: string): Promise<EventLog> {
  const file = basename(path);
  // Errors of any stage end the last one, which is read below.
  const bytes = path.toLowerCase().endsWith('.gz')
    ? pipeline(createReadStream(path), createGunzip(), () => undefined)
    : createReadStream(path);
  try {
    const events = await parseLog(linesOf(bytes), file);
    return { name: file.replace(LOG_FILE, ''), events };
  } catch (problem) {
    if (problem instanceof LogProblem) throw problem;
    throw new LogProblem(`${file} cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`);
  }
}

/** The lines of a stream; unlike those of readline alone, they end with the stream's error. */
async function* linesOf(bytes: NodeJS.ReadableStream): AsyncGenerator<string> {
  let failed: Error | undefined;
  const lines = createInterface({ input: bytes, crlfDelay: Infinity });
  bytes.on('error', (error: Error) => {
    failed = error;
    lines.close();
  });
  yield* lines;
  if (failed) throw failed;
}

/** Paths of the logs of a folder, by name. @throws LogProblem where there is no folder, or no log in it */
export async function findLogs(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => {
    throw new LogProblem(`There is no folder ${folder}.`);
  });
  const logs = files.filter((file) => LOG_FILE.test(file)).sort();
  if (logs.length === 0) throw new LogProblem(`The folder ${folder} holds no log: no file ends in .csv or .csv.gz.`);
  return logs.map((file) => join(folder, file));
}
