/** Measures and prints; ends with 1 where a bar is broken. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { databaseFile, openDatabase } from '../../app/db/connection.server';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder } from '../fixtures/zip';
import { startBuiltServer } from '../setup/built-server';
import { OWNER } from '../setup/owner';
import { measureArchives } from './archives';
import { insertTheSameRows } from './bare-loop';
import { rowsOfPerson, rowsOfToday } from './bare-rows';
import { get, percentile, printTable, residentPeak, sample, type Measured } from './measure';
import { comparePages } from './pages';
import { measureRelationships } from './relationships';
import { bringIn, makeOwner, newestImport, untilFinished } from './visitor';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '200000' }, connections: { type: 'string', default: '20000' },
    people: { type: 'string', default: '100000' }, interactions: { type: 'string', default: '1000000' },
    mbox: { type: 'string', default: '2000' }, telegram: { type: 'string', default: '1000' },
  },
});
const [messages, connections] = [Number(values.messages), Number(values.connections)];
const crowd = { contacts: Number(values.people), interactions: Number(values.interactions) };
const MOST_MEGABYTES = 300;
const MOST_DURING = 3;
const MOST_START = 1_000;

/** What `npm start` gives to Node, so that the same server is measured. */
function startFlags(): string {
  const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--')).join(' ');
}

/** A big export through the server, and the pages that list what it brought. */
async function measureImport(): Promise<Measured[]> {
  const folder = await newFolder();
  const archive = join(folder, 'Complete_LinkedInDataExport_11-22-2026.zip');
  console.log(`Writing an export of ${messages} messages and ${connections} connections.`);
  await writeLargeExport(archive, { messages, connections });

  const starting = performance.now();
  const server = await startBuiltServer({ NODE_OPTIONS: serverFlags });
  const started = performance.now() - starting;
  const { url } = server;
  const cookie = await makeOwner(url);
  const empty = residentPeak(server.pid);
  const rows: Measured[] = [
    { what: 'server process starts', value: `${Math.round(started)} ms`, bar: { what: `at most ${MOST_START} ms`, kept: started <= MOST_START } },
  ];

  try {
    console.log('Importing, and asking for Today all the while.');
    await get(`${url}/today`, cookie);
    await bringIn(url, cookie, archive);
    const during: number[] = [];
    const took = await untilFinished(url, cookie, await newestImport(url, cookie), async () => {
      during.push((await get(`${url}/today`, cookie)).milliseconds);
    });
    const peak = residentPeak(server.pid);
    const rest = percentile(await sample(`${url}/today`, cookie), 0.95);
    const busy = percentile(during, 0.95);
    const { wall: bare } = insertTheSameRows(databaseFile(server.dataFolder), folder);
    rows.push(
      {
        what: 'import', value: `${(took / 1000).toFixed(1)} s, ${Math.round(messages / (took / 1000))} messages/s`,
        beside: `bare inserts ${(bare / 1000).toFixed(1)} s`, ratio: took / bare,
      },
      {
        what: 'resident at most, with the import', value: `${Math.round(peak)} MB`, beside: `empty ${Math.round(empty)} MB`, ratio: peak / empty,
        bar: { what: `at most ${MOST_MEGABYTES} MB`, kept: peak <= MOST_MEGABYTES },
      },
      {
        what: `Today during the import, p95 of ${during.length}`, value: `${busy.toFixed(1)} ms`, beside: `at rest ${rest.toFixed(1)} ms`,
        ratio: busy / rest, bar: { what: `at most ${MOST_DURING} x`, kept: busy / rest <= MOST_DURING },
      },
    );
    const sql = openDatabase(databaseFile(server.dataFolder), { readonly: true });
    const talkedMost = z.string().parse(
      sql
        .prepare('SELECT publicId FROM Contact WHERE id = (SELECT contactId FROM ContactEvent GROUP BY contactId ORDER BY count(*) DESC LIMIT 1)')
        .pluck()
        .get(),
    );
    const asker = { now: Date.now(), zone: OWNER.timeZone, teammateId: 1, horizonDays: 90, minutesADay: 15 };
    const pages = [
      { name: 'Today', path: '/today', rows: rowsOfToday(sql, asker) },
      { name: 'Person', path: `/people/${talkedMost}`, rows: rowsOfPerson(sql, talkedMost, asker) },
    ];
    sql.close();
    console.log('Comparing pages.');
    rows.push(...(await comparePages(url, cookie, folder, pages)));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

const serverFlags = process.env['BENCH_FLAGS'] ?? startFlags();
const only = new Set(positionals);
const rows: Measured[] = [];
if (only.size === 0 || only.has('import')) rows.push(...(await measureImport()));
if (only.size === 0 || only.has('relationships')) rows.push(...(await measureRelationships(crowd, serverFlags)));
// Takes half an hour and three gigabytes of disk, so only where it is asked for.
if (only.has('archives')) rows.push(...(await measureArchives({ mbox: Number(values.mbox), telegram: Number(values.telegram) }, serverFlags)));
process.exitCode = printTable(rows) ? 0 : 1;
