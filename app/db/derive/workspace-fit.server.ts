/** The workspace's own fit: how its people answer compared with most, from the replay of its last three months. */
import {
  HEALTH_MODEL_VERSION, interceptsOf, replayFrom, replayWorkspace,
  type CoverageBySource, type HealthEvent, type Intercepts, type Replay, type ReplayedWindow, type SourceCoverage,
} from '../../domain/health';
import { storedReplay, type StoredReplay } from '../../domain/health/stored-replay';
import type { Sql } from '../connection.server';
import { healthContext, type HealthContext } from './contact-health.server';
import { healthLogs } from './health-logs.server';

/** Own accounts by who keeps them. */
interface Accounts {
  /** Words on them are not written down by hand: what the user logs is never the whole of a month. */
  machines: ReadonlySet<string>;
  /** Invented people have no part in the replay of somebody who has their own. */
  leftOut: ReadonlySet<string>;
  /** All there is to replay is invented: it is shown, and nothing is learned from it. */
  invented: boolean;
}

function accountsOf(sql: Sql): Accounts {
  const of = (access: string) => sql.prepare<[], number>(`SELECT id FROM OwnAccount WHERE access ${access}`).pluck().all().map(String);
  const own = of(`NOT IN ('by_hand', 'sample')`);
  const sample = of(`= 'sample'`);
  return own.length > 0
    ? { machines: new Set(own), leftOut: new Set(sample), invented: false }
    : { machines: new Set(sample), leftOut: new Set(), invented: true };
}

function covers({ start, end, seesIn, seesOut }: SourceCoverage, from: number, to: number): boolean {
  return seesIn && seesOut && (start ?? -Infinity) <= from && (end ?? Infinity) >= to;
}

/** The sources a replay can rest on, and the moment up to which they all see. */
export interface ReplayGround {
  /** UTC milliseconds. */
  asOf: number;
  sources: ReadonlySet<string>;
}

/**
 * Of the moments at which a source ends (live ones: now), the one up to which most sources show both sides for the whole
 * of the three months; the latest of several.
 * @returns null where no source does
 */
export function replayGround(coverage: CoverageBySource, machines: ReadonlySet<string>, now: number): ReplayGround | null {
  const seen = Object.entries(coverage).filter(([source]) => machines.has(source));
  const ends = [...new Set(seen.map(([, { end }]) => Math.min(now, end ?? now)))].sort((a, b) => b - a);
  let best: ReplayGround | null = null;
  for (const asOf of ends) {
    const sources = new Set(Object.entries(coverage).filter(([, one]) => covers(one, replayFrom(asOf), asOf)).map(([source]) => source));
    const machinesIn = [...sources].filter((source) => machines.has(source)).length;
    if (machinesIn > 0 && (best === null || sources.size > best.sources.size)) best = { asOf, sources };
  }
  return best;
}

function* logsOn(sql: Sql, sources: ReadonlySet<string>): Generator<readonly [number, HealthEvent[]]> {
  for (const { contactId, log } of healthLogs(sql)) {
    const seen = log.every(({ source }) => sources.has(source)) ? log : log.filter(({ source }) => sources.has(source));
    if (seen.length > 0) yield [contactId, seen];
  }
}

/**
 * Replays the last three months as far as the sources could see, and keeps the intercepts and who was named.
 * @param now UTC milliseconds
 * @returns whether anybody's reading changes by it
 */
export function fitWorkspace(sql: Sql, now: number): boolean {
  const { coverage, dayOf, zone, delta: before } = healthContext(sql);
  const { machines, leftOut, invented } = accountsOf(sql);
  const known = Object.fromEntries(Object.entries(coverage).filter(([source]) => !leftOut.has(source)));
  const ground = replayGround(known, machines, now);
  const replay = ground && replayWorkspace(logsOn(sql, ground.sources), ground.asOf, dayOf);
  const delta = replay && !invented ? interceptsOf(replay) : { twoWay: 0, inbound: 0 };
  sql.transaction(() => saveFit(sql, { replay, delta, zone, asOf: ground?.asOf ?? null })).immediate();
  return before.twoWay !== delta.twoWay || before.inbound !== delta.inbound;
}

interface Fit {
  replay: Replay<number> | null;
  delta: Pick<Intercepts, 'twoWay' | 'inbound'>;
  zone: HealthContext['zone'];
  asOf: number | null;
}

function saveFit(sql: Sql, { replay, delta, zone, asOf }: Fit): void {
  sql.prepare('DELETE FROM ReplayedContact').run();
  sql.prepare('DELETE FROM WorkspaceFit').run();
  if (isEmpty(sql)) return;
  sql
    .prepare(
      `INSERT INTO WorkspaceFit (id, modelVersion, timeZone, asOf, twoWay, inbound, replay) VALUES (1, ?, ?, ?, ?, ?, ?)`,
    )
    .run(HEALTH_MODEL_VERSION, zone, asOf, delta.twoWay, delta.inbound, JSON.stringify(replay && toStored(replay)));
  const insert = sql.prepare('INSERT INTO ReplayedContact (window, contactId, place, wrote) VALUES (?, ?, ?, ?)');
  replay?.windows.forEach(({ named, wrote }, window) => {
    const wroteThen = new Set(wrote);
    named.forEach((contactId, place) => insert.run(window, contactId, place, wroteThen.delete(contactId) ? 1 : 0));
    for (const contactId of wroteThen) insert.run(window, contactId, null, 1);
  });
}

/** Nobody has an event: there is nothing a fit could be about. */
function isEmpty(sql: Sql): boolean {
  return sql.prepare('SELECT 1 FROM ContactEvent LIMIT 1').get() === undefined;
}

function tallied({ from, to, people, expected, named, wrote }: ReplayedWindow<number>): StoredReplay['windows'][number] {
  const wroteThen = new Set(wrote);
  const namedWrote = named.filter((contactId) => wroteThen.has(contactId)).length;
  return { from, to, people, expected, named: named.length, namedWrote, surprises: wrote.length - namedWrote };
}

function toStored({ twoWay, inbound, windows }: Replay<number>): StoredReplay {
  return { twoWay, inbound, windows: windows.map(tallied) };
}

export interface StoredFit extends StoredReplay {
  /** The intercept of words both ways that everybody is read with. */
  intercept: number;
}

/** The replay as it was kept; null where there was nothing to replay yet. */
export function storedFit(sql: Sql): StoredFit | null {
  const row = sql
    .prepare<[number], { replay: string; intercept: number }>(
      'SELECT replay, twoWay AS intercept FROM WorkspaceFit WHERE id = 1 AND modelVersion = ?',
    )
    .get(HEALTH_MODEL_VERSION);
  const replay = row && storedReplay.parse(JSON.parse(row.replay));
  return replay ? { ...replay, intercept: row.intercept } : null;
}

/** Everything was folded by another model or another calendar than today's, or was never fitted: a refold is due. */
export function refoldDue(sql: Sql): boolean {
  return (
    sql
      .prepare<[number]>(
        `SELECT 1 FROM Workspace w LEFT JOIN WorkspaceFit f ON f.id = 1
         WHERE w.id = 1 AND (f.modelVersion IS NOT ? OR f.timeZone <> w.timeZone) AND EXISTS (SELECT 1 FROM ContactHealth)`,
      )
      .get(HEALTH_MODEL_VERSION) !== undefined
  );
}
