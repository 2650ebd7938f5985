/** A workspace of very many people with years of history, written straight into the tables and derived by the app itself. */
import type { Sql } from '../../app/db/connection.server';
import { healthContext, refreshHealth } from '../../app/db/derive/contact-health.server';
import { fitWorkspace } from '../../app/db/derive/workspace-fit.server';
import { sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { DAY, HOUR } from '../../app/lib/dates';

export interface CrowdSize {
  contacts: number;
  interactions: number;
}

/** Three years: the first words of the crowd are spread over all of it, so that some are new and some have gone quiet. */
const YEARS = 3 * 365;
const CHUNK = 500;

/** The same crowd each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Each with a rhythm of their own and a share of answers, begun at some time within three years; half are still in touch.
 * The account is a connected one, so that everybody is read now.
 */
export function writeCrowd(sql: Sql, { contacts, interactions }: CrowdSize, now: number): void {
  const random = dice(7);
  const account = Number(
    sql.prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES ('crowd', 'linkedin', 'Crowd', 'connected', 0)`).run()
      .lastInsertRowid,
  );
  for (const direction of ['in', 'out']) {
    sql.prepare(`INSERT INTO Coverage (ownAccountId, kind, direction, "from", "to") VALUES (?, 'message', ?, 0, NULL)`).run(account, direction);
  }
  const person = sql.prepare(`INSERT INTO Contact (id, publicId, name, createdAt, createdHow) VALUES (?, ?, ?, 0, 'import')`);
  const interaction = sql.prepare(
    `INSERT INTO Interaction (id, publicId, ownAccountId, kind, externalId, idBasis, direction, origin, occurredAt, precision, zone)
     VALUES (?, ?, ?, 'message', ?, 'native', ?, 'imported', ?, 'second', 'utc')`,
  );
  const event = sql.prepare(
    `INSERT INTO ContactEvent (contactId, occurredAt, interactionId, direction, weight, countsForHealth, ownAccountId) VALUES (?, ?, ?, ?, 100, 1, ?)`,
  );
  const each = interactions / contacts;
  let words = 0;
  const write = (id: number) => {
    person.run(id, `person-${id}`, `Person Number ${id}`);
    const from = random() * YEARS;
    const until = random() < 0.5 ? 0 : from * random();
    const count = Math.max(1, Math.round(each * 2 * random()));
    const answers = random();
    for (let place = 0; place < count; place += 1) {
      const at = Math.floor(now - (until + ((from - until) * (count - place - random())) / count) * DAY - random() * HOUR);
      const direction = random() < answers * 0.7 ? 2 : 1;
      words += 1;
      interaction.run(words, `word-${words}`, account, `word-${words}`, direction === 1 ? 'in' : 'out', at);
      event.run(id, at, words, direction, account);
    }
  };
  for (let from = 1; from <= contacts; from += CHUNK) {
    sql.transaction(() => {
      for (let id = from; id < Math.min(from + CHUNK, contacts + 1); id += 1) write(id);
    }).immediate();
  }
}

/** Everything derived of everybody, as an import leaves it. @returns milliseconds */
export function deriveCrowd(sql: Sql, contacts: number, now: number): number {
  // Otherwise the server would find everything due and read it again while its pages are measured.
  fitWorkspace(sql, now);
  const begun = performance.now();
  const context = healthContext(sql);
  for (let from = 1; from <= contacts; from += CHUNK) {
    sql.transaction(() => {
      for (let id = from; id < Math.min(from + CHUNK, contacts + 1); id += 1) refreshHealth(sql, id, context, now);
    }).immediate();
  }
  while (sweepDerived(sql, now));
  return performance.now() - begun;
}
