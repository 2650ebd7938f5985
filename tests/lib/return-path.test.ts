import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from '../../app/lib/return-path';

describe('safeReturnPath', () => {
  it.each([
    ['/people', '/people'],
    ['/people?q=leila&page=2', '/people?q=leila&page=2'],
    ['/people/../today', '/today'],
    [null, '/'],
    ['', '/'],
    ['people', '/'],
    ['https://evil.test/', '/'],
    ['//evil.test/today', '/'],
    ['/\\evil.test', '/'],
    ['/\t/evil.test', '/'],
    ['/.//evil.test', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (asked, path) => {
    expect(safeReturnPath(asked)).toBe(path);
  });

  it('never leaves the origin', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '..', 'evil.test', '@', ':', '%2f', '\t', '\n', '?', '#', 'today');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = safeReturnPath(`/${parts.join('')}`);
        expect(new URL(path, 'http://kith.test').origin).toBe('http://kith.test');
      }),
    );
  });
});
