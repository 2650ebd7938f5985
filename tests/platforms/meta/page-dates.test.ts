import { describe, expect, it } from 'vitest';
import { isLikeDate, parsePageDate } from '../../../app/platforms/meta/page-dates';

const written = (text: string) => {
  const date = parsePageDate(text);
  if (!date) return null;
  const { year, month, day, hour, minute, second } = date.local;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${date.precision === 'second' ? `:${two(second)}` : ''}`;
};

describe('dates of pages', () => {
  it.each([
    ['Sep 13, 2020, 12:26 PM', '2020-09-13 12:26'],
    ['Oct 19, 2019 at 2:37 PM', '2019-10-19 14:37'],
    ['19 Oct 2019, 14:37', '2019-10-19 14:37'],
    ['Mar 04, 2021 12:06 am', '2021-03-04 00:06'],
    ['Nov 14, 2023 10:13:20 pm', '2023-11-14 22:13:20'],
    ['03. Sept. 2026, 9:33 pm', '2026-09-03 21:33'],
    ['14 nov. 2023 22:13', '2023-11-14 22:13'],
    ['14. März 2023 um 22:13', '2023-03-14 22:13'],
    ['14 mrt 2023 22:13', '2023-03-14 22:13'],
    ['14 févr. 2023 à 22:13', '2023-02-14 22:13'],
    ['14 de fev. de 2023 22:13', '2023-02-14 22:13'],
    ['14 ago 2023, 22:13', '2023-08-14 22:13'],
    ['mar. 14 mars 2023 à 22:13', '2023-03-14 22:13'],
    ['mar 14 nov 2023 22:13', '2023-11-14 22:13'],
    ['14 listopada 2023 22:13', '2023-11-14 22:13'],
    ['14 ноября 2023 г., 22:13', '2023-11-14 22:13'],
    ['Tuesday, November 14, 2023 at 10:13 PM', '2023-11-14 22:13'],
    ['2020-09-13 12:26', '2020-09-13 12:26'],
    ['2020年9月13日 12:26', '2020-09-13 12:26'],
    ['Sep 13, 2020, 12:26\u202fPM', '2020-09-13 12:26'],
    ['See you Sep 13, 2020, 12:26 PM', null],
    ['13/9/2020 12:26', null],
    ['Sep 13, 2020', null],
    ['Sep 13, 2020, 25:26', null],
    ['12:26', null],
    ['', null],
  ])('%j is %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each([
    ['Sep 13, 2020, 12:26 PM', true],
    ['13 eanáir 2020, 12:26', true],
    ['(Sep 13, 2020, 12:26 PM)', false],
    ['We met in 2020 at 12:26 and it was lovely', false],
    ['x'.repeat(100_000), false],
  ])('%.40j ends a block: %s', (text, expected) => {
    expect(isLikeDate(text)).toBe(expected);
  });
});
