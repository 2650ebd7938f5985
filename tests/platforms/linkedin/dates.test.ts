import { describe, expect, it } from 'vitest';
import { orderToldBy, parseDate } from '../../../app/platforms/linkedin/dates';
import type { DateOrder } from '../../../app/platforms/linkedin/dates';

const asText = (written: string, order?: DateOrder) => {
  const date = parseDate(written, order);
  return date && `${new Date(date.at).toISOString()} ${date.precision} ${date.zone}`;
};

describe('parseDate', () => {
  it.each([
    // What LinkedIn writes.
    ['08 Feb 2023', '2023-02-08T00:00:00.000Z day assumed'],
    ['2025-08-01 09:00:00 UTC', '2025-08-01T09:00:00.000Z second utc'],
    ['2023/06/20 13:05:02 UTC', '2023-06-20T13:05:02.000Z second utc'],
    ['7/29/25, 6:15 PM', '2025-07-29T18:15:00.000Z minute assumed'],
    ['12/1/19, 12:05 AM', '2019-12-01T00:05:00.000Z minute assumed'],
    ['12/1/19, 12:05\u202FPM', '2019-12-01T12:05:00.000Z minute assumed'],
    // What spreadsheets make of it.
    ['4-Apr-21', '2021-04-04T00:00:00.000Z day assumed'],
    ['04-Apr-2021', '2021-04-04T00:00:00.000Z day assumed'],
    ['4-mei-21', '2021-05-04T00:00:00.000Z day assumed'],
    ['4. Okt 2021', '2021-10-04T00:00:00.000Z day assumed'],
    ['4 juil. 2021', '2021-07-04T00:00:00.000Z day assumed'],
    ['4 juin 2021', '2021-06-04T00:00:00.000Z day assumed'],
    ['April 4, 2021', '2021-04-04T00:00:00.000Z day assumed'],
    ['2021-04-04', '2021-04-04T00:00:00.000Z day assumed'],
    ['4/3/2021', '2021-04-03T00:00:00.000Z day assumed'],
    ['4/3/21', '2021-04-03T00:00:00.000Z day assumed'],
    ['25/3/2021', '2021-03-25T00:00:00.000Z day assumed'],
    ['03.04.2021', '2021-04-03T00:00:00.000Z day assumed'],
    ['8/1/2025 9:00', '2025-08-01T09:00:00.000Z minute assumed'],
    // ISO.
    ['2025-08-01T09:00:00Z', '2025-08-01T09:00:00.000Z second utc'],
    ['2025-08-01T09:00:00.123Z', '2025-08-01T09:00:00.123Z ms utc'],
    ['2025-08-01T09:00:00+02:00', '2025-08-01T07:00:00.000Z second offset'],
    ['2025-08-01 09:00', '2025-08-01T09:00:00.000Z minute assumed'],
    [' 29 Feb 2024 ', '2024-02-29T00:00:00.000Z day assumed'],
  ])('reads %j', (written, expected) => {
    expect(asText(written)).toBe(expected);
  });

  it('takes the day first where the file does, but never a thirteenth month', () => {
    expect(asText('4/3/2021', 'day-first')).toBe('2021-03-04T00:00:00.000Z day assumed');
    expect(asText('4/25/2021', 'day-first')).toBe('2021-04-25T00:00:00.000Z day assumed');
  });

  it.each([
    '', 'soon', '31 Feb 2023', '29 Feb 2023', '00 Jan 2023', '13/13/2021', '1/1/1900', '2025-08-01 25:00:00 UTC',
    '2025-08-01 09:61:00 UTC', '08 Foo 2023', '44652', '7/29/25, 13:15 PM', '9'.repeat(100_000), '2025-08-01 09:00:00 XYZ',
  ])('finds no date in %j', (written) => {
    expect(parseDate(written)).toBeNull();
  });
});

it.each([
  ['25/3/2021', 'day-first'], ['3/25/2021', 'month-first'], ['3/4/2021', null], ['03.04.2021', 'named'],
  ['08 Feb 2023', 'named'], ['2025-08-01 09:00:00 UTC', 'named'],
])('%s tells %s about the order in its file', (written, told) => {
  expect(orderToldBy(written)).toBe(told);
});
