import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '../../app/commands/undo.server';
import { saveWorkspace } from '../../app/commands/save-settings.server';
import type { Sql } from '../../app/db/connection.server';
import { healthContext, healthLog } from '../../app/db/derive/contact-health.server';
import { healthLogs } from '../../app/db/derive/health-logs.server';
import { refreshAccounts } from '../../app/db/derive/refresh-accounts.server';
import { fitWorkspace, refoldDue, replayGround, storedFit } from '../../app/db/derive/workspace-fit.server';
import { readHealth, rebuildHealth, type SourceCoverage } from '../../app/domain/health';
import { refoldHealth } from '../../app/jobs/refold-health.server';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

const pause = () => undefined;
let sql: Sql;
let house: House;

beforeEach(async () => {
  sql = await freshDatabase();
  house = makeHouse(sql);
});

/** People who wrote now and then for a year and have written every week since: more than the model expects. */
function faithful(count: number): void {
  // In one transaction: message by message, the disk would be asked a thousand times.
  sql.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      makePerson(house, `Faithful ${index}`, [...everyDays(40, 6, { silent: 100 + index }), ...everyDays(7, 13, { silent: index % 5 })]);
    }
  })();
}

const healthOf = () => sql.prepare<[], { contactId: number; health: number; stateName: string }>('SELECT contactId, health, stateName FROM ContactHealth ORDER BY contactId').all();

describe('logs of everybody', () => {
  it('are the logs of each', () => {
    const another = Number(sql.prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES ('x', 'email', 'Mail', 'connected', 0)`).run().lastInsertRowid);
    const accounts = [house.linkedIn, house.byHand, another];
    const event = fc.record({
      contactId: fc.integer({ min: 1, max: 2_500 }),
      occurredAt: fc.oneof(fc.integer({ min: NOW - 900 * DAY, max: NOW }), fc.integer({ min: -4_000 * DAY, max: -1 })),
      direction: fc.integer({ min: 1, max: 3 }),
      countsForHealth: fc.integer({ min: 0, max: 1 }),
      ownAccountId: fc.constantFrom(...accounts),
    });
    const insert = sql.prepare(
      `INSERT INTO ContactEvent (contactId, occurredAt, interactionId, direction, weight, countsForHealth, ownAccountId)
       VALUES (@contactId, @occurredAt, @interactionId, @direction, 100, @countsForHealth, @ownAccountId)`,
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        sql.prepare('DELETE FROM ContactEvent').run();
        events.forEach((one, index) => insert.run({ ...one, interactionId: index + 1 }));
        const logs = [...healthLogs(sql)];
        const contacts = sql.prepare<[], number>('SELECT DISTINCT contactId FROM ContactEvent WHERE countsForHealth = 1 AND direction < 3 ORDER BY contactId').pluck().all();
        expect(logs.map(({ contactId }) => contactId)).toEqual(contacts);
        for (const { contactId, log } of logs) expect(log).toEqual(healthLog(sql, contactId).map(({ at, direction, source }) => ({ at, direction, source })));
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a replay rests on', () => {
  const seen = (from: number | null, to: number | null, sides: Partial<SourceCoverage> = {}): SourceCoverage =>
    ({ start: from === null ? null : NOW - from * DAY, end: to === null ? null : NOW - to * DAY, seesIn: true, seesOut: true, ...sides });
  const HAND = seen(900, null);

  it.each<[string, Record<string, SourceCoverage>, { daysAgo: number; sources: string[] } | null]>([
    ['an archive, as of its end', { hand: HAND, a: seen(400, 5) }, { daysAgo: 5, sources: ['hand', 'a'] }],
    ['a live channel, as of now', { hand: HAND, a: seen(400, null) }, { daysAgo: 0, sources: ['hand', 'a'] }],
    ['two archives: up to where both can see', { hand: HAND, a: seen(400, 5), b: seen(400, 20) }, { daysAgo: 20, sources: ['hand', 'a', 'b'] }],
    ['an old and a fresh one that began too late for its end', { hand: HAND, a: seen(100, 5), b: seen(400, 20) }, { daysAgo: 5, sources: ['hand', 'a'] }],
    ['less than three months of one', { hand: HAND, a: seen(80, 0) }, null],
    ['only your side', { hand: HAND, a: seen(400, 0, { seesIn: false }) }, null],
    ['only what was logged by hand', { hand: HAND }, null],
    ['nothing', {}, null],
  ])('%s', (_, coverage, expected) => {
    const ground = replayGround(coverage, new Set(['a', 'b']), NOW);
    expect(ground && { daysAgo: (NOW - ground.asOf) / DAY, sources: [...ground.sources] }).toEqual(expected);
  });
});

describe('the workspace’s own fit', () => {
  it('is nothing where nobody was ever there', () => {
    expect(fitWorkspace(sql, NOW)).toBe(false);
    expect(storedFit(sql)).toBeNull();
    expect(healthContext(sql).delta).toEqual({ twoWay: 0, inbound: 0 });
  });

  it('raises everybody’s reading where people answer more than most, also of people the account does not know', () => {
    faithful(12);
    const stranger = makePerson(house, 'Met once a month', everyDays(30, 8, { silent: 3 }));
    sql.prepare('UPDATE ContactEvent SET ownAccountId = ? WHERE contactId = ?').run(house.byHand, stranger.id);
    refreshAccounts(sql, [house.byHand], NOW, pause);
    sql.prepare('DELETE FROM WorkspaceFit').run();
    refoldHealth({ sql, now: () => NOW, pause });
    const { delta } = healthContext(sql);
    expect(delta.twoWay).toBeGreaterThan(0.3);
    for (const { contactId, health, stateName } of healthOf()) {
      const context = healthContext(sql);
      const reading = readHealth(rebuildHealth(healthLog(sql, contactId), context.dayOf), NOW, context);
      expect({ health, stateName }).toEqual({ health: reading.health, stateName: reading.state });
    }
  });

  it('comes with an import and reads again whom the account does not know', () => {
    const friend = makePerson(house, 'By hand', everyDays(20, 8, { silent: 3 }));
    sql.prepare('UPDATE ContactEvent SET ownAccountId = ? WHERE contactId = ?').run(house.byHand, friend.id);
    refreshAccounts(sql, [house.byHand], NOW, pause);
    const [before] = healthOf();
    faithful(12);
    refreshAccounts(sql, [house.linkedIn], NOW, pause);
    const after = healthOf().find(({ contactId }) => contactId === friend.id);
    expect(after?.health).toBeGreaterThan(before?.health ?? 100);
  });

  it('keeps whom it named and who wrote', () => {
    faithful(3);
    const gone = makePerson(house, 'Gone quiet', everyDays(9, 12, { silent: 200 }));
    fitWorkspace(sql, NOW);
    const fit = storedFit(sql);
    expect(fit?.windows.map(({ people }) => people)).toEqual([4, 4, 4]);
    const rows = sql.prepare('SELECT window, contactId, place, wrote FROM ReplayedContact WHERE window = 0 ORDER BY place IS NULL, place').all();
    expect(rows).toHaveLength(3);
    expect(rows).not.toContainEqual(expect.objectContaining({ contactId: gone.id }));
    expect(rows).toEqual(rows.map((row) => expect.objectContaining({ ...(row as object), wrote: 1 })));
  });
});

describe('a refold', () => {
  it('is due where nothing was fitted yet, and no longer once it was', () => {
    expect(refoldDue(sql)).toBe(false);
    faithful(1);
    expect(refoldDue(sql)).toBe(true);
    refoldHealth({ sql, now: () => NOW, pause });
    expect(refoldDue(sql)).toBe(false);
  });

  it('is due after the time zone moved, and after that was undone', () => {
    faithful(1);
    refoldHealth({ sql, now: () => NOW, pause });
    const { journalId } = saveWorkspace(sql, { actor: house.actor, now: NOW }, { name: 'Loom', timeZone: 'Pacific/Auckland', minutesADay: 15 });
    expect(refoldDue(sql)).toBe(true);
    refoldHealth({ sql, now: () => NOW, pause });
    expect(refoldDue(sql)).toBe(false);
    undo(sql, house.actor, journalId, NOW);
    expect(refoldDue(sql)).toBe(true);
  });
});
