import { describe, expect, it } from 'vitest';
import { orderToldBy, readDate } from '../../../app/platforms/csv/dates';

const read = (written: string, order: 'day_first' | 'month_first' = 'day_first', zone?: string) => {
  const stated = readDate(written, { order, ...(zone === undefined ? {} : { zone }) });
  return stated && `${new Date(stated.at).toISOString()} ${stated.precision} ${stated.zone}`;
};

describe('a date', () => {
  it.each([
    ['2024-03-01T09:15:00.000Z', '2024-03-01T09:15:00.000Z ms utc'],
    ['2024-03-01 09:15:00 UTC', '2024-03-01T09:15:00.000Z second utc'],
    ['2024-03-01T09:15:00+02:00', '2024-03-01T07:15:00.000Z second offset'],
    ['2024-03-01 09:15', '2024-03-01T09:15:00.000Z minute assumed'],
    ['2024-03-01', '2024-03-01T00:00:00.000Z day assumed'],
    ['1 March 2024', '2024-03-01T00:00:00.000Z day assumed'],
    ['Mar 1, 2024 9:15 PM', '2024-03-01T21:15:00.000Z minute assumed'],
    ['Fri, 1 Mar 2024 09:15:00 +0000', '2024-03-01T09:15:00.000Z second offset'],
    ['9. Dezember 2024', '2024-12-09T00:00:00.000Z day assumed'],
    ['2 août 2024', '2024-08-02T00:00:00.000Z day assumed'],
    ['01/03/24', '2024-03-01T00:00:00.000Z day assumed'],
    ['12-04-2022 09:30', '2022-04-12T09:30:00.000Z minute assumed'],
    ['2024-03-01 09:15 CET', '2024-03-01T09:15:00.000Z minute assumed'],
    ['Sat Feb 18 19:45:15 +0000 2017', '2017-02-18T19:45:15.000Z second offset'],
    ['1709284500', '2024-03-01T09:15:00.000Z second utc'],
    ['1709284500123', '2024-03-01T09:15:00.123Z ms utc'],
    ['--03-07', null], ['0/0/00', null], ['31/02/2024', null], ['yesterday', null], ['45352', null], ['', null], ['12345', null], ['2024-13-01', null],
  ])('%j is %j', (written, expected) => expect(read(written)).toBe(expected));

  it('follows the order of its column unless only the other exists', () => {
    expect(read('03/04/2021', 'month_first')).toBe('2021-03-04T00:00:00.000Z day assumed');
    expect(read('03/04/2021', 'day_first')).toBe('2021-04-03T00:00:00.000Z day assumed');
    expect(read('13/04/2021', 'month_first')).toBe('2021-04-13T00:00:00.000Z day assumed');
    expect(read('03.04.2021', 'month_first')).toBe('2021-04-03T00:00:00.000Z day assumed');
  });

  it('without a zone is read on the clocks of the one given; a day stays the day', () => {
    expect(read('2024-07-01 09:15:30', 'day_first', 'Europe/Lisbon')).toBe('2024-07-01T08:15:30.000Z second assumed');
    expect(read('2024-07-01 09:15:30', 'day_first', 'stated utc')).toBe('2024-07-01T09:15:30.000Z second utc');
    expect(read('2024-07-01', 'day_first', 'Asia/Tokyo')).toBe('2024-07-01T00:00:00.000Z day assumed');
    expect(read('2024-07-01T09:15:30Z', 'day_first', 'Asia/Tokyo')).toBe('2024-07-01T09:15:30.000Z second utc');
  });

  it.each([['13/04/2021', 'day_first'], ['04/13/2021', 'month_first'], ['03/04/2021', null], ['03.04.2021', 'named'], ['2021-04-03', 'named']])('%s tells %s', (written, order) =>
    expect(orderToldBy(written)).toBe(order),
  );
});
