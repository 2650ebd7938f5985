import { describe, expect, it } from 'vitest';
import { stateOf, type HealthStateName, type StateFacts } from '../../../app/domain/health';

/** Somebody steady: established, two-sided, with a rhythm and on time. Each row says what differs. */
const steady: StateFacts = {
  health: 50, age: 400, days: 20, theirSilence: 5, silenceOut: 5, overIn: 0, trend: 0, rhythm: true, grey: false, owed: false,
  youWriteOnly: false, theyWriteOnly: false, seesIn: true, seesOut: true, seesAll: true, newSource: false,
};

const cooling = { overIn: Math.log(1.5) + 1e-9, theirSilence: 7.001 };
const fading = { overIn: Math.log(3) + 1e-9, theirSilence: 21.001, health: 54 };
const warming = { trend: 0.4001 };
const dormant = { grey: true, theirSilence: 91, silenceOut: 90.001 };
const young = { age: 30, days: 3, health: 30 };
const unseen = { seesIn: false, rhythm: false };

type Row = [says: string, differs: Partial<StateFacts>, state: HealthStateName];

const TABLE: Row[] = [
  ['nothing special', {}, 'Steady'],

  ['health at 70', { health: 70 }, 'Strong'],
  ['health just below 70', { health: 69 }, 'Steady'],
  ['strong wins over every rule below', { ...dormant, ...young, ...fading, youWriteOnly: true, health: 70 }, 'Strong'],

  ['grey, and you wrote just over 90 days ago', dormant, 'Dormant'],
  ['grey, and you never wrote', { ...dormant, silenceOut: null }, 'Dormant'],
  ['grey, and you wrote 90 days ago', { ...dormant, silenceOut: 90 }, 'One-sided: you write'],
  ['not grey, however long', { ...dormant, grey: false }, 'Steady'],
  ['dormant wins over new', { ...dormant, ...young }, 'Dormant'],
  ['only your side seen: grey is enough', { ...unseen, grey: true, silenceOut: 90 }, 'Dormant'],

  ['30 days old with three days in touch', young, 'New'],
  ['just over 30 days old', { ...young, age: 30.001 }, 'Light'],
  ['30 days old with four days in touch', { ...young, days: 4 }, 'Light'],
  ['new wins over one-sided', { ...young, youWriteOnly: true }, 'New'],

  ['you write only, three days', { days: 3, youWriteOnly: true }, 'One-sided: you write'],
  ['you write only, two days', { days: 2, youWriteOnly: true }, 'Light'],
  ['you write to somebody long silent, two days', { days: 2, grey: true, theirSilence: 100, health: 20 }, 'Light'],
  ['you write only, where only they can be seen', { youWriteOnly: true, seesOut: false }, 'Steady'],
  ['you write to somebody long silent, but something of theirs may be hidden', { ...dormant, silenceOut: 5, seesAll: false }, 'Steady'],
  ['one-sided wins over fading', { ...fading, youWriteOnly: true }, 'One-sided: you write'],

  ['past three gaps, over 21 days, below 55', fading, 'Fading'],
  ['past three gaps, but without a rhythm', { ...fading, rhythm: false }, 'Steady'],
  ['at exactly three gaps', { ...fading, overIn: Math.log(3) }, 'Cooling'],
  ['past three gaps, after 21 days', { ...fading, theirSilence: 21 }, 'Cooling'],
  ['past three gaps, health 55', { ...fading, health: 55 }, 'Cooling'],
  ['past three gaps, but the turn is yours', { ...fading, owed: true }, 'Cooling'],

  ['past one and a half gaps, over seven days', cooling, 'Cooling'],
  ['past one and a half gaps, without a rhythm', { ...cooling, rhythm: false }, 'Steady'],
  ['at exactly one and a half gaps', { ...cooling, overIn: Math.log(1.5) }, 'Steady'],
  ['past one and a half gaps, after seven days', { ...cooling, theirSilence: 7 }, 'Steady'],
  ['cooling wins over they write', { ...cooling, theyWriteOnly: true }, 'Cooling'],

  ['they write only', { theyWriteOnly: true }, 'One-sided: they write'],
  ['they write only, where only they can be seen', { theyWriteOnly: true, seesOut: false }, 'Steady'],
  ['they write only, but something of yours may be hidden', { theyWriteOnly: true, seesAll: false }, 'Steady'],
  ['they write only, and more than before', { ...warming, theyWriteOnly: true }, 'One-sided: they write'],

  ['trend above 0.4', warming, 'Warming'],
  ['trend at 0.4', { trend: 0.4 }, 'Steady'],
  ['trend above 0.4, health 40', { ...warming, health: 40 }, 'Warming'],
  ['trend above 0.4, health 39', { ...warming, health: 39 }, 'Light'],
  ['trend above 0.4, three days', { ...warming, days: 3 }, 'Warming'],
  ['trend above 0.4, two days', { ...warming, days: 2 }, 'Light'],
  ['trend above 0.4, silent for 30 days', { ...warming, theirSilence: 30 }, 'Warming'],
  ['trend above 0.4, silent for longer', { ...warming, theirSilence: 30.001 }, 'Steady'],
  ['trend above 0.4, but a source is new', { ...warming, newSource: true }, 'Steady'],
  ['trend above 0.4, only your side seen', { ...warming, ...unseen }, 'Steady'],
  ['trend above 0.4, only their side seen', { ...warming, seesOut: false }, 'Warming'],

  ['health 40, three days', { health: 40, days: 3 }, 'Steady'],
  ['health 39', { health: 39 }, 'Light'],
  ['two days', { days: 2 }, 'Light'],
];

describe('the first rule that holds', () => {
  it.each(TABLE)('%s', (_, differs, state) => {
    expect(stateOf({ ...steady, ...differs })).toBe(state);
  });

  it('leaves only four states where only your side is seen', () => {
    const seen = TABLE.map(([, differs]) => stateOf({ ...steady, ...differs, ...unseen, health: Math.min(69, differs.health ?? 50) }));
    expect([...new Set(seen)].sort()).toEqual(['Dormant', 'Light', 'New', 'Steady']);
  });
});
