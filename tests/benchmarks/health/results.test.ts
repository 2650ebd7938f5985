import { describe, expect, it } from 'vitest';
import { DAY } from '../../../app/lib/dates';
import { brokenBars } from './bars';
import { at, FRIENDS, PAST, START } from './friends';
import { measureLog, type LogResult } from './results';
import { tableOf } from './table';

describe('the results of a log', () => {
  it('need somebody to measure', () => {
    expect(() => measureLog({ name: 'quiet', events: [at(START, 'a', 'b'), at(START + 90 * DAY, 'b', 'a')] })).toThrow(/^In quiet nobody does enough/);
  });

  it('are worked out from ranks, one line each', () => {
    // 160 days: the first cut-off is day 32, and only there do I write enough. Two friends wrote once more before; one of
    // them and one of the others answers.
    const events = [
      ...PAST,
      ...['friend 0', 'friend 1'].map((friend) => at(START + 2 * DAY, friend, 'me')),
      ...FRIENDS.slice(0, 5).map((friend) => at(START + 33 * DAY, 'me', friend)),
      ...['friend 0', 'friend 2'].map((friend) => at(START + 34 * DAY, friend, 'me')),
      at(START + 160 * DAY, 'x', 'y'),
    ];
    const result = measureLog({ name: 'friends', events });
    expect(result).toMatchObject({ name: 'friends', events: 30, cutOffs: 16, people: 1, scored: 10 });
    // Friend 0 beats seven of eight and ties with one, friend 2 ties with seven; the top step holds one of two, all one of five.
    const counted = { auc: (7.5 + 3.5) / 16, averagePrecision: (1 / 2 + 2 / 10) / 2 };
    expect(result.measures.get('two-way')?.get('raw count')).toEqual(counted);
    expect(result.measures.get('two-way')?.get('days since last')).toEqual(counted);
    // Nobody is a strong tie yet.
    expect(result.measures.get('kept')?.get('Kith')?.auc).toBeNaN();
    const lines = tableOf(result).split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines.map(([what]) => what)).toEqual([
      'friends: 30 events, 16 cut-offs, 1 people, 10 contacts scored', 'Kith', 'two-way AUC', 'two-way AP', 'inbound AUC', 'inbound AP',
      'kept AUC', 'calibration error', 'with own intercept',
    ]);
    expect(lines[1]).toEqual(['Kith', 'raw count', 'both counted', 'days since last', 'RFM', 'decay, 30 d', 'Orbit love']);
    expect(lines[2]?.slice(2, 5)).toEqual(['.688', '.688', '.688']);
    expect(lines[6]).toEqual(['kept AUC', '-', '-', '-', '-', '-', '-', '-']);
  });
});

describe('bars', () => {
  const aucOnly = (auc = Number.NaN) => ({ auc, averagePrecision: 0 });
  const resultOf = (name: string, [kith, count, love]: readonly number[], ownCalibrationError = 0.01): LogResult => ({
    name, events: 1, cutOffs: 1, people: 1, scored: 1, calibrationError: 0, ownCalibrationError,
    measures: new Map([['two-way', new Map([['Kith', aucOnly(kith)], ['raw count', aucOnly(count)], ['Orbit love', aucOnly(love)]])]]),
  });

  it.each([
    ['all kept', 'college', [0.77, 0.7, 0.77], 0.03, []],
    ['of another log the relative ones', 'other', [0.6, 0.5, 0.6], 0.9, []],
    ['too near raw count', 'other', [0.6, 0.581, 0.6], 0.01, ['other: two-way AUC is 0.0190 above raw count, and has to be 0.02 above it.']],
    ['below Orbit love', 'other', [0.6, 0.5, 0.61], 0.01, ['other: two-way AUC is 0.6000, below the 0.6100 of Orbit love.']],
    ['too low', 'email-eu', [0.83, 0.7, 0.7], 0.01, ['email-eu: two-way AUC is 0.8300, and has to be at least 0.84.']],
    ['badly calibrated', 'mathoverflow', [0.73, 0.7, 0.7], 0.031, ['mathoverflow: calibration error is 0.0310, and may be at most 0.03.']],
  ] as const)('%s', (_, name, aucs, calibrationError, sentences) => {
    expect(brokenBars(resultOf(name, aucs, calibrationError))).toEqual(sentences);
  });

  it('are not kept by what could not be measured', () => {
    expect(brokenBars(resultOf('other', [Number.NaN, 0.5, 0.5]))).toHaveLength(2);
  });
});
