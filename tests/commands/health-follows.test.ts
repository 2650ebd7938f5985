/** Whatever is done in whatever order, what is stored of a relationship is what replaying its log from nothing gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteInteraction } from '../../app/commands/delete-interaction.server';
import { editInteraction } from '../../app/commands/edit-interaction.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { undo } from '../../app/commands/undo.server';
import { interactionsOfIdentity, refreshEventsOf } from '../../app/db/derive/contact-events.server';
import { healthContext, healthLog, storedHealth } from '../../app/db/derive/contact-health.server';
import { refreshDerived } from '../../app/db/derive/refresh-derived.server';
import { rebuildHealth } from '../../app/domain/health';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, rebuildAll, say, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

interface Stage {
  house: House;
  people: [Person, Person];
  /** Public ids of what was logged. */
  logged: string[];
  /** What could be undone, the latest last. */
  journal: string[];
}

interface Deed {
  toString(): string;
  run(stage: Stage): void;
}

/** In quarters of a day, so that equal instants are common. */
const quarters = fc.integer({ min: 0, max: 4 * 200 });
const whom = fc.constantFrom<0 | 1>(0, 1);
const side = fc.constantFrom<'in' | 'out'>('in', 'out');
const when = (age: number) => NOW - (age * DAY) / 4;

const remember = (stage: Stage, journalId: string | null) => {
  if (journalId !== null) stage.journal.push(journalId);
};

const log = fc.tuple(whom, side, fc.constantFrom<'message' | 'meeting'>('message', 'meeting'), quarters).map(
  ([who, direction, kind, age]): Deed => ({
    toString: () => `log ${kind} ${direction} ${age / 4} days ago with ${who}`,
    run(stage) {
      const place = { conversation: stage.people[who].conversation };
      const input = { place, kind, direction, text: 'Said', occurredAt: when(age), precision: 'minute' as const };
      const done = logInteraction(stage.house.sql, stage.house.actor, input, NOW);
      if (done.result) stage.logged.push(done.result);
      remember(stage, done.journalId);
    },
  }),
);

const edit = fc.tuple(fc.nat(), side, quarters).map(
  ([which, direction, age]): Deed => ({
    toString: () => `edit ${which}: ${direction}, ${age / 4} days ago`,
    run(stage) {
      const interaction = stage.logged[which % Math.max(1, stage.logged.length)];
      if (interaction === undefined) return;
      const deed = { kind: 'message' as const, direction };
      const changes = { interaction, deed, text: 'Said better', when: { occurredAt: when(age), precision: 'minute' as const } };
      remember(stage, editInteraction(stage.house.sql, stage.house.actor, changes, NOW).journalId);
    },
  }),
);

const remove = fc.nat().map(
  (which): Deed => ({
    toString: () => `delete ${which}`,
    run(stage) {
      const [interaction] = stage.logged.splice(which % Math.max(1, stage.logged.length), 1);
      if (interaction === undefined) return;
      remember(stage, deleteInteraction(stage.house.sql, stage.house.actor, { interaction }, NOW).journalId);
    },
  }),
);

/** The latest only: what stands on it would be left as somebody changed it. */
const takeBack: fc.Arbitrary<Deed> = fc.constant({
  toString: () => 'undo',
  run(stage) {
    const journalId = stage.journal.pop();
    if (journalId === undefined) return;
    undo(stage.house.sql, stage.house.actor, journalId, NOW);
    const there = stage.house.sql.prepare<[], string>(`SELECT publicId FROM Interaction WHERE origin = 'logged' AND deletedAt IS NULL ORDER BY id`);
    stage.logged = there.pluck().all();
  },
});

/** An identity gets another contact, as when two are merged or one is split. */
const attach = fc.tuple(whom, whom).map(
  ([identityOf, to]): Deed => ({
    toString: () => `identity of ${identityOf} to ${to}`,
    run({ house: { sql }, people }) {
      const { identityId } = people[identityOf];
      sql.transaction(() => {
        sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?').run(people[to].id, identityId);
        const touched = new Set(people.map(({ id }) => id));
        for (const id of interactionsOfIdentity(sql, identityId)) for (const contact of refreshEventsOf(sql, id)) touched.add(contact);
        refreshDerived(sql, { contacts: new Map([...touched].map((id) => [id, null])), conversations: people.map(({ conversationId }) => conversationId) }, NOW);
      })();
    },
  }),
);

/** History that an archive brings in afterwards. */
const older = fc.tuple(whom, side, quarters).map(
  ([who, direction, age]): Deed => ({
    toString: () => `import ${direction} ${age / 4} days ago with ${who}`,
    run({ house, people }) {
      const person = people[who];
      const id = say(house, person, { at: when(age), by: direction === 'in' ? 'them' : 'you' });
      const touched = refreshEventsOf(house.sql, id);
      refreshDerived(house.sql, { contacts: new Map([...touched].map((one) => [one, null])), conversations: [person.conversationId] }, NOW);
    },
  }),
);

describe('the stored state', () => {
  it('is that of the log, after any logs, late ones, edits, deletions, imports, merges, splits and undos', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 4, arbitrary: log }, edit, remove, takeBack, attach, older), { minLength: 1, maxLength: 14 }), async (deeds) => {
        const house = makeHouse(await freshDatabase());
        // Hundreds of transactions: what a power cut would leave is tested elsewhere.
        house.sql.pragma('synchronous = OFF');
        const people: [Person, Person] = [makePerson(house, 'Amara Okafor', everyDays(9, 5, { silent: 20 })), makePerson(house, 'Jun Sato')];
        const stage: Stage = { house, people, logged: [], journal: [] };
        for (const deed of deeds) deed.run(stage);
        for (const { id } of people) {
          const left = derivedOf(house.sql, id);
          const state = rebuildHealth(healthLog(house.sql, id), healthContext(house.sql).dayOf);
          expect(storedHealth(house.sql, id)).toEqual(state.last === null ? null : state);
          rebuildAll(house.sql, id, NOW);
          expect(derivedOf(house.sql, id)).toEqual(left);
        }
      }),
      { numRuns: 40 },
    );
  });
});
