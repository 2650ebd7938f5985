import { expect, it } from 'vitest';
import { changeTone } from '../../../app/domain/health/change';

it.each([
  [null, 'mute'], [0, 'mute'], [-2, 'mute'], [8, 'mute'], [-8, 'mute'], [9, 'good'], [60, 'good'], [-9, 'amber'], [-14, 'amber'],
  [-15, 'red'], [-19, 'red'],
] as const)('a change of %s is shown as %s', (points, tone) => {
  expect(changeTone(points)).toBe(tone);
});
