/** Today's rows are picked by SQLite; the rule is domain/conversations/rank.ts. Both have to agree. */
import { expect, it } from 'vitest';
import { MOST_ROWS } from '../../app/domain/conversations/day';
import { byWait, type Wait } from '../../app/domain/conversations/rank';
import { today } from '../../app/queries/today.server';
import { DAY, everyDays, makeHouse, makePerson, NOW } from '../factories/history';
import { freshDatabase } from '../setup/database';

it('shows the heaviest waits of all, in the order of the rule', async () => {
  const house = makeHouse(await freshDatabase());
  // Ties from none to close, waits from an hour to eighty days, in an order that is neither.
  for (let index = 0; index < MOST_ROWS + 15; index += 1) {
    const age = ((index * 37) % 80) * DAY + DAY / 24;
    const talked = (index * 13) % 5;
    makePerson(house, `Person ${index}`, [
      ...everyDays(6, 5 * talked, { silent: Math.ceil(age / DAY) + 3 }),
      { at: NOW - age - DAY, by: 'you' },
      { at: NOW - age, by: 'them' },
    ]);
  }
  const waits = house.sql
    .prepare<[], Wait & { id: number; conversation: string }>(
      `SELECT s.conversationId AS id, c.publicId AS conversation, s.turnSince AS since, h.tie
       FROM ConversationState s JOIN Conversation c ON c.id = s.conversationId JOIN ContactHealth h ON h.contactId = s.contactId WHERE s.turn = 'yours'`,
    )
    .all();
  expect(new Set(waits.map(({ tie }) => tie)).size).toBeGreaterThan(5);
  const view = today(house.sql, { now: NOW, zone: 'UTC', horizonDays: 90, minutesADay: 60, teammateId: house.actor.teammateId });
  const rows = view.groups.flatMap((group) => group.rows);
  expect(rows.map(({ conversation }) => conversation)).toEqual(byWait(waits, NOW).slice(0, rows.length).map(({ conversation }) => conversation));
  expect(rows).toHaveLength(MOST_ROWS);
});
