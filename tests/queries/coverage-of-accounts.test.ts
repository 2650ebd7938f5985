/** What an account can see, as its imports come and go. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answeredElsewhere } from '../../app/commands/answered-elsewhere.server';
import { healthContext } from '../../app/db/derive/contact-health.server';
import { HEALTH_STATES } from '../../app/domain/health';
import { archivesSeen } from '../../app/queries/archives-seen.server';
import { DAY, makeHouse, makePerson, NOW, type House, type Said } from '../factories/history';
import { importZip, undo } from '../factories/imports';
import { exportFiles } from '../fixtures/linkedin/recent';
import { freshDatabase } from '../setup/database';
import { sources } from '../factories/sources';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const { ask, elsewhere, sayThere, seenUntil, stored, names } = sources(() => house);

describe('what an account can see', () => {
  it('an archive without words is read up to where its invitations or likes end', () => {
    const there = elsewhere('instagram', [{ kind: 'like', directions: ['in'], to: NOW - 9 * DAY }]);
    expect(healthContext(house.sql).coverage[String(there.linkedIn)]).toMatchObject({ start: 0, end: NOW - 9 * DAY, seesIn: true, seesOut: false });
  });

  it('words win over other kinds', () => {
    const there = elsewhere('linkedin', [
      { to: NOW - 9 * DAY }, { kind: 'invitation', directions: ['in'], from: 5, to: NOW }, { kind: 'connection', directions: ['in'] },
    ]);
    expect(healthContext(house.sql).coverage[String(there.linkedIn)]).toEqual({
      start: 0, end: NOW - 9 * DAY, seesIn: true, seesOut: true, hidesIn: false, hidesOut: false,
    });
  });

  it('of an archive nobody knows anything of any more, time stands still and nobody is one-sided', () => {
    const said = Array.from({ length: 20 }, (_, index) => ({ at: NOW - (100 - index) * DAY, by: 'you' as const }));
    const amara = makePerson(elsewhere('x', []), 'Amara Okafor', said);
    expect(stored(amara)?.readAt).toBe(NOW - 81 * DAY);
    expect(stored(amara)?.stateName).not.toMatch(/One-sided/);
    expect(ask(amara.publicId).sources).toMatchObject([{ words: 'What stayed of an export', old: true }]);
  });

  it('a channel’s first sixty days are never called warming, nor more than usual', () => {
    const daily = Array.from({ length: 25 }, (_, index) => ({ at: NOW - (1 + index) * DAY, by: index % 2 ? ('you' as const) : ('them' as const) }));
    const early: Said[] = [{ at: NOW - 300 * DAY, by: 'them' }, { at: NOW - 200 * DAY, by: 'them' }];
    const both = (name: string, start: number) => {
      const made = makePerson(house, name, early);
      sayThere(elsewhere('whatsapp', [{ from: start }]), made, daily);
      return ask(made.publicId);
    };
    expect(names(both('Young', NOW - 59 * DAY))).not.toContain('Lately');
    expect(both('Older', NOW - 61 * DAY).facts.between).toContainEqual(expect.objectContaining({ name: 'Lately', value: 'More than usual' }));
    expect(HEALTH_STATES).toContain('Warming');
    expect(both('Young again', NOW - 59 * DAY).health?.state).not.toBe('Warming');
  });

  it('says up to when each platform’s newest archive sees, and offers a fresh one after a week', () => {
    seenUntil(NOW - 8 * DAY);
    elsewhere('x', [{ to: NOW - 30 * DAY }]);
    elsewhere('x', [{ to: NOW - 7 * DAY }]);
    elsewhere('email', [{ kind: 'email', to: null }], 'connected');
    expect(archivesSeen(house.sql, { now: NOW, zone: 'UTC' })).toEqual([
      { platform: 'linkedin', asOf: '15 Nov', age: '8 days', old: true }, { platform: 'x', asOf: '16 Nov', age: '7 days', old: false },
    ]);
  });
});

describe('an import that is taken back', () => {
  const people = [{ name: 'Amara Okafor', slug: 'amara', words: [[60, true, 'Hello'], [59, false, 'Hi']] }] as const;

  it('leaves no coverage, and what the one before could see counts again, also for those it did not touch', async () => {
    const sql = await freshDatabase();
    const ends = () => archivesSeen(sql, { now: NOW, zone: 'UTC' }).map(({ asOf }) => asOf);
    const readAt = () => sql.prepare<[], number>('SELECT readAt FROM ContactHealth').pluck().get();
    const older = await importZip(sql, 'Basic_LinkedInDataExport_11-01-2026.zip', exportFiles(people, NOW));
    const first = { ends: ends(), readAt: readAt() };
    const newer = await importZip(sql, 'Basic_LinkedInDataExport_11-20-2026.zip', exportFiles(people, NOW));
    expect(older.outcome.status).toBe('finished');
    expect(ends()).not.toEqual(first.ends);
    expect(readAt()).toBeGreaterThan(first.readAt ?? 0);
    undo(sql, newer.publicId);
    expect({ ends: ends(), readAt: readAt() }).toEqual(first);
    undo(sql, older.publicId);
    expect(sql.prepare('SELECT count(*) FROM Coverage WHERE importRunId IS NOT NULL').pluck().get()).toBe(0);
  });

  it('whoever stays because somebody worked on them is read at their last word', async () => {
    const sql = await freshDatabase();
    const { publicId } = await importZip(sql, 'Basic_LinkedInDataExport_11-20-2026.zip', exportFiles(people, NOW));
    const conversation = sql.prepare<[], string>('SELECT publicId FROM Conversation').pluck().get() ?? '';
    answeredElsewhere(sql, { teammateId: null }, { conversation, idempotencyKey: 'k' }, NOW - 40 * DAY);
    undo(sql, publicId);
    const left = sql.prepare<[], { last: number; readAt: number }>(
      `SELECT (SELECT max(occurredAt) FROM ContactEvent) AS last, readAt FROM ContactHealth`,
    ).get();
    expect(left?.last ?? null).not.toBeNull();
    expect(left?.readAt).toBe(left?.last);
  });
});
