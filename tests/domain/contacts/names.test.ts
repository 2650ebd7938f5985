import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstName, initials } from '../../../app/domain/contacts/names';

describe('what to call somebody, and the letters on their portrait', () => {
  it.each([
    ['Leila Haddad', 'Leila', 'LH'],
    ['leila haddad', 'leila', 'LH'],
    ['Ana Lucia Prado', 'Ana', 'AP'],
    ['Jean-Luc Picard', 'Jean-Luc', 'JP'],
    ['Mary van der Berg', 'Mary', 'MB'],
    ["Siobhán O'Neill", 'Siobhán', 'SO'],
    ['Zoë', 'Zoë', 'Z'],
    ['  Noor   Siddiqui ', 'Noor', 'NS'],

    ['Wren Hale, PhD', 'Wren', 'WH'],
    ['Wren Hale PhD, MBA', 'Wren', 'WH'],
    ['Wren Hale, Coach & Speaker', 'Wren', 'WH'],
    ['Dr. Wren Hale', 'Wren', 'WH'],
    ['Prof. Dr. Wren Hale', 'Wren', 'WH'],
    ['Ms Wren Hale Jr.', 'Wren', 'WH'],
    ['Wren (she/her) Hale', 'Wren', 'WH'],
    ['Hale, Wren', 'Wren', 'WH'],
    ['Cher, PhD', 'Cher', 'C'],
    ['Dr', 'Dr', 'D'],
    ['Dipl.-Ing. Wren Hale', 'Wren', 'WH'],
    ['Wren Hale M.Sc.', 'Wren', 'WH'],
    ['Jack Ma', 'Jack', 'JM'],
    ['Jack Ma, MA', 'Jack', 'JM'],
    ['Ing Lee', 'Ing', 'IL'],

    ['🌱 Leila Haddad 🌱', 'Leila', 'LH'],
    ['Tom 👩🏽‍🎨 Achterberg 🇧🇪', 'Tom', 'TA'],
    ['~ Sam ~', 'Sam', 'S'],

    ['J. K. Rowling', 'J. K. Rowling', 'JR'],
    ['T Achterberg', 'T Achterberg', 'TA'],
    ['@leilah', '@leilah', 'L'],
    ['kris_promo_8841', 'kris_promo_8841', 'K'],
    ['ana@ex.org', 'ana@ex.org', 'A'],
    ['LinkedIn Member', 'LinkedIn Member', 'LM'],
    ['Instagram User', 'Instagram User', 'IU'],

    ['Иван Петров', 'Иван', 'ИП'],
    ['ليلى حداد', 'ليلى', 'لح'],
    ['王小明', '王小明', '王'],
    ['山田 太郎', '山田 太郎', '山'],
    ['김민수', '김민수', '김'],
    ['Élodie Ångström', 'Élodie', 'ÉÅ'],
    ['E\u0301lodie', 'Élodie', 'É'],

    ['', 'Someone', '?'],
    ['   ', 'Someone', '?'],
    ['🌱', 'Someone', '?'],
    ['---', 'Someone', '?'],
  ])('%j', (name, called, letters) => {
    expect(firstName(name)).toBe(called);
    expect(initials(name)).toBe(letters);
  });

  it('always says something, and two letters at most', () => {
    const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(firstName(name).trim()).not.toBe('');
        expect(initials(name)).not.toBe('');
      }),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 6 }), (name) => {
        expect([...letters.segment(initials(name))].length).toBeLessThanOrEqual(2);
        expect(name).toContain(firstName(name));
      }),
    );
  });
});
