import { describe, expect, it } from 'vitest';
import { headlineForDay, headlineForWaiting, waitedSentence, waitLabel } from '../../../app/domain/conversations/words';
import { DAY, HOUR, MINUTE } from '../../../app/lib/dates';

const NOW = Date.UTC(2026, 10, 23, 9);

describe('the headline', () => {
  it.each([
    [0, 'Nobody is waiting on you.'],
    [1, 'One person is waiting on you.'],
    [2, 'Two people are waiting on you.'],
    [7, 'Seven people are waiting on you.'],
    [12, 'Twelve people are waiting on you.'],
    [20, 'Twenty people are waiting on you.'],
    [21, '21 people are waiting on you.'],
    [1204, '1,204 people are waiting on you.'],
  ])('%d', (count, sentence) => {
    expect(headlineForWaiting(count)).toBe(sentence);
  });
});

describe('how long somebody waits', () => {
  it.each([
    [-5 * MINUTE, 'under an hour', 'Leila wrote less than an hour ago.'],
    [0, 'under an hour', 'Leila wrote less than an hour ago.'],
    [59 * MINUTE, 'under an hour', 'Leila wrote less than an hour ago.'],
    [HOUR, '1 h', 'Leila wrote 1 hour ago.'],
    [3 * HOUR + 50 * MINUTE, '3 h', 'Leila wrote 3 hours ago.'],
    [19 * HOUR, '19 h', 'Leila wrote 19 hours ago.'],
    [DAY - 1, '23 h', 'Leila wrote 23 hours ago.'],
    [DAY, '1 day', 'Leila wrote 1 day ago.'],
    [4 * DAY + 5 * HOUR, '4 days', 'Leila wrote 4 days ago.'],
    [14 * DAY - 1, '13 days', 'Leila wrote 13 days ago.'],
    [14 * DAY, '2 weeks', 'Leila wrote 2 weeks ago.'],
    [50 * DAY, '7 weeks', 'Leila wrote 7 weeks ago.'],
    [61 * DAY - 1, '8 weeks', 'Leila wrote 8 weeks ago.'],
    [61 * DAY, '2 months', 'Leila wrote 2 months ago.'],
    [160 * DAY, '5 months', 'Leila wrote 5 months ago.'],
    [365 * DAY, '11 months', 'Leila wrote 11 months ago.'],
    [366 * DAY, '12 months', 'Leila wrote 12 months ago.'],
    [731 * DAY - 1, '23 months', 'Leila wrote 23 months ago.'],
    [731 * DAY, '2 years', 'Leila wrote 2 years ago.'],
  ])('%d ms', (elapsed, label, sentence) => {
    expect(waitLabel(NOW - elapsed, NOW)).toBe(label);
    expect(waitedSentence('Leila Haddad', NOW - elapsed, NOW)).toBe(sentence);
  });
});

it.each([
  [2, 3, 1, 'Two people are waiting on you.'],
  [0, 3, 1, 'Nobody is waiting on you. Three people have gone quiet.'],
  [0, 1, 0, 'Nobody is waiting on you. One person has gone quiet.'],
  [0, 0, 1, 'Nobody is waiting on you. A rest is over.'],
  [0, 0, 2, 'Nobody is waiting on you. Two rests are over.'],
  [0, 0, 0, 'Nobody is waiting on you.'],
])('%d waiting, %d quiet, %d asked about: %s', (waiting, quiet, asked, sentence) => {
  expect(headlineForDay(waiting, quiet, asked)).toBe(sentence);
});
