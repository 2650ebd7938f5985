/** What a thread's lines become, whichever of the two networks it is from. */
import { afterAll, describe, expect, it } from 'vitest';
import { metaJson, threadJson } from '../../fixtures/meta/writing';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const ME = 'Jordan Pike';
const OWN = { identities: [{ platform: 'facebook', kind: 'handle', key: 'jordan.pike', scope: '' } as const], displayName: ME };
const FOLDER = 'your_facebook_activity/messages/inbox/x_12345';
type Line = Record<string, unknown>;
const line = (rest: Line = {}): Line => ({ sender_name: 'Ada Ito', timestamp_ms: 1700000000000, content: 'Hello', type: 'Generic', ...rest });
const read = (messages: readonly Line[], participants: readonly string[] = ['Ada Ito', ME], own = OWN) =>
  readFiles({ [`${FOLDER}/message_1.json`]: threadJson({ participants, messages, title: 'Title', threadPath: 'inbox/x_12345' }) }, 'facebook-x-2024-01-01-a.zip', own);

describe('a line', () => {
  it.each([
    ['a message', {}, 'message', { text: 'Hello' }],
    ['a call', { type: 'Call', call_duration: 0, content: 'Ada called you.' }, 'call', { text: 'Ada called you.' }],
    ['somebody joining', { type: 'Subscribe', content: 'Ada added you.' }, 'system', { text: 'Ada added you.' }],
    ['what Meta wrote itself', { content: 'Liked a message' }, 'system', { text: 'Liked a message' }],
    ['a reaction told once more', { content: 'Reacted ❤ to your message ' }, 'system', { text: 'Reacted ❤ to your message' }],
    ['pictures and films', { content: undefined, photos: [{ uri: 'a' }, { uri: 'b' }], videos: [{ uri: 'c' }] }, 'message', { attachments: 3 }],
    ['a sticker', { content: undefined, sticker: { uri: 'a' } }, 'message', { attachments: 1 }],
    ['a link', { content: undefined, share: { link: 'https://example.org/x' } }, 'message', { url: 'https://example.org/x' }],
    ['tags that somebody typed', { content: 'use <b>bold</b>' }, 'message', { text: 'use <b>bold</b>' }],
  ])('can be %s', async (_what, rest, kind, fields) => {
    const { interactions, rejected, leftOut } = await read([line(rest)]);
    expect(interactions).toMatchObject([{ kind, direction: 'in', targets: [{ identity: { key: 'jordan.pike' }, role: 'to' }], ...fields }]);
    expect([rejected, leftOut]).toEqual([[], []]);
  });

  it('never brings an address that is none', async () => {
    const { interactions } = await read([line({ share: { link: 'javascript:alert(1)' } })]);
    expect(interactions[0]?.url).toBeUndefined();
  });

  it.each([
    ['This message has no sender.', { sender_name: '' }],
    ['This message has no date that can be read.', { timestamp_ms: 'yesterday' }],
    ['This message has no date that can be read.', { timestamp_ms: 0 }],
  ])('is told when it can’t be read: %s', async (reason, rest) => {
    const { rejected, messages } = await read([line(rest), line({ content: 'Fine' })]);
    expect(rejected).toMatchObject([{ reason, file: 'message_1.json' }]);
    expect(messages.map(({ text }) => text)).toEqual(['Fine']);
  });

  it.each([
    ['Messages that their sender took back: nothing is left of them.', { is_unsent: true, content: 'x' }],
    ['Messages without any content.', { content: undefined }],
  ])('is left out: %s', async (reason, rest) => {
    const { leftOut, messages } = await read([line(rest), line(rest)]);
    expect(leftOut).toMatchObject([{ reason, count: 2 }]);
    expect(messages).toEqual([]);
  });

  it('that comes twice at the same instant is two lines', async () => {
    const { messages } = await read([line(), line(), line({ sender_name: ME })]);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(3);
  });

  it('keeps its id in a later export that holds more, and in other parts', async () => {
    const rows = [line({ timestamp_ms: 1700000002000 }), line(), line()];
    const before = await read(rows.slice(1));
    const after = await readFiles({
      [`${FOLDER}/message_2.json`]: threadJson({ participants: ['Ada Ito', ME], messages: rows.slice(2), threadPath: 'inbox/x_12345' }),
      [`${FOLDER}/message_1.json`]: threadJson({ participants: ['Ada Ito', ME], messages: rows.slice(0, 2), threadPath: 'inbox/x_12345' }),
    }, 'facebook-x-2024-02-01-a.zip', OWN);
    const ids = after.messages.map(({ externalId }) => externalId);
    expect(ids).toHaveLength(3);
    expect(before.messages.every(({ externalId }) => ids.includes(externalId))).toBe(true);
  });
});

describe('a group', () => {
  const people = (size: number) => Array.from({ length: size - 1 }, (_, index) => `Member ${index}`);
  it.each([
    [8, 'Hello all', 'in', 'to'],
    [9, 'Hello all', 'other', 'group'],
    [9, 'Hello @Jordan Pike, look', 'in', 'mentioned'],
    [9, 'Did Jordan Pike see this?', 'in', 'mentioned'],
    [9, 'Michael Jordan Pikeman', 'other', 'group'],
  ])('of %i people: %j is %s', async (size, content, direction, role) => {
    const { messages, conversations } = await read([line({ sender_name: 'Member 0', content })], [...people(size), ME]);
    expect(conversations).toMatchObject([{ kind: 'group', title: 'Title' }]);
    expect(conversations[0]?.participants).toHaveLength(size);
    expect(messages).toMatchObject([{ direction, targets: [{ role }] }]);
  });

  it('hears what the user says', async () => {
    const { messages } = await read([line({ sender_name: ME, content: 'Hi @Member 1' })], [...people(3), ME]);
    expect(messages[0]?.targets.map(({ identity, role }) => `${identity.key} ${role}`)).toEqual(['member 0 to', 'member 1 to']);
    const large = await read([line({ sender_name: ME, content: 'Hi @Member 1' })], [...people(9), ME]);
    expect(large.messages[0]?.targets.map(({ identity, role }) => `${identity.key} ${role}`)).toEqual(['member 1 mentioned']);
  });

  it('knows those who left by their lines', async () => {
    const { messages, conversations, identities } = await read([line({ sender_name: 'Gone Away' })], [...people(3), ME]);
    expect(messages.map(({ actor }) => short(actor))).toEqual(['name:gone away@12345']);
    expect(conversations[0]?.participants.map(({ key }) => key)).toContain('gone away');
    expect(identities.map(({ key }) => key)).toContain('gone away');
  });
});

describe('reactions', () => {
  it('belong to their line, with a date where there is one', async () => {
    const reactions = [{ reaction: '❤', actor: ME, timestamp: 1700000100 }, { reaction: '😂', actor: 'Ada Ito' }, { reaction: '', actor: 'X' }];
    const { interactions } = await read([line({ reactions })]);
    const [parent, mine, own] = interactions;
    expect(mine).toMatchObject({ kind: 'reaction', direction: 'out', emoji: '❤', parentExternalId: parent?.externalId, targets: [{ identity: { key: 'ada ito' } }], occurredAt: { at: 1700000100000 } });
    expect(own).toMatchObject({ direction: 'other', emoji: '😂', targets: [], occurredAt: null });
    expect(interactions).toHaveLength(3);
  });
});

describe('a thread', () => {
  it('with nobody else is notes', async () => {
    const { leftOut, interactions } = await read([line({ sender_name: ME })], [ME]);
    expect(leftOut).toMatchObject([{ reason: 'Notes to yourself.', count: 1 }]);
    expect(interactions).toEqual([]);
  });

  it('with a part missing makes messages incomplete', async () => {
    const file = (at: number) => threadJson({ participants: ['Ada Ito', ME], messages: [line({ timestamp_ms: at })] });
    const of = async (...numbers: number[]) => {
      const files = Object.fromEntries(numbers.map((number) => [`${FOLDER}/message_${number}.json`, file(1700000000000 - number)]));
      return (await readFiles(files, 'facebook-x-2026-01-01-a.zip', OWN)).coverage.find(({ kind }) => kind === 'message')?.complete;
    };
    expect([await of(1, 2), await of(1, 3)]).toEqual([true, false]);
  });

  it('finds the user by presence where nothing else names them', async () => {
    const files = Object.fromEntries(['Ada', 'Ben', 'Cy'].map((name, index) => [
      `your_facebook_activity/messages/inbox/${name}_1234${index}/message_1.json`,
      threadJson({ participants: [name, ME], messages: [line({ sender_name: ME, timestamp_ms: 1700000000000 + index })] }),
    ]));
    const { messages } = await readFiles(files, 'x.zip', { ...OWN, displayName: 'JP' });
    expect(messages.map(({ direction }) => direction)).toEqual(['out', 'out', 'out']);
  });

  it('reads the file of 2018 that has no number', async () => {
    const file = metaJson({ participants: [{ name: 'Ada Ito' }, { name: ME }], messages: [line()] });
    const { messages } = await readFiles({ 'messages/inbox/AdaIto_bHq-iIzUjw/message.json': file, 'messages/inbox/BenCosta_cHq-iIzUjw/message.json': file }, 'facebook-x.zip', OWN);
    expect(messages.map(({ conversationExternalId }) => conversationExternalId)).toEqual(['bHq-iIzUjw', 'cHq-iIzUjw']);
  });

  it.each([
    ['where it lay', { thread_path: 'inbox/ada_777888' }, '777888'],
    ['its title', { title: 'Ada Ito' }, 'with Ada Ito'],
    ['who is in it', {}, 'with Ada Ito, Jordan Pike'],
  ])('that comes without its folder is known by %s', async (_what, rest, conversation) => {
    const file = metaJson({ participants: [{ name: 'Ada Ito' }, { name: ME }], messages: [line()], ...rest });
    const { messages } = await readFiles({ 'message_1.json': file, 'photos/1.jpg': Buffer.from([0xff]) }, 'ada.zip', OWN);
    expect(messages.map(({ conversationExternalId }) => conversationExternalId)).toEqual([conversation]);
  });
});
