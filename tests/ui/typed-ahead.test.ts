import { describe, expect, it } from 'vitest';
import { addressToWriteIn, afterWords, comesToWrite } from '../../app/ui/keyboard/typed-ahead';

describe('words typed on the way to a composer', () => {
  it.each([
    ['', 'Friday at ten?', 'Friday at ten?'],
    ['  \n', 'Friday at ten?', 'Friday at ten?'],
    ['Thursday', 'Friday at ten?', 'Thursday\nFriday at ten?'],
    ['Thursday \n', 'Friday at ten?', 'Thursday\nFriday at ten?'],
  ])('after %j, %j', (before, typed, words) => {
    expect(afterWords(before, typed)).toBe(words);
  });

  it('belong to an address that says so', () => {
    const address = new URL(addressToWriteIn('c&1'), 'http://localhost');
    expect([address.pathname, address.searchParams.get('open'), comesToWrite(address.searchParams)]).toEqual(['/today', 'c&1', true]);
    expect(comesToWrite(new URLSearchParams({ open: 'c&1' }))).toBe(false);
  });
});
