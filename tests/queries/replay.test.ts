import { beforeEach, describe, expect, it } from 'vitest';
import { fitWorkspace } from '../../app/db/derive/workspace-fit.server';
import { replayInBrief, replayInFull } from '../../app/queries/replay.server';
import { countStatements } from '../factories/count-statements';
import { everyDays, makeHouse, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

const HERE = { zone: 'UTC', now: NOW };
let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

function fill(count: number): void {
  weekly(0, count);
  house.sql.transaction(() => {
    makePerson(house, 'Nadia Surprise', everyDays(150, 3, { silent: 5 }));
    makePerson(house, 'Quiet Ones', everyDays(9, 5, { silent: 200 }));
  })();
  fitWorkspace(house.sql, NOW);
}

/** People who write every week. */
function weekly(from: number, to: number): void {
  house.sql.transaction(() => {
    for (let index = from; index < to; index += 1) makePerson(house, `Weekly ${index}`, everyDays(7, 40, { silent: index % 6 }));
  })();
}

describe('the replay', () => {
  it('is not there before three months of both sides are', () => {
    expect(replayInBrief(house.sql)).toBeNull();
    fitWorkspace(house.sql, NOW);
    expect(replayInFull(house.sql, HERE)).toBeNull();
  });

  it('says whom Kith would have named in each of three months, and who wrote', () => {
    fill(6);
    const replay = replayInFull(house.sql, HERE);
    expect(replay?.months.map(({ title }) => title)).toEqual(['24 Oct to 23 Nov', '24 Sep to 24 Oct', '25 Aug to 24 Sep']);
    const [latest] = replay?.months ?? [];
    expect(latest?.people).toBe(8);
    expect(latest?.named.filter(({ wrote }) => wrote).map(({ name }) => name).toSorted()).toEqual(Array.from({ length: 6 }, (_, index) => `Weekly ${index}`));
    expect(latest?.surprises.map(({ name }) => name)).toEqual(['Nadia Surprise']);
    expect(latest?.tally).toEqual({ named: latest?.named.length, namedWrote: 6, surprises: 1 });
    expect(replay?.sentence).toMatch(/given \d+ names of people likely to write/);
    expect(replayInBrief(house.sql)).toEqual({ sentence: replay?.sentence, surprise: replay?.surprise, tilt: replay?.tilt });
  });

  it('leaves out who was removed, lists a hundred of many, and asks the same number of questions', () => {
    fill(6);
    const few = countStatements(house.sql, () => replayInFull(house.sql, HERE));
    house.sql.prepare(`UPDATE Contact SET deletedAt = 1 WHERE name = 'Weekly 0'`).run();
    const [month] = replayInFull(house.sql, HERE)?.months ?? [];
    expect(month?.named.map(({ name }) => name)).not.toContain('Weekly 0');
    weekly(6, 120);
    fitWorkspace(house.sql, NOW);
    const many = countStatements(house.sql, () => replayInFull(house.sql, HERE));
    expect(many).toEqual(few);
    expect(replayInFull(house.sql, HERE)?.months[0]?.named).toHaveLength(100);
    expect(replayInFull(house.sql, HERE)?.months[0]?.tally.named).toBeGreaterThan(100);
  });
});
