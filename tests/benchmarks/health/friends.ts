/** A small log to test with: ten people write to me on the first day and I answer on the second. */
import { DAY } from '../../../app/lib/dates';
import type { LogEvent } from './read-log';

export const START = Date.UTC(2026, 0, 1);

export const at = (time: number, from: string, to: string): LogEvent => ({ at: time, from, to });

export const FRIENDS = Array.from({ length: 10 }, (_, index) => `friend ${index}`);

export const PAST = [
  ...FRIENDS.map((friend) => at(START, friend, 'me')),
  ...FRIENDS.map((friend) => at(START + DAY, 'me', friend)),
];
