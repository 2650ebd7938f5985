/** Who may be one person, why, and how sure that is. */
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../app/domain/identity/blocks';
import { certaintyWord, suggestions as suggestionsOf, type CertaintyWord } from '../../../app/domain/identity/suggest';
import type { KnownAs } from '../../../app/domain/identity/traits';

type Facts = Partial<KnownAs> & Pick<KnownAs, 'platform' | 'key'>;

const known = ({ platform, key, ...facts }: Facts): KnownAs => ({
  platform, key, kind: platform === 'email' ? 'email' : 'handle', scope: '', handle: null, name: null, email: null, phone: null, company: null,
  title: null, website: null, ...facts,
});
const contact = (id: string, ...at: Facts[]): Candidate => ({ id, isContact: true, name: at[0]?.name ?? null, at: at.map(known) });
const profile = (id: string, at: Facts): Candidate => ({ id, isContact: false, name: null, at: [known(at)] });
const noGroup = () => null;

function suggestions(contacts: readonly Candidate[], audience: readonly Candidate[], sharedGroup: (a: string, b: string) => string | null) {
  const all = new Map([...contacts, ...audience].map((one) => [one.id, one]));
  return suggestionsOf({ contacts, audience, find: (id) => all.get(id) ?? null, sharedGroup });
}

const LEILA = { name: 'Leila Haddad' };
const linkedIn = (facts: Partial<KnownAs> = {}) => contact('a', { platform: 'linkedin', key: 'leila-haddad-8b1', ...LEILA, ...facts });

describe('a suggestion', () => {
  it.each<[string, Candidate, Candidate, CertaintyWord, string[]]>([
    [
      'same name and handle', contact('a', { platform: 'instagram', key: 'leilahmakes', ...LEILA }), contact('b', { platform: 'x', key: 'leilahmakes', ...LEILA }),
      'Almost certain', ['Both are called @leilahmakes.', 'Same name.'],
    ],
    ['same handle alone', contact('a', { platform: 'instagram', key: 'kilnclub' }), contact('b', { platform: 'x', key: 'kilnclub' }), 'Likely', ['Both are called @kilnclub.']],
    [
      'same name and company', linkedIn({ company: 'Northwind' }), contact('b', { platform: 'x', key: 'lh1', ...LEILA, company: 'Northwind' }),
      'Likely', ['Both work at Northwind.', 'Same name.'],
    ],
    [
      'name in the address', linkedIn(), contact('b', { platform: 'email', key: 'leila.haddad@mail.example', ...LEILA }),
      'Likely', ['Same name.', 'leila.haddad@mail.example carries the name.'],
    ],
    [
      'address of the company', linkedIn({ company: 'Northwind' }), contact('b', { platform: 'email', key: 'lh@northwind.example', name: 'L. Haddad' }),
      'Possible', ['lh@northwind.example belongs to Northwind, where the other works.', 'Nearly the same name.'],
    ],
    [
      'a handle made of the name', linkedIn(), contact('b', { platform: 'x', key: 'leila_haddad', name: 'kilns & glazes' }),
      'Possible', ['@leila_haddad is the name of the other, written together.'],
    ],
    [
      'profiles that link to each other', contact('a', { platform: 'instagram', key: 'kilns', website: 'https://x.com/Leilah?s=20' }),
      contact('b', { platform: 'x', key: 'leilah', website: 'instagram.com/kilns/' }), 'Almost certain', ['They link to each other.'],
    ],
    [
      'a link to the other', contact('b', { platform: 'instagram', key: 'kilns', website: 'https://www.linkedin.com/in/leila-haddad-8b1/' }), linkedIn(),
      'Almost certain', ['One links to the other’s profile, @leila-haddad-8b1.'],
    ],
    [
      'one page', linkedIn({ website: 'https://www.haddad.studio/' }), contact('b', { platform: 'x', key: 'lh88', ...LEILA, website: 'haddad.studio' }),
      'Likely', ['Same name.', 'Both link to haddad.studio.'],
    ],
    [
      'an address of a shared desk', contact('a', { platform: 'linkedin', key: 'l', name: 'Leila Haddad', email: 'hello@haddad.studio' }),
      contact('b', { platform: 'email', key: 'hello@haddad.studio', name: 'Studio Haddad' }), 'Thin evidence', ['Both use hello@haddad.studio, which may be shared.'],
    ],
  ])('%s', (_, a, b, word, reasons) => {
    for (const pair of [[a, b], [b, a]] as const) {
      const [guess, ...others] = suggestions(pair, [], noGroup);
      expect(others).toEqual([]);
      expect(guess && certaintyWord(guess.certainty)).toBe(word);
      expect(guess?.reasons.toSorted()).toEqual(reasons.toSorted());
    }
  });

  it('reckons with a group that both are in', () => {
    const [guess] = suggestions([linkedIn(), contact('b', { platform: 'whatsapp', key: '+351912345678', kind: 'phone', ...LEILA })], [], () => 'Book club');
    expect(guess).toMatchObject({ certainty: 70, reasons: ['Same name.', 'Both are in “Book club”.'], against: [] });
  });

  it('says what speaks against it, and is less sure for it', () => {
    const two = [linkedIn({ email: 'leila@haddad.studio' }), contact('b', { platform: 'linkedin', key: 'leila-h', ...LEILA, email: 'leila@haddad.studio' })];
    expect(suggestions(two, [], noGroup)).toMatchObject([{ certainty: 59, against: ['Two accounts on LinkedIn, which few people have.'] }]);
    const elsewhere = [linkedIn({ company: 'Northwind' }), contact('b', { platform: 'x', key: 'leilahaddad', ...LEILA, company: 'Loom' })];
    expect(suggestions(elsewhere, [], noGroup)).toMatchObject([{ against: ['One works at Northwind, the other at Loom.'] }]);
  });

  it('may be about one profile of the audience, never about two', () => {
    const profiles = [profile('p', { platform: 'x', key: 'kilnclub' }), profile('q', { platform: 'bluesky', key: 'kilnclub' })];
    const found = suggestions([contact('a', { platform: 'instagram', key: 'kilnclub' })], profiles, noGroup);
    expect(found.map(({ a, b }) => [a, b])).toEqual([['a', 'p'], ['a', 'q']]);
  });
});

describe('nothing is suggested', () => {
  it.each<[string, Candidate, Candidate]>([
    ['on a name alone', linkedIn(), contact('b', { platform: 'x', key: 'lh88', ...LEILA })],
    ['on a rare name alone', contact('a', { platform: 'linkedin', key: 'q', name: 'Quillon Zsigmond' }), contact('b', { platform: 'email', key: 'q@z.example', name: 'Quillon Zsigmond' })],
    ['for homonyms known by name only', contact('a', { platform: 'facebook', kind: 'name', key: 'leila haddad', scope: '1', ...LEILA }), contact('b', { platform: 'facebook', kind: 'name', key: 'leila haddad', scope: '2', ...LEILA })],
    ['on a first name and an employer', contact('a', { platform: 'linkedin', key: 'n1', name: 'Noor', company: 'Loom' }), contact('b', { platform: 'x', key: 'n2', name: 'Noor', company: 'Loom' })],
    ['on an address that LinkedIn made of the name', contact('a', { platform: 'linkedin', key: 'leila-haddad', ...LEILA }), contact('b', { platform: 'x', key: 'lh88', ...LEILA })],
    ['on one page of two people', linkedIn({ website: 'northwind.example' }), contact('b', { platform: 'x', key: 'omar88', name: 'Omar Farouk', website: 'northwind.example' })],
    ['on a short handle', contact('a', { platform: 'x', key: 'lh' }), contact('b', { platform: 'instagram', key: 'lh' })],
    ['on a handle of digits', contact('a', { platform: 'x', key: '123456' }), contact('b', { platform: 'instagram', key: '123456' })],
  ])('%s', (_, a, b) => {
    expect(suggestions([a, b], [], noGroup)).toEqual([]);
  });
});

it('compares few of a thousand people, a tenth of them namesakes, with as many in the audience', () => {
  const name = (n: number) => (n % 10 === 0 ? 'John Smith' : `Person${n % 300} Family${n % 233}`);
  const people = Array.from({ length: 1_000 }, (_, n) => contact(`c${n}`, { platform: 'linkedin', key: `slug-${n}`, name: name(n), company: `Company ${n % 500}` }));
  const crowd = Array.from({ length: 1_000 }, (_, n) => profile(`p${n}`, { platform: 'x', key: n % 100 === 0 ? `slug-${n / 100}` : `handle${n}`, name: name(n) }));
  const compared: string[] = [];
  const found = suggestions(people, crowd, (a, b) => {
    compared.push(a + b);
    return null;
  });
  expect(found.filter(({ reasons }) => reasons[0]?.startsWith('Both are called @slug-')).length).toBe(10);
  // Of a million and a half pairs.
  expect(compared.length).toBeLessThan(2_000);
});
