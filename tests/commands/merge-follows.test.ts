/** Whoever is merged, split, joined with a profile, and taken back in whatever order: what is derived is what the log gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { mergeContacts } from '../../app/commands/merge-contacts.server';
import { splitContact } from '../../app/commands/split-contact.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo } from '../../app/commands/undo.server';
import type { Sql } from '../../app/db/connection.server';
import { healthContext, healthLog, storedHealth } from '../../app/db/derive/contact-health.server';
import { GoneError } from '../../app/db/transact.server';
import { rebuildHealth } from '../../app/domain/health';
import { DAY, derivedOf, everyDays, makeHouse, makeIdentity, makePerson, NOW, rebuildAll, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

interface Stage {
  house: House;
  people: Person[];
  journal: string[];
}

interface Deed {
  toString(): string;
  run(stage: Stage): void;
}

/** Makes no turn, unless the user knows its sender from elsewhere. */
const PITCH = 'We help founders like you generate qualified leads. Open to a quick call? https://calendly.com/chad';

const who = fc.nat(3);
const contactOf = (sql: Sql, identityId: number) =>
  sql.prepare<[number], string>('SELECT c.publicId FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE n.id = ?').pluck().get(identityId);
const identityOf = (sql: Sql, id: number) => sql.prepare<[number], string>('SELECT publicId FROM Identity WHERE id = ?').pluck().get(id) ?? '';

/** What cannot be done is refused whole, and nothing else is. */
function attempt(stage: Stage, deed: () => { journalId: string | null }) {
  try {
    const { journalId } = deed();
    if (journalId !== null) stage.journal.push(journalId);
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
  }
}

const merge = fc.tuple(who, who).map(([a, b]): Deed => ({
  toString: () => `merge ${a} and ${b}`,
  run(stage) {
    const { house: { sql, actor }, people } = stage;
    const [one, other] = [contactOf(sql, people[a]?.identityId ?? 0), contactOf(sql, people[b]?.identityId ?? 0)];
    if (one === undefined || other === undefined) return;
    attempt(stage, () => mergeContacts(sql, actor, { contact: one, with: { contact: other }, how: 'by_hand' }, NOW));
  },
}));

const split = who.map((a): Deed => ({
  toString: () => `split ${a}`,
  run(stage) {
    const { house: { sql, actor }, people } = stage;
    const identity = people[a]?.identityId ?? 0;
    const contact = contactOf(sql, identity);
    if (contact !== undefined) attempt(stage, () => splitContact(sql, actor, { contact, identity: identityOf(sql, identity) }, NOW));
  },
}));

const log = fc.tuple(who, fc.constantFrom<'in' | 'out'>('in', 'out'), fc.nat(200)).map(([a, direction, age]): Deed => ({
  toString: () => `log ${direction} ${age} days ago with ${a}`,
  run(stage) {
    const { house: { sql, actor }, people } = stage;
    const place = { conversation: people[a]?.conversation ?? '' };
    attempt(stage, () => logInteraction(sql, actor, { place, kind: 'message', direction, text: 'Said', occurredAt: NOW - age * DAY, precision: 'minute' }, NOW));
  },
}));

const mark = fc.tuple(who, fc.constantFrom('note', 'friend', 'press')).map(([a, what]): Deed => ({
  toString: () => `${what} on ${a}`,
  run(stage) {
    const { house: { sql, actor }, people } = stage;
    const contact = contactOf(sql, people[a]?.identityId ?? 0);
    if (contact === undefined) return;
    attempt(stage, () => what === 'note' ? addNote(sql, actor, { contact, text: 'A note' }, NOW) : tagContact(sql, actor, { contact, name: what }, NOW));
  },
}));

/** An import meets an identity again and refreshes what is known of it: no merge is the harder to take back for it. */
const refresh = who.map((a): Deed => ({
  toString: () => `import refreshes ${a}`,
  run({ house: { sql }, people }) {
    sql.prepare('UPDATE Identity SET version = version + 1 WHERE id = ?').run(people[a]?.identityId ?? 0);
  },
}));

const takeBack: fc.Arbitrary<Deed> = fc.constant({
  toString: () => 'undo',
  run(stage) {
    const journalId = stage.journal.pop();
    if (journalId !== undefined) undo(stage.house.sql, stage.house.actor, journalId, NOW);
  },
});

const contacts = (sql: Sql) => sql.prepare<[], { id: number; mergedIntoId: number | null }>('SELECT id, mergedIntoId FROM Contact').all();

describe('after any merges, splits, logs, notes, tags and undos', () => {
  it('everything derived is what a rebuild from nothing makes, and every identity hangs on somebody who is kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 4, arbitrary: merge }, split, { weight: 2, arbitrary: log }, mark, refresh, { weight: 2, arbitrary: takeBack }), { minLength: 2, maxLength: 14 }), async (deeds) => {
        const house = makeHouse(await freshDatabase());
        const { sql } = house;
        sql.pragma('synchronous = OFF');
        const people = [
          makePerson(house, 'Amara Okafor', everyDays(9, 5, { silent: 20 })), makePerson(house, 'Jun Sato', everyDays(30, 3, { silent: 4 })),
          makePerson(house, 'A. Okafor', [{ at: NOW - 3 * DAY, by: 'them', text: PITCH }]), makePerson(house, 'Nobody Spoke'),
        ];
        const stage: Stage = { house, people, journal: [] };
        for (const deed of deeds) deed.run(stage);
        for (const { id, mergedIntoId } of contacts(sql)) {
          const left = derivedOf(sql, id);
          const state = rebuildHealth(healthLog(sql, id), healthContext(sql).dayOf);
          expect(storedHealth(sql, id)).toEqual(state.last === null ? null : state);
          if (mergedIntoId !== null) expect(left).toEqual({ events: [], health: undefined, turns: [] });
          rebuildAll(sql, id, NOW);
          expect(derivedOf(sql, id)).toEqual(left);
        }
        const lost = sql.prepare('SELECT 1 FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE c.mergedIntoId IS NOT NULL').all();
        expect(lost).toEqual([]);
        expect(sql.prepare('SELECT count(*) FROM ContactIdentity h JOIN Identity n ON n.id = h.identityId AND n.contactId = h.contactId WHERE h.detachedAt IS NULL').pluck().get()).toBe(4);
      }),
      { numRuns: 40 },
    );
  });

  it('all merges undone, newest first, leave everybody as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(merge, refresh), { minLength: 1, maxLength: 8 }), async (deeds) => {
        const house = makeHouse(await freshDatabase());
        const { sql, actor } = house;
        sql.pragma('synchronous = OFF');
        const people = [makePerson(house, 'Amara Okafor', everyDays(9, 4)), makePerson(house, 'Jun Sato', everyDays(8, 2)), makePerson(house, 'A. Okafor'), makePerson(house, 'Kwame')];
        makeIdentity(sql, { key: 'someone-else' });
        for (const [index, { publicId }] of people.entries()) {
          addNote(sql, actor, { contact: publicId, text: `Note ${index}` }, NOW);
          tagContact(sql, actor, { contact: publicId, name: index % 2 === 0 ? 'even' : 'all' }, NOW);
        }
        const look = () => ({
          derived: people.map(({ id }) => derivedOf(sql, id)),
          contacts: sql.prepare('SELECT id, name, headline, stage, howMet, mergedIntoId, idealGapDays, restedAt FROM Contact ORDER BY id').all(),
          identities: sql.prepare('SELECT id, contactId FROM Identity ORDER BY id').all(),
          links: sql.prepare('SELECT id, contactId, identityId, how, detachedAt FROM ContactIdentity ORDER BY id').all(),
          tags: sql.prepare('SELECT contactId, tagId FROM ContactTag ORDER BY 1, 2').all(),
          notes: sql.prepare('SELECT id, contactId FROM Note ORDER BY id').all(),
          merges: sql.prepare('SELECT * FROM ContactMerge').all(),
        });
        const before = look();
        const stage: Stage = { house, people, journal: [] };
        for (const deed of deeds) deed.run(stage);
        for (const journalId of stage.journal.reverse()) expect(undo(sql, actor, journalId, NOW)?.partly).toBe(false);
        expect(look()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
