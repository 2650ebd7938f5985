import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns } from '../../../app/domain/relationships/packed-plot';

const share = fc.integer({ min: 0, max: 100 });
const person = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9_-]{12}$/), name: fc.string(), health: share, tie: share, state: fc.integer({ min: 0, max: 9 }),
  healthBefore: fc.option(share, { nil: null }), tieBefore: fc.option(share, { nil: null }),
});

describe('the columns of the plot', () => {
  it('arrive as they were, whoever is called what', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), fc.array(fc.nat({ max: 19 })), (people, named) => {
        const columns = {
          ids: people.map(({ id }) => id), names: people.map(({ name }) => name), health: people.map(({ health }) => health),
          tie: people.map(({ tie }) => tie), state: people.map(({ state }) => state),
          healthBefore: people.map(({ healthBefore }) => healthBefore), tieBefore: people.map(({ tieBefore }) => tieBefore), named,
        };
        const names = columns.names.map((name) => name.replaceAll('\n', ' '));
        expect(unpackColumns(packColumns(columns))).toEqual({ ...columns, names });
      }),
    );
  });
});
