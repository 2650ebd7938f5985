import { describe, expect, it } from 'vitest';
import { isSameName, knownBy, ownWords } from '../../../app/domain/contacts/erased';
import { mentionsOf, withoutMentions } from '../../../app/domain/contacts/mentions';

const ref = { platform: 'x', kind: 'id', key: '42', scope: '' } as const;

describe('what somebody is known by', () => {
  it('is their key, and each fact that is a key elsewhere, written alike', () => {
    const words = knownBy({ ...ref, handle: 'Amara', email: ' Amara@Clay.example', phone: '+49171' });
    expect(words).toEqual([
      ownWords(ref),
      ownWords({ platform: 'x', kind: 'handle', key: 'amara', scope: '' }),
      ownWords({ platform: 'newsletter', kind: 'email', key: 'amara@clay.example', scope: '' }),
      ownWords({ platform: 'whatsapp', kind: 'phone', key: '+49171', scope: '' }),
    ]);
    expect(new Set(words).size).toBe(4);
  });

  it('tells names in two places and handles on two platforms apart', () => {
    expect(ownWords({ platform: 'linkedin', kind: 'name', key: 'amara', scope: 'a' })).not.toBe(ownWords({ platform: 'linkedin', kind: 'name', key: 'amara', scope: 'b' }));
    expect(ownWords({ platform: 'x', kind: 'handle', key: 'amara', scope: '' })).not.toBe(ownWords({ platform: 'threads', kind: 'handle', key: 'amara', scope: '' }));
  });

  it.each([
    ['Amara Okafor', ' amara  OKAFOR ', true],
    ['Zoë', 'Zoe\u0308', true],
    ['Amara Okafor', 'Amara', false],
    ['Amara', '', false],
  ])('%s is typed as "%s": %s', (name, typed, same) => {
    expect(isSameName(typed, name)).toBe(same);
  });
});

describe('mentions', () => {
  const mentions = mentionsOf(['Ana Pé', 'a.n+a@clay.example', 'ana', 'Zoë B']);
  it.each([
    ['WhatsApp Chat - Ana Pé.zip', 'WhatsApp Chat - (erased).zip'],
    ['ANA PÉ, x', '(erased), x'],
    ['from a.n+a@clay.example', 'from (erased)'],
    ['Ana Péter', 'Ana Péter'],
    ['Banana and ana', 'Banana and ana'],
    ['Zoe\u0308 B', '(erased)'],
    ['', ''],
  ])('%s', (text, rest) => {
    expect(mentions.without(text)).toBe(rest);
    expect(mentions.in(text)).toBe(rest !== text);
  });

  it('are taken out of all texts of a value, and its keys stay', () => {
    expect(withoutMentions({ 'Ana Pé': ['Ana Pé', 1, null, { deep: 'x Ana Pé y' }] }, mentions)).toEqual({ 'Ana Pé': ['(erased)', 1, null, { deep: 'x (erased) y' }] });
  });

  it('of nothing are none', () => {
    expect(mentionsOf(['', 'ab']).in('ab')).toBe(false);
  });
});
