import { beforeEach, describe, expect, it } from 'vitest';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { peopleList, PEOPLE_PAGE, type PeopleSort } from '../../app/queries/people-list.server';
import { peopleSearch } from '../../app/queries/people-search.server';
import { countStatements } from '../factories/count-statements';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const list = (sort: PeopleSort = 'last', after: string | null = null) => peopleList(house.sql, { sort, after, zone: 'UTC', now: NOW });

function everybody(sort: PeopleSort): string[] {
  const names: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = list(sort, after ?? null);
    names.push(...page.rows.map(({ name }) => name));
    after = page.next;
  }
  return names;
}

describe('everybody the user keeps', () => {
  it('shows each with state, health, pulse, last word and tags', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 12, { silent: 4 }), { title: 'Producer' });
    for (const name of ['podcast', 'press', 'radio']) tagContact(house.sql, house.actor, { contact: leila.publicId, name }, NOW);
    expect(list().rows[0]).toMatchObject({
      name: 'Leila Haddad', platforms: ['linkedin'], stage: 'in_conversation', tags: ['podcast', 'press'], moreTags: 1,
      lastWord: { at: NOW - 4 * DAY, text: 'Leila, 4 days', yourTurn: true },
    });
    expect(list().rows[0]?.health).toBeGreaterThan(0);
    expect(list().rows[0]?.pulse?.themPath).not.toBe('');
  });

  it('says "met" of a meeting, and the last word again once something is written', () => {
    const leila = makePerson(house, 'Leila Haddad', [{ at: NOW - 5 * DAY, by: 'them' }]);
    const log = (kind: 'meeting' | 'message', direction: 'in' | 'out', occurredAt: number) =>
      logInteraction(house.sql, house.actor, { place: { contact: leila.publicId }, kind, direction, text: 'Hello', occurredAt, precision: 'day' }, NOW);
    log('meeting', 'in', NOW - 2 * DAY);
    expect(list().rows[0]?.lastWord).toMatchObject({ at: NOW - 2 * DAY, text: 'Met, 2 days' });
    log('message', 'out', NOW - DAY);
    expect(list().rows[0]?.lastWord).toMatchObject({ at: NOW - DAY, text: 'You, 1 day' });
  });

  it('says nobody wrote where somebody only liked something', () => {
    makePerson(house, 'Leila Haddad', [{ at: NOW - 5 * DAY, by: 'them', kind: 'like' }]);
    expect(list().rows[0]?.lastWord.text).toBe('In touch, 5 days');
  });

  it('says who was added and never spoke with', () => {
    makePerson(house, 'Nobody Yet');
    expect(list().rows[0]).toMatchObject({ state: null, health: null, pulse: null, lastWord: { text: 'Added, 13 months', yourTurn: false } });
  });

  it('sorts by the newest word of either side, by name, by health', () => {
    makePerson(house, 'amara', everyDays(5, 30, { silent: 40 }));
    makePerson(house, 'Zoë', everyDays(9, 20, { silent: 0 }));
    makePerson(house, 'Bea', [{ at: NOW - 3 * DAY, by: 'you' }]);
    makePerson(house, 'Carl');
    expect(everybody('last')).toEqual(['Zoë', 'Bea', 'amara', 'Carl']);
    expect(everybody('name')).toEqual(['amara', 'Bea', 'Carl', 'Zoë']);
    expect(everybody('health').at(0)).toBe('Zoë');
    expect(everybody('health').at(-1)).toBe('Carl');
  });

  it.each<PeopleSort>(['last', 'name', 'health'])('pages by %s without losing or repeating anybody', (sort) => {
    for (let index = 0; index < 2 * PEOPLE_PAGE + 7; index += 1) {
      // Many share a last word and a health, and some a name.
      makePerson(house, `Person ${index % 60}`, index % 3 === 0 ? [] : [{ at: NOW - (index % 4) * DAY, by: 'them' }], { key: `p${index}` });
    }
    const ids: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = list(sort, after ?? null);
      ids.push(...page.rows.map(({ publicId }) => publicId));
      after = page.next;
    }
    expect(ids).toHaveLength(2 * PEOPLE_PAGE + 7);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', 'x', '12', '1.', '.5', '1.nonsense', '99999999999999999999.1'])('begins at the top for an end it does not know: %s', (after) => {
    makePerson(house, 'Leila Haddad', everyDays(9, 2));
    expect(list('last', after).rows).toHaveLength(1);
  });

  it('leaves out who was removed or merged', () => {
    const [leila, amara] = [makePerson(house, 'Leila'), makePerson(house, 'Amara')];
    house.sql.prepare('UPDATE Contact SET deletedAt = 1 WHERE id = ?').run(leila.id);
    const twin = makePerson(house, 'Amara O.');
    house.sql.prepare('UPDATE Contact SET mergedIntoId = ? WHERE id = ?').run(amara.id, twin.id);
    expect(everybody('name')).toEqual(['Amara']);
  });

  it('asks as often for fifty people as for one, listed or found', () => {
    makePerson(house, 'Person 0', everyDays(9, 3));
    const one = [countStatements(house.sql, () => list()), countStatements(house.sql, () => peopleSearch(house.sql, 'person', { zone: 'UTC', now: NOW }))];
    for (let index = 1; index < 60; index += 1) makePerson(house, `Person ${index}`, everyDays(9, 3), { key: `p${index}` });
    const many = [countStatements(house.sql, () => list()), countStatements(house.sql, () => peopleSearch(house.sql, 'person', { zone: 'UTC', now: NOW }))];
    expect(many).toEqual(one);
    expect(Math.max(...many)).toBeLessThanOrEqual(11);
  });
});
