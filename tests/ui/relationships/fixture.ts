/** A page of invented people, and crowds as large as wanted; the same every time. */
import { HEALTH_STATES, type HealthStateName } from '../../../app/domain/health/states';
import type { Plot, RelationshipsView } from '../../../app/ui/relationships/types';

type Row = [name: string, state: HealthStateName, health: number, before: number | null, tie: number, tieBefore: number | null];

const PEOPLE: readonly Row[] = [
  ['Aroha Ngata', 'Steady', 79, 78, 94, 94], ['Leila Haddad', 'Strong', 88, 85, 90, 88], ['Amara Okafor', 'Fading', 54, 73, 85, 86],
  ['Jun Park', 'Strong', 91, 89, 80, 79], ['Ingrid Solheim', 'Cooling', 61, 73, 70, 70], ['Gwen Parry', 'Fading', 47, 63, 58, 60],
  ['Mateus Oliveira', 'Warming', 68, 50, 55, 48], ['Ilse van der Meer', 'Dormant', 22, 25, 52, 55], ['Kwame Boateng', 'Warming', 71, 49, 44, 38],
  ['Yara Haddad', 'One-sided: they write', 41, 45, 36, 36], ['Wren Ash', 'New', 58, null, 12, null], ['Otto Lindqvist', 'Light', 9, 9, 26, 26],
];

const flowsOf: RelationshipsView['moves']['flows'] = [
  { from: 'Strong', to: 'Strong', people: 31 }, { from: 'Steady', to: 'Strong', people: 3 }, { from: 'Steady', to: 'Cooling', people: 4 },
  { from: 'Steady', to: 'Steady', people: 36 }, { from: 'Cooling', to: 'Fading', people: 1 }, { from: null, to: 'New', people: 2 },
];

function plotOf(rows: readonly Row[], named: readonly number[]): Plot {
  return {
    total: rows.length, closer: 27, drifting: 11, named,
    ids: rows.map((_, index) => `p${index}`),
    names: rows.map(([name]) => name),
    state: rows.map(([, state]) => HEALTH_STATES.indexOf(state)),
    health: rows.map(([, , health]) => health),
    healthBefore: rows.map(([, , , before]) => before),
    tie: rows.map(([, , , , tie]) => tie),
    tieBefore: rows.map(([, , , , , before]) => before),
  };
}

/** A full page. */
export const VIEW: RelationshipsView = {
  headline: 'More people are drawing closer than drifting.',
  asOf: null,
  people: PEOPLE.length,
  plot: plotOf(PEOPLE, [2, 1, 8, 3, 5, 4, 10, 6, 9, 7, 0]),
  moves: {
    since: '1 November',
    states: [
      { state: 'Strong', before: 31, after: 34 }, { state: 'Steady', before: 43, after: 36 }, { state: 'New', before: 0, after: 2 },
      { state: 'Cooling', before: 1, after: 4 }, { state: 'Fading', before: 0, after: 1 },
    ],
    flows: flowsOf,
  },
  replies: {
    theirs: { median: '11 h', answers: [9, 17, 24, 21, 15, 8, 4, 3] },
    yours: { median: '9 h', answers: [6, 14, 28, 24, 13, 9, 0, 7] },
  },
  retention: {
    columns: 5,
    cohorts: [
      { month: 'June', key: '2026-06', people: 31, shares: [84, 77, 74, 71, 71] },
      { month: 'October', key: '2026-10', people: 28, shares: [86, null, null, null, null] },
    ],
  },
  reach: {
    people: 312, sentence: '312 people answered, wrote, bought or met you in the last 90 days.',
    past: [240, 244, 243, 251, 262, 261, 270, 275, 284, 288, 300, 312], trend: '24 more than in August',
    audience: 'Platforms count an audience of 18,940. It changes nothing above.',
  },
  replay: {
    sentence: 'Asked as each of the last three months began, Kith would have given 36 names of people likely to write. 31 of them wrote.',
    surprise: '5 times somebody wrote whom it would not have named.',
    tilt: 'Your people answer about as often as most.',
  },
};

const FIRST = ['Ana', 'Bo', 'Cleo', 'Dina', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jade', 'Karl', 'Lena', 'Milo', 'Nora'];
const LAST = ['Adeyemi', 'Brandt', 'Castellanos', 'Dragomir', 'Eriksen', 'Fontaine', 'Grünwald', 'Hashimoto', 'Ivanova'];

/** So many people of every state, spread over the plot; two thirds of them moved. */
export function crowd(count: number): RelationshipsView {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % most;
  };
  const rows = Array.from({ length: count }, (_, index): Row => {
    const [health, tie] = [next(101), next(101)];
    const moved = next(3) > 0;
    const name = `${FIRST[next(FIRST.length)]} ${LAST[next(LAST.length)]} ${index}`;
    return [name, HEALTH_STATES[next(HEALTH_STATES.length)] ?? 'Light', health, moved ? next(101) : health, tie, moved ? next(101) : tie];
  });
  const plot = plotOf(rows, Array.from({ length: 14 }, (_, index) => index * 7).filter((person) => person < count));
  return { ...VIEW, people: count, plot };
}
