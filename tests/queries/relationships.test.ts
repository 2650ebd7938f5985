import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { undo } from '../../app/commands/undo.server';
import { healthContext, healthLog, refreshHealth, storedHealth } from '../../app/db/derive/contact-health.server';
import { sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { readHealth, rebuildHealth, HEALTH_STATES } from '../../app/domain/health';
import type { RelationshipsQuestion } from '../../app/domain/relationships/question';
import { packMove } from '../../app/domain/relationships/move';
import { relationships } from '../../app/queries/relationships.server';
import { relationshipsPeople } from '../../app/queries/relationships-people.server';
import { countStatements } from '../factories/count-statements';
import { connect, DAY, everyDays, makeHouse, makeIdentity, makePerson, NOW, type House, type Person, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const page = (now = NOW, zone = 'UTC') => relationships(house.sql, { zone, now });
const behind = (question: RelationshipsQuestion, after: string | null = null) =>
  relationshipsPeople(house.sql, { question, after, zone: 'UTC', now: NOW });
const names = (question: RelationshipsQuestion) => behind(question).rows.map(({ name }) => name).sort();
const settle = (now = NOW) => {
  while (sweepDerived(house.sql, now));
};
/** Everything that is counted of everybody; the sweep's own marks left out. */
const counted = () => ({
  past: house.sql.prepare('SELECT * FROM ContactPast ORDER BY contactId').all(),
  answers: house.sql.prepare('SELECT * FROM ContactAnswer ORDER BY contactId, answeredAt').all(),
});
const fromTheLog = (now = NOW) => {
  const context = healthContext(house.sql);
  const ids = house.sql.prepare<[], number>('SELECT contactId FROM ContactHealth').pluck().all();
  for (const id of ids) refreshHealth(house.sql, id, context, now);
};
const log = (person: Person, direction: 'in' | 'out', occurredAt = NOW, kind: 'message' | 'meeting' = 'message') =>
  logInteraction(house.sql, house.actor, { place: { conversation: person.conversation }, kind, direction, text: 'Hello', occurredAt, precision: 'second' }, NOW);

/** Rises, falls, stays, came this month, rests. */
function community(): Record<'rising' | 'falling' | 'steady' | 'fresh' | 'resting', Person> {
  const daily = (from: number, to: number): Said[] =>
    Array.from({ length: from - to }, (_, index) => NOW - (from - index) * DAY).flatMap((at) => [{ at, by: 'them' }, { at: at + 3_600_000 * 5, by: 'you' }]);
  return {
    rising: makePerson(house, 'Rana Rising', [...everyDays(60, 4, { silent: 60 }), ...daily(20, 1)]),
    falling: makePerson(house, 'Falk Falling', daily(100, 40)),
    steady: makePerson(house, 'Stella Steady', everyDays(9, 40, { silent: 4 })),
    fresh: makePerson(house, 'Freya Fresh', [{ at: NOW - 9 * DAY, by: 'them' }, { at: NOW - 8 * DAY, by: 'you' }]),
    resting: makePerson(house, 'Rest Anders', everyDays(20, 6, { silent: 500 })),
  };
}

describe('everybody seen together', () => {
  it('says who is there, who draws closer and who drifts, each as of the log thirty days before', () => {
    const people = community();
    settle();
    const { plot, headline, asOf, counting } = page();
    expect([plot.total, plot.closer, plot.drifting, asOf, counting]).toEqual([5, 1, 1, null, null]);
    expect(headline).toBe('As many people are drawing closer as drifting.');
    const { coverage, dayOf } = healthContext(house.sql);
    for (const { id, publicId } of Object.values(people)) {
      const place = plot.ids.indexOf(publicId);
      const present = readHealth(storedHealth(house.sql, id) ?? rebuildHealth([], dayOf), NOW, { coverage });
      const cut = rebuildHealth(healthLog(house.sql, id).filter(({ at }) => at < NOW - 30 * DAY), dayOf);
      expect(plot.health[place]).toBe(present.health);
      expect(HEALTH_STATES[plot.state[place] ?? 0]).toBe(present.state);
      expect(plot.healthBefore[place]).toBe(cut.last === null ? null : readHealth(cut, NOW - 30 * DAY, { coverage }).health);
    }
    expect(names({ about: 'closer' })).toEqual(['Rana Rising']);
    expect(names({ about: 'drifting' })).toEqual(['Falk Falling']);
  });

  it('tells the moves of this calendar month, newcomers from nowhere', () => {
    community();
    settle();
    const { moves } = page();
    expect(moves.since).toBe('1 November');
    expect(moves.flows.reduce((sum, { people }) => sum + people, 0)).toBe(5);
    expect(moves.flows.filter(({ from }) => from === null)).toEqual([{ from: null, to: 'New', people: 1 }]);
    expect(moves.states.reduce((sum, { after }) => sum + after, 0)).toBe(5);
    expect(moves.states.reduce((sum, { before }) => sum + before, 0)).toBe(4);
    expect(names({ about: 'moved', from: null, to: HEALTH_STATES.indexOf('New') })).toEqual(['Freya Fresh']);
    for (const { from, to, people } of moves.flows) {
      const place = (state: typeof to | null) => (state === null ? null : HEALTH_STATES.indexOf(state));
      expect(behind({ about: 'moved', from: place(from), to: HEALTH_STATES.indexOf(to) }).count).toBe(people);
    }
    for (const { state, before, after } of moves.states) {
      expect(behind({ about: 'was', state: HEALTH_STATES.indexOf(state) }).count).toBe(before);
      expect(behind({ about: 'is', state: HEALTH_STATES.indexOf(state) }).count).toBe(after);
    }
  });

  it('counts answers of the last ninety days by how long they took', () => {
    makePerson(house, 'Leila Haddad', [
      { at: NOW - 10 * DAY, by: 'you' }, { at: NOW - 10 * DAY + 2 * 3_600_000, by: 'them' }, { at: NOW - 7 * DAY, by: 'you' },
      { at: NOW - 200 * DAY, by: 'them' }, { at: NOW - 199 * DAY, by: 'you' },
    ]);
    expect(page().replies).toEqual({
      theirs: { median: '2 h', answers: [0, 1, 0, 0, 0, 0, 0, 0] },
      yours: { median: '3 days', answers: [0, 0, 0, 0, 0, 1, 0, 0] },
    });
    expect(names({ about: 'theirs', bucket: 1 })).toEqual(['Leila Haddad']);
    expect(names({ about: 'theirs', bucket: 2 })).toEqual([]);
  });

  it('shows who was still in touch in the calendar months after the first exchange', () => {
    const at = (month: number, day: number) => Date.UTC(2026, month - 1, day, 9);
    makePerson(house, 'Ada Stayed', [...[5, 6, 7, 8, 9].map((month): Said => ({ at: at(month, 10), by: 'them' })), { at: at(6, 12), by: 'you' }]);
    makePerson(house, 'Ben Left', [{ at: at(6, 3), by: 'them' }, { at: at(6, 4), by: 'you' }]);
    makePerson(house, 'Cleo Unanswered', [{ at: at(6, 3), by: 'them' }]);
    settle();
    expect(page().retention).toEqual({
      columns: 5,
      cohorts: [{ month: 'Jun', key: '2026-06', people: 2, shares: [50, 50, 50, 0, null] }],
    });
    expect(names({ about: 'cohort', cohort: '2026-06', month: null, wrote: true })).toEqual(['Ada Stayed', 'Ben Left']);
    expect(names({ about: 'cohort', cohort: '2026-06', month: 3, wrote: true })).toEqual(['Ada Stayed']);
    expect(names({ about: 'cohort', cohort: '2026-06', month: 3, wrote: false })).toEqual(['Ben Left']);
  });

  it('reaches whoever was in touch within ninety days, now and before', () => {
    community();
    settle();
    const { reach } = page();
    expect(reach).toMatchObject({ people: 4, sentence: '4 people answered, wrote, bought or met you in the last 90 days.', audience: null });
    expect(reach.past).toHaveLength(12);
    expect(reach.past.at(-1)).toBe(4);
    expect(reach.trend).toBe('1 more than in August');
    expect(behind({ about: 'reach' }).count).toBe(4);
  });

  it('reads well for nobody and for one person', () => {
    expect(page()).toMatchObject({ people: 0, headline: 'Nobody to draw yet.', replies: null, plot: { ids: [], named: [] } });
    makePerson(house, 'Leila Haddad', everyDays(9, 40, { silent: 4 }));
    expect(page().headline).toBe('Leila is as close as a month ago.');
    expect(page().plot.named).toEqual([0]);
  });

  it('draws two thousand of more: those who matter or moved, and counts everybody', () => {
    const contact = house.sql.prepare(`INSERT INTO Contact (publicId, name, createdAt, createdHow) VALUES (?, ?, 0, 'import')`);
    const past = house.sql.prepare('INSERT INTO ContactPast (contactId, asOfDay, health, tie, state, move, weight) VALUES (?, 1, 50, ?, 8, ?, ?)');
    const stayed = packMove({ from: 8, to: 8, trend: 'none' });
    house.sql.transaction(() => {
      for (let person = 0; person < 2_005; person += 1) {
        const { lastInsertRowid } = contact.run(`crowd-${person}`, `Person ${person}`);
        past.run(lastInsertRowid, person % 100, stayed, person);
      }
    })();
    const { plot, people } = page();
    expect([people, plot.total, plot.ids.length]).toEqual([2_005, 2_005, 2_000]);
    expect(['crowd-0', 'crowd-4', 'crowd-5', 'crowd-2004'].map((id) => plot.ids.includes(id))).toEqual([false, false, true, true]);
  });

  it('says what platforms count, once and for nothing else', () => {
    community();
    for (let index = 0; index < 3; index += 1) connect(house, makeIdentity(house.sql, { key: `follower-${index}`, displayName: `Follower ${index}` }), NOW - DAY);
    settle();
    const { reach, plot, headline } = page();
    expect(reach.audience).toBe('Platforms count an audience of 3. It changes nothing above.');
    expect([plot.total, reach.people]).toEqual([5, 4]);
    expect(headline).not.toContain('3');
  });

  it('leaves out who was removed or merged into another', () => {
    const { rising, falling } = community();
    house.sql.prepare('UPDATE Contact SET deletedAt = 1 WHERE id = ?').run(rising.id);
    house.sql.prepare('UPDATE Contact SET mergedIntoId = ? WHERE id = ?').run(rising.id, falling.id);
    fromTheLog();
    settle();
    const { people, plot } = page();
    expect([people, plot.ids.length, plot.closer, plot.drifting]).toEqual([3, 3, 0, 0]);
    expect(behind({ about: 'reach' }).count).toBe(2);
  });
});

describe('as of', () => {
  it('counts everything back from the day an archive ended, whatever day it is', async () => {
    house = makeHouse(await freshDatabase(), { seenUntil: NOW - 60 * DAY });
    makePerson(house, 'Leila Haddad', everyDays(9, 40, { silent: 64 }));
    const { asOf, moves, reach, plot } = page();
    expect(asOf).toBe('24 September');
    expect(moves.since).toBe('1 September');
    expect(reach).toMatchObject({ people: 1, sentence: 'One person answered, wrote, bought or met you in the 90 days to 24 September.' });
    const { coverage, dayOf } = healthContext(house.sql);
    const cut = rebuildHealth(healthLog(house.sql, 1).filter(({ at }) => at < NOW - 90 * DAY), dayOf);
    expect(plot.healthBefore).toEqual([readHealth(cut, NOW - 90 * DAY, { coverage }).health]);
  });

  it('is not moved by one in twelve who was written to since', async () => {
    house = makeHouse(await freshDatabase(), { seenUntil: NOW - 60 * DAY });
    const people = Array.from({ length: 12 }, (_, index) => makePerson(house, `Person ${index}`, everyDays(9, 10, { silent: 64 + index })));
    for (const person of people.slice(0, 1)) log(person, 'out');
    settle();
    expect(page().asOf).toBe('24 September');
    for (const person of people.slice(1, 2)) log(person, 'out');
    settle();
    expect(page().asOf).toBeNull();
  });

  it('begins the month where the workspace’s calendar does', async () => {
    const now = Date.UTC(2026, 10, 30, 23);
    const zoned = async (timeZone: string) => {
      house = makeHouse(await freshDatabase(), { timeZone, seenUntil: now + DAY });
      makePerson(house, 'Leila Haddad', everyDays(9, 40, { silent: 4 }));
      settle(now);
      return page(now, timeZone).moves.since;
    };
    expect(await zoned('UTC')).toBe('1 November');
    expect(await zoned('Asia/Tokyo')).toBe('1 December');
  });
});

describe('kept in step', () => {
  it('by a word that comes last exactly as from the log, and by taking it back', () => {
    const { steady, falling, fresh } = community();
    settle();
    const before = counted();
    const journal = [log(steady, 'out'), log(falling, 'in'), log(fresh, 'in', NOW, 'meeting')].map(({ journalId }) => journalId ?? '');
    const appended = counted();
    expect(appended).not.toEqual(before);
    fromTheLog();
    settle();
    expect(counted()).toEqual(appended);
    for (const id of journal.reverse()) undo(house.sql, house.actor, id, NOW);
    settle();
    expect(counted()).toEqual(before);
  });

  it('as days go by, by the sweep alone', () => {
    community();
    settle();
    const later = NOW + 20 * DAY;
    house.sql.prepare('UPDATE Coverage SET "to" = NULL').run();
    fromTheLog();
    settle(later);
    const swept = counted();
    fromTheLog(later);
    settle(later);
    expect(counted()).toEqual(swept);
    expect(page(later).moves.since).toBe('1 December');
  });

  it('where a filled database knew nothing of it', () => {
    community();
    settle();
    const before = counted();
    house.sql.exec(`DELETE FROM ContactPast; DELETE FROM ContactAnswer; INSERT INTO ContactPast (contactId, dueDay) SELECT contactId, 0 FROM ContactHealth`);
    expect(page()).toMatchObject({ people: 0, counting: 'Still counting: 0 of 5 people so far.' });
    settle();
    expect(counted()).toEqual(before);
    house.sql.exec('DELETE FROM ContactPast');
    settle();
    expect(counted().past).toEqual(before.past);
  });
});

describe('what it costs', () => {
  it('is the same for one more word after ten and after two thousand: nothing reads the log', () => {
    const talker = (name: string, count: number) =>
      makePerson(house, name, Array.from({ length: count }, (_, place) => ({ at: NOW - DAY - place * 3_600_000, by: place % 2 ? 'them' : 'you' })));
    const statements = ({ id }: Person) => {
      const prepare = vi.spyOn(house.sql, 'prepare');
      const event = { at: NOW, direction: 'in', source: String(house.linkedIn), weight: 100 } as const;
      refreshHealth(house.sql, id, healthContext(house.sql), NOW, [event]);
      const texts = prepare.mock.calls.map(([text]) => text);
      prepare.mockRestore();
      return texts;
    };
    const few = statements(talker('Anna Few', 10));
    expect(statements(talker('Mona Many', 2_000))).toEqual(few);
    // The only one asks whether there is any word at all.
    expect(few.filter((text) => /FROM ContactEvent/.test(text) && !/EXISTS/.test(text))).toEqual([]);
  }, 60_000);

  it('is the same number of statements for ten people and for three hundred', () => {
    const add = (count: number) => {
      for (let index = 0; index < count; index += 1) makePerson(house, `Person ${count} ${index}`, everyDays(9, 3, { silent: index % 60 }));
      settle();
    };
    add(10);
    const few = [countStatements(house.sql, () => page()), countStatements(house.sql, () => behind({ about: 'reach' }))];
    add(290);
    expect([countStatements(house.sql, () => page()), countStatements(house.sql, () => behind({ about: 'reach' }))]).toEqual(few);
    const first = behind({ about: 'reach' });
    expect([first.count, first.rows.length]).toEqual([300, 50]);
    const all = new Set<string>();
    for (let after: string | null | undefined; after !== null; ) {
      const next = behind({ about: 'reach' }, after ?? null);
      for (const { publicId } of next.rows) all.add(publicId);
      after = next.next;
    }
    expect(all.size).toBe(300);
  }, 60_000);
});
