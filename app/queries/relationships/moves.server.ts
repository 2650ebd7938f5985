/** Who moved between states this month, and how many draw closer or drift. */
import type { Sql } from '../../db/connection.server';
import { HEALTH_STATES, type HealthStateName } from '../../domain/health';
import { dayName, firstDayOfMonth, monthOfDay } from '../../domain/relationships/calendar';
import { unpackMove, type Move } from '../../domain/relationships/move';
import type { PageMoment } from './moment.server';
import type { MovesView } from './view';

/** As the picture draws them, from the warmest to rest. */
const ORDER: readonly HealthStateName[] = [
  'Strong', 'Steady', 'Warming', 'New', 'Cooling', 'Fading', 'Light', 'One-sided: they write', 'One-sided: you write', 'Dormant',
];

export type CountedMove = Move & { people: number };

/** Everybody who was read. */
export function countMoves(sql: Sql): CountedMove[] {
  return sql
    .prepare<[], { key: number; people: number }>('SELECT "key", people FROM PastCount WHERE what = 1')
    .all()
    .map(({ key, people }) => ({ ...unpackMove(key), people }));
}

/** How many of those that hold. */
export function peopleOf(moves: readonly CountedMove[], holds: (move: CountedMove) => boolean = () => true): number {
  return moves.reduce((sum, move) => sum + (holds(move) ? move.people : 0), 0);
}

export function movesView(moves: readonly CountedMove[], { asOfDay, today }: PageMoment): MovesView {
  const nameOf = (state: number): HealthStateName => HEALTH_STATES[state] ?? 'Light';
  const states = ORDER.map((state) => ({
    state,
    before: peopleOf(moves, ({ from }) => from !== null && nameOf(from) === state),
    after: peopleOf(moves, ({ to }) => nameOf(to) === state),
  })).filter(({ before, after }) => before + after > 0);
  const flows = new Map<string, MovesView['flows'][number]>();
  for (const { from, to, people } of moves) {
    const key = `${from}.${to}`;
    const flow = flows.get(key) ?? { from: from === null ? null : nameOf(from), to: nameOf(to), people: 0 };
    flow.people += people;
    flows.set(key, flow);
  }
  return { since: dayName(firstDayOfMonth(monthOfDay(asOfDay)), today), states, flows: [...flows.values()] };
}
