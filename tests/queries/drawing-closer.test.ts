import { beforeEach, describe, expect, it } from 'vitest';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { undo } from '../../app/commands/undo.server';
import { refreshDerived, sweepDerived } from '../../app/db/derive/refresh-derived.server';
import { drawingCloser } from '../../app/queries/drawing-closer.server';
import { relationships } from '../../app/queries/relationships.server';
import { countStatements } from '../factories/count-statements';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House, type Person, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const look = () => drawingCloser(house.sql);
const settle = () => {
  while (sweepDerived(house.sql, NOW));
};
/** Hardly a word for months, and lately one a day from each side. */
const rises = (name: string) => {
  const lately = Array.from({ length: 19 }, (_, index) => NOW - (20 - index) * DAY).flatMap((at): Said[] => [{ at, by: 'them' }, { at: at + 5 * (DAY / 24), by: 'you' }]);
  return makePerson(house, name, [...everyDays(60, 4, { silent: 60 }), ...lately]);
};
const wrote = ({ conversation }: Person, direction: 'in') =>
  logInteraction(house.sql, house.actor, { place: { conversation }, kind: 'message', direction, text: 'Hello', occurredAt: NOW, precision: 'second' }, NOW);

describe('who is drawing closer', () => {
  it('is nobody in an empty house, and nobody where all goes as it did', () => {
    expect(look()).toBeNull();
    makePerson(house, 'Stella Steady', everyDays(9, 40, { silent: 4 }));
    makePerson(house, 'Freya Fresh', [{ at: NOW - 9 * DAY, by: 'them' }, { at: NOW - 8 * DAY, by: 'you' }]);
    settle();
    expect(look()).toBeNull();
  });

  it('is named where it is one, and leads to their page', () => {
    const { publicId } = rises('Leila Haddad');
    makePerson(house, 'Stella Steady', everyDays(9, 40, { silent: 4 }));
    settle();
    expect(look()).toEqual({ words: 'Leila is drawing closer', to: `/people/${publicId}` });
  });

  it('is as many as Relationships counts, with the list of them', () => {
    for (const name of ['Leila Haddad', 'Mateus Oliveira', 'Jun Park']) rises(name);
    settle();
    expect(relationships(house.sql, { zone: 'UTC', now: NOW }).plot.closer).toBe(3);
    expect(look()).toEqual({ words: 'Three people are drawing closer', to: '/relationships/people?closer=1' });
  });

  it('is said at once, with the word that makes it, and taken back with it', () => {
    const noor = makePerson(house, 'Noor Siddiqui', everyDays(30, 4, { silent: 75 }));
    settle();
    expect(look()).toBeNull();
    const { journalId } = wrote(noor, 'in');
    expect(look()?.words).toBe('Noor is drawing closer');
    undo(house.sql, house.actor, journalId, NOW);
    expect(look()).toBeNull();
  });

  it('leaves out whoever was removed, and costs the same for many', () => {
    const [leila] = ['Leila Haddad', 'Mateus Oliveira', 'Jun Park'].map(rises);
    settle();
    const few = countStatements(house.sql, look);
    for (let index = 0; index < 6; index += 1) rises(`Person ${index}`);
    settle();
    expect(look()?.words).toBe('Nine people are drawing closer');
    expect(countStatements(house.sql, look)).toBe(few);
    house.sql.prepare('UPDATE Contact SET deletedAt = 1 WHERE id = ?').run(leila?.id);
    refreshDerived(house.sql, { contacts: new Map([[leila?.id ?? 0, null]]), conversations: [] }, NOW);
    expect(look()?.words).toBe('Eight people are drawing closer');
  }, 60_000);
});
