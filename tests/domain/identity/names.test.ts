import { describe, expect, it } from 'vitest';
import { likeness, plainWords, writtenTogether } from '../../../app/domain/identity/names';

describe('two names', () => {
  it.each([
    ['Leila Haddad', 'leila haddad', 'same'],
    ['Hale, PhD', 'Hale', 'first'],
    ['Amelia Hale, PhD', 'Dr. Amelia Hale', 'same'],
    ['Hale, Amelia', 'Amelia Hale', 'same'],
    ['José Muñoz', 'Jose Munoz', 'same'],
    ['Jürgen Müller', 'Juergen Mueller', 'same'],
    ['Søren Østergård', 'Soren Ostergard', 'same'],
    ['Łukasz Wójcik', 'Lukasz Wojcik', 'same'],
    ['Sinéad O’Brien', "Sinead O'Brien", 'same'],
    ['Ana-Lúcia Prado', 'Ana Lucia Prado', 'same'],
    ['Ana Lucia Prado', 'Ana Prado', 'close'],
    ['T. Achterberg', 'Tom Achterberg', 'close'],
    ['Tom Achterberg', 'T Achterberg', 'close'],
    ['Noor', 'Noor Siddiqui', 'first'],
    ['Noor Siddiqui', 'Noor Ahmed', 'different'],
    ['M. Achterberg', 'Tom Achterberg', 'different'],
    ['鈴木一郎', '鈴木一郎', 'first'],
    ['', 'Noor', 'unknown'],
    ['🌱', 'Noor', 'unknown'],
  ])('%s and %s: %s', (a, b, like) => {
    expect(likeness(plainWords(a), plainWords(b))).toBe(like);
    expect(likeness(plainWords(b), plainWords(a))).toBe(like);
  });

  it('are known by how they are written in handles and addresses', () => {
    expect(writtenTogether(plainWords('Ana Lúcia Prado'))).toEqual({
      whole: ['analuciaprado', 'anaprado', 'pradoana'], short: ['aprado', 'anap'],
    });
    expect(writtenTogether(plainWords('Noor'))).toEqual({ whole: [], short: [] });
  });
});
