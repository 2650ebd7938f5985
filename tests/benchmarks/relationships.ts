/** The page of all relationships with very many people in it, and what one more word costs whoever has said much before. */
import { join } from 'node:path';
import { databaseFile, openDatabase, type Sql } from '../../app/db/connection.server';
import { healthContext, refreshHealth } from '../../app/db/derive/contact-health.server';
import { healthLogs } from '../../app/db/derive/health-logs.server';
import type { LogEvent } from '../../app/domain/contacts/events';
import { rebuildHealth } from '../../app/domain/health';
import { relationships } from '../../app/queries/relationships.server';
import { DAY, HOUR } from '../../app/lib/dates';
import { newFolder } from '../fixtures/zip';
import { startBuiltServer } from '../setup/built-server';
import { OWNER } from '../setup/owner';
import type { BareRow } from './bare-rows';
import { deriveCrowd, writeCrowd, type CrowdSize } from './crowd';
import { percentile, type Measured } from './measure';
import { comparePages } from './pages';
import { makeOwner } from './visitor';

/** The page may cost so many minimal pages of fifty rows. */
const MOST_PAGES = 10;
const ROWS = 50;
/** One interaction may cost so much more after ten thousand than after ten: noise. */
const MOST_TOUCHES = 1.5;
const EARLIER = [10, 10_000] as const;
const TOUCHES = 200;
/** Rebuilding everybody may cost so many scans that only count. */
const MOST_COUNTS = 4;
const REBUILDS = 7;

/** @param flags of Node for the server, as `npm start` gives them */
export async function measureRelationships(size: CrowdSize, flags: string): Promise<Measured[]> {
  const folder = await newFolder();
  const settings = { NODE_OPTIONS: flags, KITH_DATA: join(folder, 'data') };
  const first = await startBuiltServer(settings);
  const cookie = await makeOwner(first.url);
  await first.end('SIGTERM');
  console.log(`Writing ${size.contacts} people with ${size.interactions} interactions, and deriving all that is derived of them.`);
  const sql = openDatabase(databaseFile(settings.KITH_DATA));
  const now = Date.now();
  writeCrowd(sql, size, now);
  const derived = deriveCrowd(sql, size.contacts, now);
  const rows = [
    { what: `health and past of ${size.contacts} people`, value: `${(derived / 1000).toFixed(1)} s`, beside: `${((1000 * derived) / size.contacts).toFixed(0)} µs each` },
    rebuildRow(sql),
    queryRow(sql, now),
    touchRow(sql, size.contacts, now),
  ];
  const page = { name: 'Relationships', path: '/relationships', rows: bareRows(sql, now), most: MOST_PAGES };
  sql.close();
  const server = await startBuiltServer(settings);
  try {
    return [...rows, ...(await comparePages(server.url, cookie, folder, [page]))];
  } finally {
    await server.stop();
  }
}

const ask = (sql: Sql, now: number) => relationships(sql, { zone: OWNER.timeZone, now });

function bareRows(sql: Sql, now: number): BareRow[] {
  const { ids, names, health } = ask(sql, now).plot;
  return ids.slice(0, ROWS).map((id, place) => ({
    id, name: names[place] ?? '', where: 'linkedin', line: `Health ${health[place] ?? 0}`, when: 'now', them: null, you: '',
  }));
}

function timed(times: number, work: (turn: number) => void): number[] {
  return Array.from({ length: times }, (_, turn) => {
    const begun = performance.now();
    work(turn);
    return performance.now() - begun;
  });
}

/** Everybody's state folded from nothing, beside a statement that only counts the same events. */
function rebuildRow(sql: Sql): Measured {
  const { dayOf } = healthContext(sql);
  const count = () =>
    sql.prepare('SELECT contactId, count(*) FROM ContactEvent WHERE countsForHealth = 1 AND direction < 3 GROUP BY contactId').raw().all().length;
  const rebuild = () => {
    let people = 0;
    for (const { log } of healthLogs(sql)) if (rebuildHealth(log, dayOf).last !== null) people += 1;
    return people;
  };
  if (count() !== rebuild()) throw new Error('Somebody was not rebuilt');
  const counts: number[] = [];
  const rebuilds: number[] = [];
  for (let round = 0; round < REBUILDS; round += 1) {
    counts.push(...timed(1, count));
    rebuilds.push(...timed(1, rebuild));
  }
  const [counted, rebuilt] = [percentile(counts, 0.5), percentile(rebuilds, 0.5)];
  return {
    what: 'state of everybody rebuilt from the log, median', value: `${rebuilt.toFixed(0)} ms`, beside: `counting events ${counted.toFixed(0)} ms`,
    ratio: rebuilt / counted, bar: { what: `at most ${MOST_COUNTS} x`, kept: rebuilt / counted <= MOST_COUNTS },
  };
}

function queryRow(sql: Sql, now: number): Measured {
  timed(20, () => ask(sql, now));
  const times = timed(50, () => ask(sql, now));
  return { what: 'Relationships, the query alone, median', value: `${percentile(times, 0.5).toFixed(1)} ms`, beside: `fastest ${Math.min(...times).toFixed(1)} ms` };
}

/** Two people of whom one has said a thousand times more; what is written is taken back. */
function touchRow(sql: Sql, contacts: number, now: number): Measured {
  const account = Number(sql.prepare(`SELECT id FROM OwnAccount WHERE publicId = 'crowd'`).pluck().get());
  const people = EARLIER.map((earlier, place) => ({ id: contacts + 1 + place, earlier }));
  for (const person of people) makeTalker(sql, account, person, now);
  const context = healthContext(sql);
  const costs: number[][] = people.map(() => []);
  // Turn about, so that a busy moment of the machine falls on both.
  for (let round = 0; round < TOUCHES; round += 1) {
    people.forEach(({ id }, place) => {
      const event: LogEvent = { at: now, direction: round % 2 === 0 ? 'in' : 'out', source: String(account), weight: 100 };
      sql.exec('BEGIN');
      costs[place]?.push(...timed(1, () => refreshHealth(sql, id, context, now, [event])));
      sql.exec('ROLLBACK');
    });
  }
  const [few = 0, many = 0] = costs.map((times) => percentile(times, 0.5));
  return {
    what: `one interaction after ${EARLIER[1]} earlier ones, median`, value: `${(many * 1000).toFixed(0)} µs`,
    beside: `after ${EARLIER[0]} ${(few * 1000).toFixed(0)} µs`, ratio: many / few,
    bar: { what: `at most ${MOST_TOUCHES} x`, kept: many / few <= MOST_TOUCHES },
  };
}

function makeTalker(sql: Sql, account: number, { id, earlier }: { id: number; earlier: number }, now: number): void {
  sql.prepare(`INSERT INTO Contact (id, publicId, name, createdAt, createdHow) VALUES (?, ?, 'Talker', 0, 'import')`).run(id, `talker-${id}`);
  const insert = sql.prepare(
    `INSERT INTO ContactEvent (contactId, occurredAt, interactionId, direction, weight, countsForHealth, ownAccountId) VALUES (?, ?, ?, ?, 100, 1, ?)`,
  );
  sql.transaction(() => {
    for (let place = 1; place <= earlier; place += 1) {
      insert.run(id, now - HOUR - Math.floor((place * 360 * DAY) / earlier), -id * 100_000 - place, 1 + (place % 2), account);
    }
    refreshHealth(sql, id, healthContext(sql), now);
  })();
}
