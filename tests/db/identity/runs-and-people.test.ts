/** Imports that join by themselves, what the user says of the same people, and all of it taken back in whatever order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dismissSuggestion } from '../../../app/commands/dismiss-suggestion.server';
import { mergeContacts } from '../../../app/commands/merge-contacts.server';
import { splitContact } from '../../../app/commands/split-contact.server';
import { undo } from '../../../app/commands/undo.server';
import type { Sql } from '../../../app/db/connection.server';
import { healthContext, healthLog, storedHealth } from '../../../app/db/derive/contact-health.server';
import { isRefused } from '../../../app/db/identity/refusals.server';
import { GoneError } from '../../../app/db/transact.server';
import type { CanonicalRecord, IdentityRecord, Platform } from '../../../app/domain/activity';
import { rebuildHealth } from '../../../app/domain/health';
import { bring, someone, takeBack, wrote } from '../../factories/bring';
import { derivedOf, makeHouse, NOW, rebuildAll, type House } from '../../factories/history';
import { freshDatabase } from '../../setup/database';

/** Four people, each known in up to three places that share an address or a number. */
const FACTS = ['a', 'b', 'c', 'd'].map((one, index) => ({ email: `${one}@mail.example`, phone: `+35191234567${index}` }));
const PLACES: IdentityRecord[] = FACTS.flatMap(({ email, phone }, index) => [
  someone('linkedin', `slug-${index}`, { displayName: `Person ${index}`, email }), someone('email', email, { displayName: `Person ${index}` }),
  someone('x', `handle${index}`, { email, phone }), someone('whatsapp', phone, { displayName: `P. ${index}` }),
]);

interface Stage {
  house: House;
  runs: number[];
  journal: string[];
}
type Deed = (stage: Stage) => void;

const publicIds = (sql: Sql) => sql.prepare<[], string>('SELECT publicId FROM Identity WHERE id NOT IN (SELECT identityId FROM OwnIdentity) ORDER BY platform, key').pluck().all();
const contacts = (sql: Sql) => sql.prepare<[], string>('SELECT publicId FROM Contact WHERE mergedIntoId IS NULL ORDER BY id').pluck().all();
const pick = <One>(from: readonly One[], index: number): One | undefined => from[index % Math.max(1, from.length)];

function say(stage: Stage, command: () => { journalId: string | null }) {
  try {
    const { journalId } = command();
    if (journalId !== null) stage.journal.push(journalId);
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
  }
}

const importing = fc.tuple(fc.constantFrom<Platform>('linkedin', 'email', 'x', 'whatsapp'), fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 3 })).map(
  ([platform, who]): Deed => (stage) => {
    const records = who.flatMap(([index, spoke]): CanonicalRecord[] => {
      const place = PLACES.filter((one) => one.platform === platform)[index];
      return place ? (spoke ? wrote(place) : [place]) : [];
    });
    stage.runs.push(bring(stage.house.sql, platform, records));
  },
);
const takingBack = fc.nat().map((index): Deed => (stage) => {
  const [run] = stage.runs.splice(index % Math.max(1, stage.runs.length), 1);
  if (run !== undefined) takeBack(stage.house.sql, run);
});
const two = fc.tuple(fc.nat(), fc.nat());
const merging = two.map(([a, b]): Deed => (stage) => {
  const { sql, actor } = stage.house;
  const [one, other] = [pick(contacts(sql), a), pick(contacts(sql), b)];
  if (one && other) say(stage, () => mergeContacts(sql, actor, { contact: one, with: { contact: other }, how: 'by_hand' }, NOW));
});
const refusing = two.map(([a, b]): Deed => (stage) => {
  const { sql, actor } = stage.house;
  const [left, right] = [pick(publicIds(sql), a), pick(publicIds(sql), b)];
  if (left && right) say(stage, () => dismissSuggestion(sql, actor, { left, right }, NOW));
});
const splitting = fc.nat().map((a): Deed => (stage) => {
  const { sql, actor } = stage.house;
  const identity = pick(publicIds(sql), a);
  const contact = identity && sql.prepare<[string], string>('SELECT c.publicId FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE n.publicId = ?').pluck().get(identity);
  if (identity && contact) say(stage, () => splitContact(sql, actor, { contact, identity }, NOW));
});
const undoing = fc.constant<Deed>((stage) => {
  const journalId = stage.journal.pop();
  if (journalId !== undefined) undo(stage.house.sql, stage.house.actor, journalId, NOW);
});

function holds(sql: Sql): void {
  const rows = sql.prepare<[], { id: number; mergedIntoId: number | null }>('SELECT id, mergedIntoId FROM Contact').all();
  for (const { id } of rows) {
    const left = derivedOf(sql, id);
    const state = rebuildHealth(healthLog(sql, id), healthContext(sql).dayOf);
    expect(storedHealth(sql, id)).toEqual(state.last === null ? null : state);
    rebuildAll(sql, id, NOW);
    expect(derivedOf(sql, id)).toEqual(left);
  }
  const none = (query: string) => expect(sql.prepare(query).all()).toEqual([]);
  none('SELECT n.id FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE c.mergedIntoId IS NOT NULL');
  none('SELECT e.contactId FROM ContactEvent e JOIN Contact c ON c.id = e.contactId WHERE c.mergedIntoId IS NOT NULL');
  none(`SELECT n.id FROM Identity n WHERE n.contactId IS NOT NULL
    AND 1 <> (SELECT count(*) FROM ContactIdentity h WHERE h.identityId = n.id AND h.contactId = n.contactId AND h.detachedAt IS NULL)`);
  none('SELECT h.id FROM ContactIdentity h JOIN Identity n ON n.id = h.identityId WHERE h.detachedAt IS NULL AND n.contactId IS NOT h.contactId');
  // Nobody is one person with somebody they were said not to be, unless the user joined them.
  for (const { a, b } of sql.prepare<[], { a: number; b: number }>('SELECT a.id AS a, b.id AS b FROM Identity a JOIN Identity b ON b.contactId = a.contactId AND b.id > a.id').all()) {
    if (isRefused(sql, [a], [b])) expect(sql.prepare(`SELECT 1 FROM ContactMerge WHERE importRunId IS NULL`).get()).toBeDefined();
  }
}

it('every identity hangs where its links say, nothing hangs on a tombstone, and what is derived is what the log gives', async () => {
  const deed = fc.oneof({ weight: 4, arbitrary: importing }, { weight: 2, arbitrary: takingBack }, merging, refusing, splitting, undoing);
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 12 }), async (deeds) => {
      const stage: Stage = { house: makeHouse(await freshDatabase()), runs: [], journal: [] };
      const { sql, actor } = stage.house;
      sql.pragma('synchronous = OFF');
      for (const one of deeds) one(stage);
      holds(sql);
      for (const journalId of stage.journal.reverse()) undo(sql, actor, journalId, NOW);
      holds(sql);
      for (const run of stage.runs.reverse()) takeBack(sql, run);
      holds(sql);
    }),
    { numRuns: 30 },
  );
}, 120_000);
