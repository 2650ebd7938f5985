/** One mailbox as every program keeps it: the same letters come out, with their directions, people, threads and words. */
import { afterAll, describe, expect, it } from 'vitest';
import { appleFolders, looseFiles, plainMbox, takeout, threadId, thunderbirdProfile } from '../../fixtures/email/boxes';
import { INES_ASKS, LETTERS, WREN_COMES } from '../../fixtures/email/letters';
import { folderOnDisk, removeFolders } from '../../fixtures/zip';
import { readExport, readFile, readFiles } from '../read-export';

afterAll(removeFolders);

const OWN_ADDRESS = 'jordan@studio.example';
const ROUND_OF_FOUR = ['wren@tidewater.example to', 'ines@northwind.example to', 'zoe@brandt.example group'];

/** kind, direction, from, to (with roles), text. */
const WANTED = [
  ['email', 'in', 'ines@northwind.example', ['jordan@studio.example to'], 'Hi Jordan,\n\nwhat do you ask for a day in the café? It would be a day that goes on until seven.\nFrom the station it is ten minutes.'],
  ['reply', 'out', OWN_ADDRESS, ['ines@northwind.example to'], 'Four hundred, and the café pays for lunch.'],
  ['reply', 'in', 'ines@northwind.example', ['jordan@studio.example to'], 'Agreed.'],
  ['email', 'in', 'kofi@mensah.example', ['jordan.pike@mail.example to'], 'Here they are,\nall & sundry.'],
  ['email', 'out', OWN_ADDRESS, ROUND_OF_FOUR, 'Friday or Monday?'],
  ['reply', 'in', 'wren@tidewater.example', ['jordan@studio.example to', 'ines@northwind.example to', 'zoe@brandt.example to'], 'Friday works.\n\nFrom here it is an hour.'],
  ['email', 'in', 'zoe@brandt.example', ['jordan@studio.example to'], 'Me too.'],
];

type Read = Awaited<ReturnType<typeof readExport>>;
const lines = ({ interactions }: Read) =>
  [...interactions].sort((a, b) => (a.occurredAt?.at ?? 0) - (b.occurredAt?.at ?? 0)).map(({ kind, direction, actor, targets, text }) => [
    kind, direction, actor.key, targets.map(({ identity, role }) => `${identity.key} ${role}`), text,
  ]);

const FORMS: readonly [string, () => Promise<Read>][] = [
  ['Takeout in English', () => readFiles(takeout(LETTERS, 'en'), 'takeout-20261120T101010Z-001.zip')],
  ['Takeout in German', () => readFiles(takeout(LETTERS, 'de'), 'takeout.zip')],
  ['Takeout in Japanese', () => readFiles(takeout(LETTERS, 'ja'), 'takeout.zip')],
  ['a Thunderbird profile', async () => readExport(await folderOnDisk(thunderbirdProfile(LETTERS)), 'profile')],
  ['folders of Apple Mail', () => readFiles(appleFolders(LETTERS), 'Archive.zip')],
  ['a folder of loose mails', async () => readExport(await folderOnDisk(looseFiles(LETTERS)), 'Mails')],
  ['a zip of loose mails', () => readFiles(looseFiles(LETTERS), 'Mails.zip')],
];

describe.each(FORMS)('%s', (name, read) => {
  it('gives every letter once, with direction, people and words', async () => {
    expect(lines(await read())).toEqual(WANTED);
  });

  it('belongs to Jordan, both addresses', async () => {
    const { owner } = await read();
    expect(owner.certain).toBe(true);
    expect(owner.candidates[0]).toMatchObject({
      identity: { platform: 'email', kind: 'email', key: OWN_ADDRESS }, displayName: 'Jordan Pike', also: [{ key: 'jordan.pike@mail.example' }],
      evidence: '2 sent mails come from this address.',
    });
  });

  it('counts each kind of mail that is no letter, and rejects nothing', async () => {
    const { leftOut, rejected } = await read();
    const counts = new Map<string, number>();
    for (const { reason, count } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + count);
    expect(Object.fromEntries(counts)).toEqual({
      'Newsletters and mailing lists.': 2,
      'Mails written by machines: out-of-office notes, receipts, reports.': 1,
      'Bulk mail.': 1,
      'Mails from addresses that nobody reads (no-reply and the like).': 1,
      'Invitations to meetings and answers to them.': 1,
      'Spam.': 1,
      'Mails in the trash.': 1,
      'Drafts that were never sent.': 1,
      'Mails from people you never wrote to and who never wrote to you alone.': 2,
    });
    expect(rejected).toEqual([]);
  });

  it('reads names, subjects and times as they are meant', async () => {
    const { identities, interactions, conversations } = await read();
    const names = new Map(identities.flatMap(({ key, displayName }) => (displayName === undefined ? [] : [[key, displayName] as const])));
    expect(Object.fromEntries([...names].sort())).toEqual({
      'ines@northwind.example': expect.stringMatching(/^In[eé]s Okafor$/), 'jordan.pike@mail.example': 'Jordan Pike', 'jordan@studio.example': 'Jordan Pike',
      'kofi@mensah.example': 'Kofi Mensah', 'wren@tidewater.example': 'Wren Hale', 'zoe@brandt.example': expect.stringMatching(/^Zoë/),
    });
    const byId = (id: string) => interactions.find(({ externalId }) => externalId === id);
    expect(byId('ask-1@northwind.example')).toMatchObject({
      idBasis: 'native', subject: 'Die Werkstatt – eine Frage', occurredAt: { at: Date.UTC(2023, 9, 16, 1, 29, 28), precision: 'second', zone: 'offset' }, textFormat: 'plain',
    });
    expect(byId('answer-1@studio.example')?.parentExternalId).toBe('ask-1@northwind.example');
    expect(byId('agree-1@northwind.example')?.occurredAt).toEqual({ at: Date.UTC(2023, 9, 17, 13, 15), precision: 'minute', zone: 'offset' });
    // His clock stood at 1998; the server's stamp tells.
    expect(byId('mock-1@mensah.example')).toMatchObject({ occurredAt: { at: Date.UTC(2023, 10, 4, 10, 0, 5) }, attachments: 1, textFormat: 'html-stripped' });
    const zoe = interactions.find(({ idBasis }) => idBasis === 'hash');
    expect(zoe).toMatchObject({ actor: { key: 'zoe@brandt.example' }, occurredAt: { at: Date.UTC(2023, 10, 16, 6) } });
    expect(zoe?.subject).toBeUndefined();
    expect(new Set(conversations.map(({ kind }) => kind))).toEqual(new Set(['email_thread']));
  });

  it('keeps threads together, by Google’s number where it gives one', async () => {
    const { interactions, conversations } = await read();
    const threads = interactions.map(({ conversationExternalId }) => conversationExternalId);
    expect(new Set(threads).size).toBe(4);
    const isTakeout = name.startsWith('Takeout');
    const first = isTakeout ? threadId(INES_ASKS) : 'ask-1@northwind.example';
    expect(threads.filter((thread) => thread === first)).toHaveLength(3);
    expect(conversations.find(({ externalId }) => externalId === first)).toMatchObject({
      title: expect.stringMatching(/^Die Werkstatt/), ...(isTakeout ? { nativeUrl: `https://mail.google.com/mail/?authuser=jordan%40studio.example#all/${BigInt(first).toString(16)}` } : {}),
    });
    const round = conversations.find(({ externalId }) => externalId === (isTakeout ? threadId(WREN_COMES) : 'round-1@studio.example'));
    expect(round?.participants.map(({ key }) => key).sort()).toEqual(['ines@northwind.example', OWN_ADDRESS, 'wren@tidewater.example', 'zoe@brandt.example']);
  });

  it('introduces everybody before the first word about them', async () => {
    const known = new Set<string>();
    for (const { record } of (await read()).items) {
      if (record.record === 'identity') known.add(record.key);
      if (record.record === 'conversation') {
        expect(record.participants.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
        known.add(record.externalId);
      }
      if (record.record === 'interaction') {
        expect([record.actor, ...record.targets.map(({ identity }) => identity)].map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
        expect(known.has(record.conversationExternalId ?? '')).toBe(true);
      }
    }
  });

  it('covers both sides from the first letter, and is whole only where Google exports all', async () => {
    const { coverage, recognition } = await read();
    expect(coverage.map(({ kind, direction, complete }) => `${kind} ${direction} ${complete}`)).toEqual(
      ['email in', 'reply in', 'email out', 'reply out'].map((what) => `${what} ${name.startsWith('Takeout')}`),
    );
    expect(coverage[0]?.from).toBe(Date.UTC(2023, 9, 16, 1, 29, 28));
    expect(coverage[0]?.to).toBe(Math.max(recognition.generatedAt ?? 0, Date.UTC(2023, 10, 16, 6)));
  });
});

it('says what it does not read', async () => {
  const { recognition } = await readExport(await folderOnDisk(thunderbirdProfile(LETTERS)), 'profile');
  expect(recognition.parts.map(({ path }) => path)).toEqual(['Drafts', 'Inbox', 'Junk', 'Sent', 'Trash']);
  expect(recognition.unused).toEqual([
    { path: 'Archives', reason: 'No mail, so not read.' },
    { path: 'msgFilterRules.dat', reason: 'No mail, so not read.' },
    { path: 'Inbox.msf', reason: 'Thunderbird’s table of contents of a mailbox: the mails themselves are read.' },
  ]);
});

it('takes no draft for a letter because Gmail keeps a copy among all mail', async () => {
  const draft = LETTERS.filter(({ folder }) => folder === 'Drafts');
  const files = { 'ImapMail/[Gmail].sbd/All Mail': plainMbox(LETTERS), 'ImapMail/[Gmail].sbd/Drafts': plainMbox(draft), 'ImapMail/[Gmail].sbd/Sent Mail': plainMbox(LETTERS.filter(({ folder }) => folder === 'Sent')) };
  const { interactions, leftOut, recognition } = await readExport(await folderOnDisk(files), 'profile');
  expect(recognition.parts.map(({ path }) => path)).toEqual(['Drafts', 'All Mail', 'Sent Mail']);
  expect(interactions.map(({ externalId }) => externalId)).not.toContain('draft@studio.example');
  expect(interactions.map(({ externalId }) => externalId)).toContain('answer-1@studio.example');
  expect(leftOut).toContainEqual(expect.objectContaining({ file: 'All Mail', reason: 'Drafts that were never sent.', count: 1 }));
  expect(leftOut).toContainEqual(expect.objectContaining({ file: 'Sent Mail', reason: 'Copies of mails that lie in another folder too.', count: 2 }));
});

it('reads one mbox file of both sides, under any name', async () => {
  const { recognition, owner, interactions } = await readFile('Download', plainMbox(LETTERS));
  expect(recognition).toMatchObject({ platform: 'email', title: 'Mailbox', parts: [{ path: 'Download', kind: 'mbox' }] });
  expect(owner.certain).toBe(true);
  expect(interactions.filter(({ direction }) => direction === 'out').map(({ externalId }) => externalId).sort()).toContain('answer-1@studio.example');
});
