import { afterAll, describe, expect, it } from 'vitest';
import type { InteractionRecord } from '../../../app/domain/activity';
import { CUTOVER, ENCRYPTED, eraNamed, PROFILE } from '../../fixtures/facebook/account';
import { removeFolders } from '../../fixtures/zip';
import { readFile, readFiles } from '../read-export';

afterAll(removeFolders);

const texts = (messages: readonly InteractionRecord[]) =>
  [...messages].sort((a, b) => (a.occurredAt?.at ?? 0) - (b.occurredAt?.at ?? 0)).map(({ direction, text, attachments }) => `${direction} ${text ?? `(${attachments})`}`);
const EVERYTHING = ['in Hello', 'in In both', 'out (1)', 'in Only here ☕'];

describe('the end-to-end encrypted download', () => {
  it('is read, with its flat files and camelCase', async () => {
    const { messages, interactions, recognition, owner, conversations } = await readFiles(ENCRYPTED, 'messages.zip');
    expect(recognition).toMatchObject({ platform: 'facebook', parts: [{ kind: 'messages' }, { kind: 'messages' }] });
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { kind: 'name', key: 'jordan pike', scope: 'owner' } }] });
    expect(texts(messages)).toEqual(EVERYTHING);
    expect(conversations.map(({ kind, participants }) => [kind, participants.map(({ key }) => key)])).toEqual([
      ['dm', ['jordan pike', 'kofi mensah']], ['dm', ['jordan pike', 'zoë brandt']],
    ]);
    expect(interactions.filter(({ kind }) => kind === 'reaction')).toMatchObject([{ direction: 'out', emoji: '👍' }]);
  });

  it('keeps a conversation’s id when the numbers of its files change', async () => {
    const first = await readFiles(ENCRYPTED, 'messages.zip');
    const renumbered = Object.fromEntries(Object.entries(ENCRYPTED).map(([path, content]) => [path.replace('_12', '_44').replace('_3', '_9'), content]));
    const second = await readFiles(renumbered, 'messages.zip');
    expect(second.messages.map(({ externalId }) => externalId).sort()).toEqual(first.messages.map(({ externalId }) => externalId).sort());
  });

  it('mends its mojibake where it has any', async () => {
    const path = 'Zoë Brandt_12.json';
    const content = Buffer.from(String(ENCRYPTED[path]).replace('☕', Buffer.from('☕').toString('latin1')));
    const { messages } = await readFiles({ ...ENCRYPTED, [path]: content }, 'messages.zip');
    expect(texts(messages)).toEqual(EVERYTHING);
  });

  it('goes on the thread that was cut over, and counts nothing twice', async () => {
    const { messages, conversations } = await readFiles({ ...CUTOVER, ...ENCRYPTED }, 'both.zip');
    expect(texts(messages)).toEqual(['in Hello', 'in Only in the cutover', 'in In both', 'out (1)', 'in Only here ☕']);
    expect(conversations.map(({ externalId }) => externalId)).toContain('7000111');
    expect(conversations).toHaveLength(2);
    const alone = await readFiles(CUTOVER, 'cutover.zip', { identities: [{ platform: 'facebook', kind: 'name', key: 'jordan pike', scope: 'owner' }], displayName: 'Jordan Pike' });
    const ids = new Set(messages.map(({ externalId }) => externalId));
    expect(alone.messages.every(({ externalId }) => ids.has(externalId))).toBe(true);
  });

  it('is known by a single file of it, and asks who is who', async () => {
    const { owner, messages } = await readFile('anything.json', ENCRYPTED['Kofi Mensah_3.json'] ?? '');
    expect(messages).toHaveLength(1);
    expect(owner.certain).toBe(false);
    expect(owner.candidates.map(({ displayName }) => displayName)).toEqual(['Jordan Pike', 'Kofi Mensah']);
  });
});

describe('whose it is', () => {
  const messages = Object.fromEntries(Object.entries(eraNamed('2021').files).filter(([path]) => path.startsWith('messages/')));

  it('is told by presence where there is no profile', async () => {
    const { owner } = await readFiles(messages, 'facebook.zip');
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { kind: 'name', key: 'jordan pike', scope: 'owner' }, displayName: 'Jordan Pike' }] });
    expect(owner.candidates[0]?.evidence).toBe('The name is in 6 of the 6 conversations looked at.');
  });

  it('is the name in the threads where the profile has another', async () => {
    const files = { ...messages, 'profile_information/profile_information.json': PROFILE.replaceAll('Jordan Pike', 'J. P. Pike') };
    const { owner, messages: read } = await readFiles(files, 'facebook.zip');
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', identity: { key: 'jordan.pike' } }] });
    expect(read.filter(({ direction }) => direction === 'out')).toHaveLength(2);
  });

  it.each([
    ['https://www.facebook.com/profile.php?id=100001234', { kind: 'id', key: '100001234' }],
    ['https://facebook.com/Jordan.Pike.5/', { kind: 'handle', key: 'jordan.pike.5' }],
    ['javascript:alert(1)', { kind: 'name', key: 'jordan pike' }],
    ['https://evil.example/facebook.com/jordan', { kind: 'name', key: 'jordan pike' }],
  ])('%s is %o', async (uri, identity) => {
    const files = { ...messages, 'profile_information/profile_information.json': PROFILE.replace('https://www.facebook.com/jordan.pike', uri) };
    const { owner } = await readFiles(files, 'facebook.zip');
    expect(owner.candidates[0]?.identity).toMatchObject(identity);
  });
});
