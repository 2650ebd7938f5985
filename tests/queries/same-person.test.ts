/** What is asked after an import, and what becomes of it by a yes, a no, an undo and further imports. */
import { beforeEach, describe, expect, it } from 'vitest';
import { acceptSuggestion } from '../../app/commands/accept-suggestion.server';
import { dismissSuggestion } from '../../app/commands/dismiss-suggestion.server';
import { splitContact } from '../../app/commands/split-contact.server';
import { undo } from '../../app/commands/undo.server';
import type { Sql } from '../../app/db/connection.server';
import { person } from '../../app/queries/person.server';
import { samePerson, samePersonCount } from '../../app/queries/same-person.server';
import { bring, someone, takeBack, wrote } from '../factories/bring';
import { makeHouse, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
let sql: Sql;
beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  sql = house.sql;
});

const leila = someone('linkedin', 'leila-haddad', { displayName: 'Leila Haddad', company: 'Loom', title: 'Producer' });
const byMail = someone('email', 'leila.haddad@mail.example', { displayName: 'Leila Haddad' });
const onX = someone('x', 'leilahaddad', { displayName: 'Leila H' });

const ask = () => samePerson(sql, 50);
function only() {
  const { pairs } = ask();
  const [pair] = pairs;
  if (!pair || pairs.length > 1) throw new Error(`${pairs.length} questions`);
  return { pair, left: pair.left.identity, right: pair.right.identity };
}
const page = (publicId: string) => person(sql, { publicId, show: null, zone: 'UTC', now: NOW });
const shown = (publicId: string) => {
  const answer = page(publicId);
  return answer?.is === 'person' ? answer.person : null;
};

it('says who, why, how surely, and what tells them apart', () => {
  bring(sql, 'linkedin', wrote(leila));
  bring(sql, 'email', wrote(byMail));
  expect(ask()).toEqual({
    total: 1,
    pairs: [{
      id: expect.any(String), certainty: 'Likely', reasons: ['Same name.', 'leila.haddad@mail.example carries the name.'], against: [],
      left: { contact: expect.any(String), identity: expect.any(String), name: 'Leila Haddad', platforms: ['linkedin'], detail: '@leila-haddad · Producer, Loom' },
      right: { contact: expect.any(String), identity: expect.any(String), name: 'Leila Haddad', platforms: ['email'], detail: 'leila.haddad@mail.example' },
    }],
  });
});

it('asks about the audience too, where one of the two is a person', () => {
  bring(sql, 'linkedin', wrote(leila));
  bring(sql, 'x', [onX]);
  expect(only().pair.right).toMatchObject({ contact: null, name: 'Leila H', detail: '@leilahaddad' });
});

describe('a yes', () => {
  it('makes one person, whose other address leads there, and comes back by undo', () => {
    bring(sql, 'linkedin', wrote(leila));
    bring(sql, 'email', wrote(byMail));
    const { pair, left, right } = only();
    const done = acceptSuggestion(sql, house.actor, { left, right }, NOW);
    expect(ask()).toEqual({ pairs: [], total: 0 });
    const kept = done.result ?? '';
    const gone = pair.left.contact === kept ? pair.right.contact : pair.left.contact;
    expect(page(gone ?? '')).toEqual({ is: 'merged', into: kept });
    expect(shown(kept)?.timeline.items).toHaveLength(2);
    expect(shown(kept)?.known.map(({ label, since }) => [label, since])).toEqual([
      ['Leila Haddad', 'With them since 23 November 2026'], ['leila.haddad@mail.example', 'Joined on 23 November 2026: you said so'],
    ]);
    expect(shown(kept)?.merged.map(({ words }) => words)).toEqual(['Leila Haddad, a person of their own until 23 November 2026']);
    expect(sql.prepare(`SELECT confidence FROM ContactIdentity WHERE how = 'suggestion'`).pluck().get()).toBeCloseTo(0.73, 1);
    undo(sql, house.actor, done.journalId, NOW);
    expect(samePersonCount(sql)).toBe(1);
    expect(shown(gone ?? '')?.timeline.items).toHaveLength(1);
  });

  it('is taken back on the page years and imports later, and then counts as a no', () => {
    bring(sql, 'linkedin', wrote(leila));
    bring(sql, 'email', wrote(byMail));
    const { left, right } = only();
    const kept = acceptSuggestion(sql, house.actor, { left, right }, NOW).result ?? '';
    bring(sql, 'email', [...wrote({ ...byMail, displayName: 'Leila H. Haddad' }, 1), ...wrote({ ...leila, title: 'Director' }, 2)]);
    splitContact(sql, house.actor, { contact: kept, identity: right }, NOW + 10 ** 11);
    const names = sql.prepare('SELECT name FROM Contact WHERE mergedIntoId IS NULL ORDER BY id').pluck().all();
    expect(names).toHaveLength(2);
    expect(samePersonCount(sql)).toBe(0);
    bring(sql, 'linkedin', wrote({ ...leila, title: 'Chair' }));
    expect(samePersonCount(sql)).toBe(0);
  });

  it('to a profile of the audience hangs it on the person', () => {
    bring(sql, 'linkedin', wrote(leila));
    bring(sql, 'x', [onX]);
    const { left, right } = only();
    const done = acceptSuggestion(sql, house.actor, { left, right }, NOW);
    expect(shown(done.result ?? '')?.identities.map(({ platform }) => platform)).toEqual(['linkedin', 'x']);
    undo(sql, house.actor, done.journalId, NOW);
    expect(only().pair.right.contact).toBeNull();
  });
});

describe('a no', () => {
  it('is remembered across imports, and for people who come again', () => {
    const first = bring(sql, 'linkedin', wrote(leila));
    const second = bring(sql, 'email', wrote(byMail));
    const { left, right } = only();
    const done = dismissSuggestion(sql, house.actor, { left, right }, NOW);
    expect(ask()).toEqual({ pairs: [], total: 0 });
    bring(sql, 'email', wrote({ ...byMail, displayName: 'Leila S. Haddad' }, 1));
    expect(samePersonCount(sql)).toBe(0);
    for (const run of [second, first]) takeBack(sql, run);
    bring(sql, 'email', wrote(byMail));
    bring(sql, 'linkedin', wrote(leila));
    expect(samePersonCount(sql)).toBe(0);
    undo(sql, house.actor, done.journalId, NOW);
    bring(sql, 'linkedin', wrote({ ...leila, title: 'Director' }));
    expect(samePersonCount(sql)).toBe(1);
  });

  it('of one place holds for every place of the two', () => {
    bring(sql, 'linkedin', wrote(leila));
    bring(sql, 'email', wrote(byMail));
    const { left, right } = only();
    const kept = acceptSuggestion(sql, house.actor, { left, right }, NOW).result;
    bring(sql, 'x', wrote(onX));
    const next = only();
    dismissSuggestion(sql, house.actor, { left: next.left, right: next.right }, NOW);
    expect(kept).not.toBeNull();
    expect(sql.prepare('SELECT count(*) FROM DifferentPeople').pluck().get()).toBe(2);
    bring(sql, 'x', wrote({ ...onX, displayName: 'Leila Haddad' }, 1));
    expect(samePersonCount(sql)).toBe(0);
  });
});

it('lets an import that is taken back take its questions along', () => {
  bring(sql, 'linkedin', wrote(leila));
  takeBack(sql, bring(sql, 'email', wrote(byMail)));
  expect(samePersonCount(sql)).toBe(0);
  expect(sql.prepare('SELECT count(*) FROM SamePersonGuess').pluck().get()).toBe(0);
});
