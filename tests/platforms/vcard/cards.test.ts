/** Every version of a card, and what of it becomes somebody. */
import { afterAll, describe, expect, it } from 'vitest';
import * as cards from '../../fixtures/vcard/cards';
import { removeFolders } from '../../fixtures/zip';
import { readFile, short } from '../read-export';

afterAll(removeFolders);

const read = (content: string | Buffer, name = 'contacts.vcf') => readFile(name, content);
const refs = (all: readonly { platform: string; kind: string; key: string }[]) => all.map(({ platform, kind, key }) => `${platform} ${kind} ${key}`);

describe('one card', () => {
  it('of version 2.1: quoted-printable over soft line breaks, two encodings, a picture passed over', async () => {
    const { identities, leftOut, rejected } = await read(cards.VERSION_2_1);
    expect(rejected).toEqual([]);
    expect(identities[0]).toMatchObject({
      platform: 'vcard', kind: 'id', displayName: 'Jörg Müller, Restaurator für alte Möbel', company: 'Werkstatt Müller', title: 'Inhaber',
      email: 'joerg@werkstatt.example', phone: '+491701234567', listed: true, evidence: 'export',
    });
    expect(refs(identities.slice(1))).toEqual(['email email joerg@werkstatt.example', 'email email joerg.mueller@mail.example', 'vcard phone +491701234567']);
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['Pictures on cards.', 1], ['Birthdays and other dates on cards.', 1], ['Phone numbers that don’t tell their country, or are none.', 1],
    ]);
  });

  it('of version 3.0: groups and labels, profiles, folded lines, escapes', async () => {
    const { identities, samePerson, leftOut } = await read(cards.VERSION_3_0);
    expect(identities[0]).toMatchObject({
      platform: 'vcard', kind: 'id', key: '7a4f0b9e-3c1d-4e6b-9e43-1b6c1f2d3e4f', displayName: 'Dr. Ines Okafor', company: 'Northwind, Inc.',
      title: 'Director of a title that goes on and on and on and on until it has to be folded', email: 'ines@northwind.example', phone: '+14155552671',
    });
    expect(refs(identities.slice(1))).toEqual([
      'email email ines@northwind.example', 'email email ines.okafor@home.example', 'vcard phone +14155552671',
      'x handle inesokafor', 'linkedin handle ines-okafor-3b2a91',
    ]);
    expect(samePerson).toHaveLength(1);
    expect(refs(samePerson[0]?.identities ?? [])).toEqual(refs(identities));
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['Relatives and colleagues named on cards.', 1], ['Notes on cards.', 1], ['Birthdays and other dates on cards.', 1], ['Pictures on cards.', 1],
      ['Websites and profiles on platforms that Kith doesn’t know.', 1],
    ]);
  });

  it('of version 4.0: preferences in numbers, URIs, a birthday without a year, lower-case names', async () => {
    const { identities, leftOut } = await read(cards.VERSION_4_0);
    expect(identities[0]).toMatchObject({ key: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1', displayName: 'Kofi Mensah', email: 'kofi@mensah.example', phone: '+233241234567' });
    expect(refs(identities.slice(1))).toEqual([
      'email email kofi@mensah.example', 'email email kofi@old.example', 'vcard phone +233241234567', 'mastodon handle kofi@social.example', 'bluesky handle kofi.example',
    ]);
    expect(leftOut).toMatchObject([{ reason: 'Birthdays and other dates on cards.', count: 1 }, { reason: 'Pictures on cards.', count: 1 }]);
  });

  it('of a company is left out, of nobody rejected, and one inside another is nobody’s', async () => {
    const { identities, leftOut, rejected } = await read(cards.COMPANY + cards.NOBODY + cards.WITH_AGENT);
    expect(identities.map(({ displayName }) => displayName)).toEqual(['Wren Hale', 'Wren Hale']);
    expect(refs(identities.slice(1))).toEqual(['email email wren@hale.example']);
    expect(leftOut).toMatchObject([{ reason: 'Cards of companies and groups: Kith keeps people.', count: 1 }]);
    expect(rejected).toMatchObject([{ line: 9, reason: 'This card holds neither a name nor an address.' }]);
  });
});

describe('an address book', () => {
  it('of all of them is recognised by content under any name, and belongs to nobody in it', async () => {
    const { recognition, owner, questions, identities, interactions, coverage } = await read(cards.ALL, 'Download');
    expect(recognition).toMatchObject({ platform: 'vcard', accountLabel: 'Address book', parts: [{ path: 'Download', kind: 'cards' }], unused: [] });
    expect(owner).toEqual({ certain: true, candidates: [] });
    expect(questions).toEqual([{ asks: 'list_kind', suggested: 'contacts' }]);
    expect(identities.filter(({ listed }) => listed).map(({ displayName }) => displayName)).toEqual([
      'Jörg Müller, Restaurator für alte Möbel', 'Dr. Ines Okafor', 'Kofi Mensah', 'Zoë Brandt', 'Wren Hale',
    ]);
    expect([interactions, coverage]).toEqual([[], []]);
  });

  it('that is only an audience makes nobody a contact', async () => {
    const { identities } = await readFile('a.vcf', cards.ALL, undefined, { listKind: 'audience' });
    expect(identities.length).toBeGreaterThan(5);
    expect(identities.filter(({ listed }) => listed)).toEqual([]);
  });

  it('gives the same people on every import, with an id of their own or without', async () => {
    const keys = async (content: string) => (await read(content)).identities.filter(({ kind }) => kind === 'id').map(({ key }) => key);
    expect(await keys(cards.ALL)).toEqual(await keys(cards.ALL));
    const changed = cards.VERSION_3_0.replace('Director of', 'Head of').replace('ines.okafor@home.example', 'ines@new.example');
    expect(await keys(changed)).toEqual(await keys(cards.VERSION_3_0));
    expect(await keys(cards.WITHOUT_UID.replaceAll('\n', '\r\n'))).toEqual(await keys(cards.WITHOUT_UID));
    expect(await keys(cards.WITHOUT_UID.replace('zoe@brandt', 'zoe.b@brandt'))).not.toEqual(await keys(cards.WITHOUT_UID));
  });

  it('counts cards that stand there twice', async () => {
    const { identities, leftOut } = await read(cards.WITHOUT_UID + cards.WITHOUT_UID);
    expect(identities).toHaveLength(2);
    expect(leftOut.at(0)).toMatchObject({ reason: 'Groups that cards belong to.', count: 1 });
    expect(leftOut.at(1)).toMatchObject({ reason: 'Cards that stand there a second time.', count: 1 });
  });

  it.each([
    ['a byte order mark', Buffer.from(`\uFEFF${cards.VERSION_3_0}`)],
    ['UTF-16, as old Macs wrote', Buffer.from(`\uFEFF${cards.VERSION_3_0}`, 'utf16le')],
    ['UTF-16 the other way', Buffer.from(`\uFEFF${cards.VERSION_3_0}`, 'utf16le').swap16()],
    ['bare line feeds', cards.VERSION_3_0.replaceAll('\r\n', '\n')],
    ['old Mac line ends', cards.VERSION_3_0.replaceAll('\r\n', '\r')],
    ['tabs for folding', cards.VERSION_3_0.replaceAll('\r\n ', '\r\n\t')],
  ])('reads the same with %s', async (_how, content) => {
    const expected = await read(cards.VERSION_3_0);
    expect((await read(content)).items.map(({ record }) => record)).toEqual(expected.items.map(({ record }) => record));
  });

  it('reads names in an old code page that no parameter names', async () => {
    const { identities } = await read(Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nN:M\xfcller;J\xf6rg\r\nTEL:+491701234567\r\nEND:VCARD\r\n', 'latin1'));
    expect(identities[0]?.displayName).toBe('Jörg Müller');
  });

  it('takes numbers without a code for those of the country most others are of', async () => {
    const card = (name: string, phone: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:${phone}\nEND:VCARD\n`;
    const german = ['1', '2', '3', '4'].map((digit) => card(`Person ${digit}`, `+49 170 123456${digit}`)).join('');
    const national = card('Berlin', '030 901820');
    expect(refs((await read(german + card('Five', '0049 170 1234565') + national)).identities).at(-1)).toBe('vcard phone +4930901820');
    expect((await read(german + national)).identities.at(-1)).toMatchObject({ displayName: 'Berlin', kind: 'id' });
  });

  it.each([
    ['a card that never ends', 'BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n', 1, 'This card has no end: the file stops early, or a part of it is missing.'],
    ['lines between cards', 'BEGIN:VCARD\nFN:Bo\nEND:VCARD\nFN:Stray\nTEL:1\n', 4, 'These lines belong to no card.'],
  ])('rejects %s and reads the rest', async (_what, content, line, reason) => {
    const { identities, rejected } = await read(content);
    expect(identities.map(({ displayName }) => displayName)).toEqual(['Bo']);
    expect(rejected).toMatchObject([{ line, reason }]);
  });
});

it.each([
  ['X-SOCIALPROFILE;type=facebook:https://www.facebook.com/profile.php?id=1000123', 'facebook id 1000123'],
  ['X-SOCIALPROFILE;type=twitter;x-user=Ada_Ito:x-apple:ada_ito', 'x handle ada_ito'],
  ['X-SOCIALPROFILE;type=instagram:https://instagram.com/ada.ito/?hl=en', 'instagram handle ada.ito'],
  ['URL:https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv', 'youtube id UCabcdefghijklmnopqrstuv'],
  ['item3.URL;type=pref:https\\://t.me/adaito', 'telegram handle adaito'],
  ['URL:https://www.tiktok.com/@ada', 'tiktok handle ada'],
  ['URL:https://instagram.com.evil.example/ada', null],
  ['URL:javascript:alert(1)', null],
  ['URL:https://x.com/intent/follow?screen_name=ada', null],
  ['URL:https://social.example/@ada', null],
  ['X-SOCIALPROFILE;type=constructor:ada', null],
])('%s is %s', async (line, wanted) => {
  const { identities } = await read(`BEGIN:VCARD\nVERSION:3.0\nFN:Ada Ito\n${line}\nEND:VCARD\n`);
  expect(refs(identities.slice(1))).toEqual(wanted === null ? [] : [wanted]);
});

it('names what its addresses are', async () => {
  const { identities } = await read(cards.VERSION_3_0);
  expect(identities.find(({ platform }) => platform === 'x')).toMatchObject({ handle: 'inesokafor', displayName: 'Dr. Ines Okafor', profileUrl: 'https://x.com/inesokafor' });
  expect(identities.find(({ platform }) => platform === 'linkedin')?.profileUrl).toBe('https://www.linkedin.com/in/ines-okafor-3b2a91');
  expect(identities.map(short)[1]).toBe('email:ines@northwind.example');
});
