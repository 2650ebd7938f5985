import { describe, expect, it } from 'vitest';
import { clashingPlatform } from '../../../app/domain/identity/accounts';
import { isDeskAddress, plainAddress, plainNumber } from '../../../app/domain/identity/addresses';
import { staysOf, takenOver, type ContactWords } from '../../../app/domain/identity/survivor';
import type { Platform, IdentityKind } from '../../../app/domain/activity';

const at = (platform: Platform, key: string, kind: IdentityKind = 'handle', handle: string | null = null) => ({ platform, key, kind, scope: '', handle });

describe('two accounts of one platform', () => {
  it.each([
    ['clash', [at('x', 'leila')], [at('x', 'omar')], 'x'],
    ['are one where the number has the handle', [at('x', '4711', 'id', 'Leila')], [at('x', 'leila')], null],
    ['are fine on two platforms', [at('x', 'leila')], [at('instagram', 'leila')], null],
    ['are nothing where a side is known by name only', [at('facebook', 'leila', 'name')], [at('facebook', '4711', 'id')], null],
    ['do not exist for addresses', [at('email', 'a@b.c', 'email')], [at('email', 'd@e.f', 'email')], null],
    ['clash as two numbers of one messenger', [at('whatsapp', '+1', 'phone')], [at('whatsapp', '+2', 'phone')], 'whatsapp'],
  ] as const)('%s', (_, one, other, platform) => {
    expect(clashingPlatform(one, other)).toBe(platform);
  });
});

it.each([
  ['info@loom.example', true], ['Hello+x@loom.example', true], ['no-reply@loom.example', true], ['leila@loom.example', false], ['infoleila@loom.example', false],
])('%s at a desk: %s', (address, desk) => expect(isDeskAddress(address)).toBe(desk));

it('reads addresses and numbers', () => {
  expect(plainAddress(' Leila@Loom.Example ')).toBe('leila@loom.example');
  expect(['leila', 'a b@c.d', '@', ''].map(plainAddress)).toEqual([null, null, null, null]);
  expect(plainNumber('+351 912-345 678')).toBe('+351912345678');
  expect(['912345678', '+12', '', '+1234567890123456'].map(plainNumber)).toEqual([null, null, null, null]);
});

describe('of two contacts', () => {
  const words: ContactWords = {
    name: 'L. Haddad', nameBasis: 'source', headline: null, headlineBasis: 'source', stage: 'in_conversation', howMet: null, ownerId: null,
    idealGapDays: null, longestGapDays: null, restedAt: null, askAgainAt: null, awayFrom: null, awayUntil: null, coolingSeenAt: null, coolingSeenState: null,
  };
  const row = (id: number, nameBasis: string, createdHow: string) => ({ id, nameBasis, createdHow });

  it.each([
    ['the older', row(1, 'source', 'import'), row(2, 'source', 'import'), 1],
    ['the one whose name was typed', row(1, 'source', 'import'), row(2, 'user', 'import'), 2],
    ['the one that was brought in by hand', row(1, 'user', 'import'), row(2, 'source', 'welcomed'), 2],
  ])('%s stays', (_, a, b, stays) => {
    expect([staysOf(a, b).stays.id, staysOf(b, a).stays.id]).toEqual([stays, stays]);
  });

  it('nothing the user said is lost', () => {
    expect(takenOver(words, words)).toEqual({});
    expect(takenOver(words, { ...words, name: 'Leila', nameBasis: 'user', headline: 'Ceramics', stage: 'customer', howMet: 'At the fair', idealGapDays: 30, restedAt: 5, askAgainAt: 9 })).toEqual({
      name: 'Leila', nameBasis: 'user', headline: 'Ceramics', stage: 'customer', howMet: 'At the fair', idealGapDays: 30, restedAt: 5, askAgainAt: 9,
    });
    expect(takenOver({ ...words, howMet: 'At the fair', idealGapDays: 14, restedAt: 7 }, { ...words, howMet: 'Online', idealGapDays: 30, restedAt: 5, stage: 'follower' })).toEqual({
      howMet: 'At the fair\n\nOnline',
    });
  });
});
