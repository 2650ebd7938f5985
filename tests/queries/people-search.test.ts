import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { peopleSearch } from '../../app/queries/people-search.server';
import { connect, everyDays, makeHouse, makeIdentity, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const find = (typed: string) => peopleSearch(house.sql, typed, { zone: 'UTC', now: NOW });
const names = (typed: string) => [...find(typed).people.map(({ name }) => name), ...find(typed).audience.map(({ name }) => `(${name})`)];

describe('finding anyone', () => {
  beforeEach(() => {
    makePerson(house, 'Leila Haddad', everyDays(9, 12), { email: 'leila@radio.example', company: 'Radio Nord' });
    makePerson(house, 'Zoë Müller', everyDays(30, 2), { key: 'zoe', handle: 'slow.clay' });
    makePerson(house, "Conor O'Neill", everyDays(5, 20), { key: 'conor' });
    makePerson(house, '田中 花子', [], { key: 'hanako' });
    const quiet = makeIdentity(house.sql, { key: 'leila-b', displayName: 'Leila Benali', title: 'Editor', company: 'Northwind' });
    connect(house, quiet, Date.UTC(2023, 1, 14));
    makeIdentity(house.sql, { key: 'slowclay', platform: 'x', handle: 'slowclay', displayName: 'Slow Clay Studio' });
  });

  it.each([
    ['a name', 'Leila Haddad', ['Leila Haddad']],
    ['beginnings of words, in any order', 'had lei', ['Leila Haddad']],
    ['people before the audience', 'leila', ['Leila Haddad', '(Leila Benali)']],
    ['whatever the case', 'LEILA haddad', ['Leila Haddad']],
    ['without its accents', 'zoe muller', ['Zoë Müller']],
    ['with accents it does not have', 'Léila Haddád', ['Leila Haddad']],
    ['with accents typed as two characters', 'Zoe\u0308', ['Zoë Müller']],
    ['an address', 'leila@radio.example', ['Leila Haddad']],
    ['the beginning of an address', 'leila@rad', ['Leila Haddad']],
    ['a handle with its @', '@slowclay', ['(Slow Clay Studio)']],
    ['a handle with dots', '@slow.cl', ['Zoë Müller', '(Slow Clay Studio)']],
    ['a company', 'northwind', ['(Leila Benali)']],
    ['an apostrophe', "o'neill", ["Conor O'Neill"]],
    ['another script', '田中', ['田中 花子']],
    ['one letter', 'l', ['Leila Haddad', '(Leila Benali)']],
    ['white space around', '  haddad \n', ['Leila Haddad']],
    ['a word that nobody has', 'leila nobody', []],
    ['the user themself', 'carvalho', []],
  ])('%s: %s', (_, typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });

  it('puts the stronger tie first', () => {
    makePerson(house, 'Conor Byrne', everyDays(200, 2), { key: 'conor-b' });
    expect(names('conor')).toEqual(["Conor O'Neill", 'Conor Byrne']);
  });

  it('says how somebody of the audience is known', () => {
    expect(find('benali').audience[0]).toMatchObject({ platform: 'linkedin', work: 'Editor, Northwind', relation: 'Connected since Feb 2023' });
  });

  it.each([
    ['nothing', ''], ['white space', ' \t '], ['a quote', '"'], ['quotes', '"" OR ""'], ['a star', '*'], ['a colon', 'name:'],
    ['operators', 'AND OR NOT NEAR'], ['brackets', '(('], ['a minus', '-leila-'], ['a caret', '^'], ['an emoji', '🦊'], ['NUL', '\0'],
    ['half an emoji', '\ud83e'], ['SQL', `'; DROP TABLE Contact; --`], ['column filter', '{name} : x'], ['NEAR', 'NEAR(a b, 2)'],
    ['500 characters', 'x'.repeat(500)], ['500 words', 'a '.repeat(500)], ['backslashes', '\\"\\'], ['percent', '%_%'],
  ])('takes %s calmly', (_, typed) => {
    expect(() => find(typed)).not.toThrow();
    expect(house.sql.prepare('SELECT count(*) FROM Contact').pluck().get()).toBe(4);
  });

  it('takes anything calmly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => void find(typed)));
  });

  it('words that are operators elsewhere are words here', () => {
    makePerson(house, 'Near And Or', [], { key: 'near' });
    expect(names('near and')).toEqual(['Near And Or']);
    expect(names('NOT')).toEqual([]);
  });

  it('leaves out who was removed', () => {
    house.sql.prepare(`UPDATE Contact SET deletedAt = 1 WHERE name LIKE 'Leila%'`).run();
    expect(find('haddad').people).toEqual([]);
  });
});
