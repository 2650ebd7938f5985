import { describe, expect, it } from 'vitest';
import { addressesIn, countryIn, phonesIn, readPhone } from '../../../app/platforms/people-csv/addresses';
import { consentIn, flagIn, isRounded, isShortened, numberIn, plainCell } from '../../../app/platforms/people-csv/cells';
import { guessMeanings } from '../../../app/platforms/people-csv/guess';
import { NETWORKS } from '../../../app/platforms/people-csv/meanings';
import { identityAt, identityCalled, identityNumbered, linkTo } from '../../../app/platforms/people-csv/profile-links';

describe('a cell', () => {
  it.each([
    ['  Ada ', 'Ada'], ["'+4915", '+4915'], ["'=1+1", '=1+1'], ["'tis", "'tis"], ['="0151"', '0151'], ['a\u0000b', 'ab'], ['', ''],
  ])('%j says %j', (written, plain) => expect(plainCell(written)).toBe(plain));

  it.each([
    ['1,204', 1204], ['1.204', 1204], ['1 204 567', 1204567], ["1'204", 1204], ['4.5', 4.5], ['0,75', 0.75], ['1,080.50', 1080.5], ['1.250,00 €', 1250], ['$0.00', 0],
    ['12.5K', 12500], ['3m', 3_000_000], ['-7', -7], ['85%', 85], ['', null], ['many', null], ['1.2.3.4.5.6', 12345.6], ['12-03', null],
  ])('%j is the number %j', (written, number) => expect(numberIn(written)).toBe(number));

  it.each([['TRUE', true], ['yes', true], ['1', true], ['Ja', true], ['x', true], ['false', false], ['No', false], ['0', false], ['maybe', null], ['', null]])('%j is %j', (written, flag) =>
    expect(flagIn(written)).toBe(flag),
  );

  it.each([
    ['Subscribed', 'subscribed'], ['active', 'subscribed'], ['Unsubscribed', 'unsubscribed'], ['cancelled', 'unsubscribed'], ['Cleaned', 'bounced'], ['hard bounce', 'bounced'],
    ['Hard Bounced', 'bounced'], ['spam complaint', 'complained'], ['pending', 'unsubscribed'], ['abgemeldet', 'unsubscribed'], ['gold', null],
  ])('the status %j means %j', (word, state) => expect(consentIn(word)).toBe(state));

  it.each([['1.31E+18', true, false], ['1,31E+18', true, false], ['1310630474755170000', false, true], ['1310630474755178496', false, false], ['1000', false, false], ['E18', false, false]])(
    '%s: shortened %s, rounded %s', (id, shortened, rounded) => expect([isShortened(id), isRounded(id)]).toEqual([shortened, rounded]),
  );
});

describe('addresses and phones', () => {
  it.each([
    ['Ada@Ex.Example', ['ada@ex.example']], ['Ada Ito <ada@ex.example>', ['ada@ex.example']], ['a@ex.example ::: b@ex.example', ['a@ex.example', 'b@ex.example']],
    ['a@ex.example; b@ex.example, A@ex.example', ['a@ex.example', 'b@ex.example']], ['mailto:a@ex.example', ['a@ex.example']], ['a@ex', []], ['a@ex..example', []], ['@ada', []], ['', []],
  ])('%j holds %j', (cell, addresses) => expect(addressesIn(cell)).toEqual(addresses));

  it.each([
    ['+49 1512 3456789', null, '+4915123456789'], ['0049 1512 3456789', null, '+4915123456789'], ['06 12 34 56 78', 'FR', '+33612345678'], ['(415) 555-0132', 'US', '+14155550132'],
    ['tel:+44-7700-900123', null, '+447700900123'], ['0151 23456789', null, 'no country'], ['4.91512E+11', 'DE', 'shortened'], ['n/a', 'DE', 'no phone'], ['+1', null, 'no phone'], [`+${'1'.repeat(70)}`, null, 'no phone'],
  ] as const)('%j in %s is %s', (written, country, expected) => {
    const phone = readPhone(written, country);
    expect(typeof phone === 'object' ? phone.key : phone).toBe(expected);
  });

  it('are parted as Google and people part them', () => {
    expect(phonesIn('+44 20 7946 0018 ::: +44 7700 900123;030 1, +49 30 2')).toEqual(['+44 20 7946 0018', '+44 7700 900123', '030 1', '+49 30 2']);
  });

  it.each([['FR', 'FR'], ['germany', 'DE'], ['Österreich', 'AT'], ['España', 'ES'], ['USA', 'US'], ['UK', 'GB'], ['Atlantis', null]])('%s is %s', (name, code) => expect(countryIn(name)).toBe(code));
});

describe('links to profiles', () => {
  it.each([
    ['https://x.com/Ada_Ito', 'x', 'handle', 'ada_ito'], ['http://twitter.com/ada?lang=en', 'x', 'handle', 'ada'], ['https://twitter.com/intent/user?user_id=12', 'x', 'id', '12'],
    ['https://www.instagram.com/_u/Ada.Ito/', 'instagram', 'handle', 'ada.ito'], ['https://www.threads.net/@ada', 'threads', 'handle', 'ada'], ['www.tiktok.com/@ada', 'tiktok', 'handle', 'ada'],
    ['https://www.linkedin.com/in/zo%C3%AB-brandt/', 'linkedin', 'handle', 'zoë-brandt'], ['https://www.youtube.com/channel/UCabcdefghijkl', 'youtube', 'id', 'UCabcdefghijkl'],
    ['https://bsky.app/profile/ada.bsky.social', 'bluesky', 'handle', 'ada.bsky.social'], ['https://bsky.app/profile/did:plc:abcdefgh', 'bluesky', 'id', 'did:plc:abcdefgh'],
    ['https://mastodon.social/@Ada', 'mastodon', 'handle', 'ada@mastodon.social'], ['https://t.me/ada_ito', 'telegram', 'handle', 'ada_ito'],
  ])('%s is one', (link, platform, kind, key) => {
    const identity = identityAt(link);
    expect(identity).toEqual({ platform, kind, key, scope: '' });
    if (identity) expect(identityAt(linkTo(identity) ?? '')).toEqual(identity);
  });

  it.each(['https://x.com/home', 'https://x.com/ada/status/12', 'https://www.instagram.com/p/Abc/', 'https://evil.example/x.com/ada', 'javascript:alert(1)//x.com/ada', 'https://x.com.evil.example/ada', 'https://medium.com/@ada', 'ada', ''])(
    '%s is none', (link) => expect(identityAt(link)).toBeNull(),
  );

  it('are also read from handles and ids', () => {
    expect(identityCalled('x', '@Ada')).toMatchObject({ kind: 'handle', key: 'ada' });
    expect(identityCalled('x', 'https://x.com/Ada')).toMatchObject({ kind: 'handle', key: 'ada' });
    expect(identityCalled('mastodon', '@Ada@m.example')).toMatchObject({ key: 'ada@m.example' });
    expect(identityCalled('mastodon', 'ada')).toBeNull();
    expect(identityCalled('x', 'no handle')).toBeNull();
    expect(identityNumbered('x', '12')).toMatchObject({ kind: 'id', key: '12' });
    expect(identityNumbered('x', '1.31E+18')).toBe('shortened');
    expect(identityNumbered('bluesky', '12')).toBeNull();
  });

  it('are made of keys that can’t lead elsewhere', () => {
    for (const platform of NETWORKS) {
      const link = linkTo({ platform, kind: 'handle', key: '../x?y#z@e/../.example', scope: '' });
      expect(link === undefined || /^https:\/\/[a-z.]+\/[^?#]*$/.test(link)).toBe(true);
    }
  });
});

describe('meanings are guessed', () => {
  const guess = (heading: string, ...samples: string[]) => guessMeanings([{ heading, samples }], 'table.csv')[0];
  it.each([
    ['Prénom', 'Gil', 'given_name'],  ['Téléphone', '06 00 00 00 00', 'phone'], ['Correo electrónico', 'a@ex.example', 'email'], ['Achternaam', 'Smit', 'name'],
    ['Apellidos', 'Ruiz', 'name'], ['Telefone', '+351 912 345 678', 'phone'], ['Display Name', 'Ada', 'name'], ['E-mail', 'none', 'skip'],
    ['Status', 'active', 'skip'], ['Status', 'unsubscribed', 'consent_status'], ['Accepts Email Marketing', 'yes', 'mail_allowed'], ['Opted out', 'no', 'no_mail'], ['Phone', 'later', 'skip'],
    ['anything', 'a@ex.example', 'email'], ['anything', 'https://x.com/ada', 'profile_url'], ['anything', '+44 7700 900123', 'phone'], ['Twitter', '@ada', 'handle:x'], ['Instagram handle', 'ada', 'handle:instagram'],
    ['Followers', '12', 'followers'], ['Followers', 'lots', 'skip'], ['Subscribed at', '2024-01-01', 'since'], ['', 'x', 'skip'],
    ['Mobiltelefon', '0151 2345678', 'phone'], ['E-Mail 2: Adresse', 'a@ex.example', 'email'], ['Notes', 'write to a@ex.example', 'notes'], ['Nom', 'Roy', 'name'],
  ])('%s with %s: %s', (heading, sample, meaning) => expect(guess(heading, sample)).toBe(meaning));

  it('with an eye on their neighbours', () => {
    const together = (...headings: string[]) => guessMeanings(headings.map((heading) => ({ heading, samples: [] })), 'table.csv');
    expect(together('Name', 'Vorname')).toEqual(['family_name', 'given_name']);
    expect(together('Nome', 'Cognome')).toEqual(['given_name', 'family_name']);
    expect(together('Nombre', 'Apellidos')).toEqual(['given_name', 'family_name']);
    expect(together('Name', 'Created at')).toEqual(['name', 'since']);
    expect(together('Name', 'Created at', 'Followers')).toEqual(['name', 'created_at', 'followers']);
  });
});
