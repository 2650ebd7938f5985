import { describe, expect, it } from 'vitest';
import { refusalOf, refusalSentence, type ConsentWord } from '../../../app/domain/contacts/consent';

const DAY = 86_400_000;
const LETTER = { source: 1, label: 'The Loom Letter' };
const SHOP = { source: 2, label: 'Shop' };
const word = (of: typeof LETTER, state: ConsentWord['state'], seenAt: number, at: number | null = null): ConsentWord => ({ ...of, state, at, seenAt });

describe('whether somebody may be written to', () => {
  it.each<[string, ConsentWord[], string | null]>([
    ['nobody says anything', [], null],
    ['subscribed', [word(LETTER, 'subscribed', 1)], null],
    ['unsubscribed', [word(LETTER, 'unsubscribed', 1)], 'The Loom Letter unsubscribed'],
    ['bounced', [word(LETTER, 'bounced', 1)], 'The Loom Letter bounced'],
    ['complained', [word(LETTER, 'complained', 1)], 'The Loom Letter complained'],
    ['subscribed again in a newer export', [word(LETTER, 'unsubscribed', 1), word(LETTER, 'subscribed', 2)], null],
    ['the newer export was brought in first', [word(LETTER, 'subscribed', 2), word(LETTER, 'unsubscribed', 1)], null],
    ['left since', [word(LETTER, 'subscribed', 1), word(LETTER, 'unsubscribed', 2)], 'The Loom Letter unsubscribed'],
    ['two words of one export: the later said', [word(LETTER, 'subscribed', 5, 3), word(LETTER, 'unsubscribed', 5, 4)], 'The Loom Letter unsubscribed'],
    ['two words of the same moment: the stricter', [word(LETTER, 'bounced', 5, 4), word(LETTER, 'subscribed', 5, 4)], 'The Loom Letter bounced'],
    ['a yes of another list, however new, is no yes', [word(LETTER, 'unsubscribed', 1), word(SHOP, 'subscribed', 9)], 'The Loom Letter unsubscribed'],
    ['two refuse: the one said last', [word(LETTER, 'unsubscribed', 9, 2), word(SHOP, 'bounced', 3)], 'Shop bounced'],
  ])('%s', (_, words, expected) => {
    const refusal = refusalOf(words);
    expect(refusal && `${refusal.label} ${refusal.state}`).toBe(expected);
    const turned = refusalOf([...words].reverse());
    expect(turned).toEqual(refusal);
  });

  it.each([
    ['unsubscribed', 2 * DAY, 'No e-mail: unsubscribed from The Loom Letter, day 2'],
    ['bounced', 2 * DAY, 'No e-mail: mail from The Loom Letter bounced, day 2'],
    ['complained', 2 * DAY, 'No e-mail: marked The Loom Letter as spam, day 2'],
    ['unsubscribed', null, 'No e-mail: unsubscribed from The Loom Letter, as of day 9'],
  ] as const)('%s, said %s', (state, at, sentence) => {
    expect(refusalSentence({ ...LETTER, state, at, seenAt: 9 * DAY }, (when) => `day ${when / DAY}`)).toBe(sentence);
  });
});
