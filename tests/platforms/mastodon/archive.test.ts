import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, ANA, archive, BLOCKED_CSV, BO, collection, create, FOLLOWING_CSV, LIKES, ME, mention, MUTED_CSV, POSTS, PUBLIC } from '../../fixtures/mastodon/archive';
import { tarGzOf, tarOfFiles } from '../../fixtures/tar';
import type { Files } from '../../fixtures/zip';
import { folderOnDisk, MADE_AT, onDisk, removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { readExport, readFile, readFiles, short } from '../read-export';
import type { ReadExport } from '../read-export';

afterAll(removeFolders);

const NAME = 'archive-20260901095812-4f3a4f3a4f3a4f3a4f3a4f3a4f3a4f3a.tar.gz';
const MADE = Date.UTC(2026, 8, 1, 9, 58, 12);
const OWN = { identities: [{ platform: 'mastodon' as const, kind: 'id' as const, key: ME, scope: '' }], displayName: 'Me' };

let whole: ReadExport;
beforeAll(async () => {
  whole = await readExport(await onDisk('upload', tarGzOf(archive({ 'following_accounts.csv': FOLLOWING_CSV }))), NAME);
});

describe('a whole Mastodon archive', () => {
  it('is recognised, with the moment it was made', () => {
    expect(whole.recognition).toMatchObject({ platform: 'mastodon', title: 'Mastodon archive', generatedAt: MADE });
    expect(whole.recognition.parts.map(({ path, kind }) => `${kind}: ${path}`)).toEqual([
      'actor: actor.json', 'following list: following_accounts.csv', 'outbox: outbox.json', 'likes: likes.json',
    ]);
    expect(whole.recognition.unused).toEqual([
      { path: 'bookmarks.json', reason: 'Posts you keep for later: no person in it.' },
      { path: 'avatar.png', reason: 'Your own picture.' },
      { path: 'media_attachments/… (20 files)', reason: 'Pictures, videos and sounds: not read.' },
    ]);
  });

  it('says whose it is, by address and handle', () => {
    expect(whole.owner).toMatchObject({
      certain: true,
      candidates: [{ identity: { kind: 'id', key: ME }, displayName: 'Me Here :blobcat:', also: [{ kind: 'handle', key: 'me@m.ex' }] }],
    });
  });

  it('holds what the user said, always going out', () => {
    expect(whole.interactions.filter(({ kind }) => kind !== 'like').map((one) => [one.kind, one.direction, one.externalId.replace(`${ME}/statuses/`, ''), ...one.targets.map(({ identity, role }) => `${role} ${short(identity)}`), one.text ?? ''])).toEqual([
      ['reply', 'out', '110', `to id:${ANA}`, '@ana yes & no\n\nsecond'],
      ['mention', 'out', '111', `mentioned id:${ANA}`, `mentioned id:${BO}`, '@ana @bo look'],
      ['message', 'out', '112', `to id:${ANA}`, '@ana just between us'],
      ['message', 'out', '113', `mentioned id:${ANA}`, `mentioned id:${BO}`, 'the three of us'],
      ['repost', 'out', '116/activity', 'to id:https://q.ex/users/cy', ''],
      ['repost', 'out', '117/activity', 'to id:https://q.ex/users/dee', 'boosted words'],
      ['reply', 'out', '118', 'to id:https://r.ex/users/eve', 'no tag here'],
    ]);
    expect(whole.interactions.find(({ kind }) => kind === 'reply')).toMatchObject({
      parentExternalId: `${ANA}/statuses/9`, url: `${ME}/statuses/110`, textFormat: 'html-stripped',
      occurredAt: { at: Date.UTC(2023, 6, 1, 10), precision: 'second', zone: 'utc' },
    });
  });

  it('holds private posts as conversations', () => {
    expect(whole.conversations.map(({ externalId, kind, participants }) => [externalId.slice(0, 16), kind, participants.map(short)])).toEqual([
      ['tag:m.ex,2023:ob', 'dm', [`id:${ME}`, `id:${ANA}`]],
      [expect.stringMatching(/^direct:/), 'group', [`id:${ME}`, `id:${ANA}`, `id:${BO}`]],
    ]);
    expect(whole.messages[0]).toMatchObject({ subject: 'secret', attachments: 1 });
  });

  it('holds likes without a date; the author where the address tells it', () => {
    expect(whole.interactions.filter(({ kind }) => kind === 'like').map((one) => [one.externalId, one.occurredAt, one.targets.map(({ identity }) => short(identity))])).toEqual([
      [LIKES[0], null, [`id:${ANA}`]], [LIKES[1], null, []], [LIKES[2], null, []],
    ]);
  });

  it('knows people by address, and by handle where both are shown', () => {
    const known = Object.fromEntries(whole.identities.map((one) => [short(one), [one.handle, one.profileUrl, one.evidence]]));
    expect(known).toEqual({
      [`id:${ME}`]: ['me@m.ex', ME, 'export'],
      [`id:${ANA}`]: ['ana@o.ex', ANA, 'inferred'],
      'handle:ana@o.ex': ['ana@o.ex', 'https://o.ex/@ana', 'export'],
      [`id:${BO}`]: ['bo@p.ex', BO, 'export'],
      'handle:bo@p.ex': ['bo@p.ex', 'https://p.ex/@bo', 'export'],
      'handle:local.one@m.ex': ['local.one@m.ex', 'https://m.ex/@local.one', 'export'],
      'id:https://q.ex/users/cy': ['cy@q.ex', 'https://q.ex/users/cy', 'inferred'],
      'id:https://q.ex/users/dee': ['dee@q.ex', 'https://q.ex/users/dee', 'inferred'],
      'id:https://r.ex/users/eve': ['eve@r.ex', 'https://r.ex/users/eve', 'inferred'],
    });
    expect(whole.samePerson.map(({ identities }) => identities.map(short))).toEqual([[`id:${ANA}`, 'handle:ana@o.ex'], [`id:${BO}`, 'handle:bo@p.ex']]);
  });

  it('counts what it leaves out, and claims only what it shows', () => {
    expect([whole.rejected, whole.leftOut.map(({ reason, count }) => [reason, count])]).toEqual([[], [['Your own posts that answer and mention nobody.', 2]]]);
    expect(whole.coverage).toEqual(['message', 'reply', 'mention', 'repost'].map((kind) => ({ kind, direction: 'out', from: Date.UTC(2023, 6, 1, 10), to: MADE, complete: true })));
    expect(whole.items.at(-1)?.bytes).toBe(whole.recognition.parts.reduce((sum, { size }) => sum + size, 0));
  });
});

describe('whatever form it comes in', () => {
  const ids = ({ interactions }: ReadExport) => interactions.map(({ kind, externalId }) => `${kind} ${externalId}`);

  it('a zip, a tar, a folder in a folder give the same', async () => {
    const inFolders = Object.fromEntries(Object.entries(archive()).map(([path, content]) => [`a/b/${path}`, content]));
    for (const path of [await onDisk('upload', tarOfFiles(archive())), await folderOnDisk(inFolders)]) expect(ids(await readExport(path, 'x'))).toEqual(ids(whole));
    expect(ids(await readFiles(archive()))).toEqual(ids(whole));
  });

  it('the outbox alone tells whose it is by who acts in it', async () => {
    const read = await readFile('anything.json', collection('outbox.json', POSTS));
    expect(read.owner).toMatchObject({ certain: true, candidates: [{ identity: { key: ME }, displayName: 'me@m.ex' }] });
    expect(read.interactions).toHaveLength(7);
  });

  it('the outbox packed by itself', async () => {
    expect((await readExport(await onDisk('upload', gzipSync(collection('outbox.json', POSTS))), 'outbox.json.gz')).interactions).toHaveLength(7);
  });

  it('of two archives the newest', async () => {
    const older = Object.fromEntries(Object.entries(archive()).map(([path, content]) => [`archive-20240101000000-aa/${path}`, content]));
    const newer: Files = { 'archive-20260101000000-bb/actor.json': JSON.stringify(actor), 'archive-20260101000000-bb/outbox.json': collection('outbox.json', POSTS.slice(0, 1)) };
    const { interactions, recognition } = await readFiles({ ...older, ...newer });
    expect(interactions).toHaveLength(1);
    expect(recognition.unused).toContainEqual({ path: 'archive-20240101000000-aa/outbox.json', reason: expect.stringContaining('only the newest is read') });
  });

  it('far fewer posts than the archive says', async () => {
    const { rejected, coverage } = await readFiles({ 'actor.json': JSON.stringify(actor), 'outbox.json': collection('outbox.json', POSTS, 100) });
    expect(rejected.map(({ reason }) => reason)).toEqual([`The archive says that it holds 100 posts; ${POSTS.length} are in it.`]);
    expect(coverage.every(({ complete }) => !complete)).toBe(true);
  });

  it('lists of followers that other servers add', async () => {
    const { relations, snapshots } = await readFiles(archive({ 'followers.json': collection('followers.json', [ANA, 'javascript:alert(1)']) }));
    expect(relations.map(({ kind, identity }) => [kind, short(identity)])).toEqual([['follower', `id:${ANA}`]]);
    expect(snapshots).toMatchObject([{ kind: 'follower', complete: false }]);
  });
});

describe('lists', () => {
  it.each<[string, string, string, string[]]>([
    ['following_accounts.csv', FOLLOWING_CSV, 'following', ['ana@o.ex', 'local.one@m.ex']],
    ['renamed.csv', FOLLOWING_CSV, 'following', ['ana@o.ex', 'local.one@m.ex']],
    ['following_accounts (1).csv', 'ana@o.ex\r\nben@o.ex\r\n', 'following', ['ana@o.ex', 'ben@o.ex']],
    ['muted_accounts.csv', MUTED_CSV, 'muted', ['noisy@o.ex']],
    ['muted_accounts.csv', 'noisy@o.ex,true\n', 'muted', ['noisy@o.ex']],
    ['blocked_accounts.csv', BLOCKED_CSV, 'blocked', ['troll@bad.ex', 'other@bad.ex']],
    ['blocked_accounts.csv', `\uFEFFAccount address\n@Troll@Bad.ex\n`, 'blocked', ['troll@bad.ex']],
  ])('%s %#', async (name, content, kind, expected) => {
    const { recognition, relations, owner, rejected } = await readFile(name, content);
    expect(recognition).toMatchObject({ platform: 'mastodon', title: 'Mastodon list' });
    expect(relations.map((one) => [one.kind, one.identity.key, one.since])).toEqual(expected.map((key) => [kind, key, null]));
    expect([owner, rejected]).toEqual([{ certain: false, candidates: [] }, []]);
  });

  it('beside each other, whole unless a line is damaged', async () => {
    const { snapshots, rejected, leftOut, recognition } = await readFiles({
      'following_accounts.csv': FOLLOWING_CSV, 'blocked_accounts.csv': `${BLOCKED_CSV}nobody\ntroll@bad.ex\n`, 'lists.csv': 'Friends,ana@o.ex\n', 'blocked_domains.csv': 'bad.ex\n',
    });
    expect(snapshots).toEqual([{ kind: 'following', complete: true, at: MADE_AT.getTime() }, { kind: 'blocked', complete: false, at: MADE_AT.getTime() }]);
    expect(rejected).toMatchObject([{ file: 'blocked_accounts.csv', line: 3, reason: 'This line holds no account.', sample: 'nobody' }]);
    expect(leftOut).toMatchObject([{ count: 1 }]);
    expect(recognition.unused.map(({ path }) => path)).toEqual(['lists.csv', 'blocked_domains.csv']);
  });

  it('a list of e-mail addresses is none', async () => {
    await expect(readFile('readers.csv', 'ana@ex.org\nben@ex.org\n')).rejects.toThrow('none of it is an export');
  });
});

describe('posts', () => {
  const one = async (...posts: unknown[]) => {
    const { interactions, leftOut, rejected } = await readFile('outbox.json', collection('outbox.json', posts), OWN);
    return [...interactions.map(({ kind, targets }) => `${kind} ${targets.map(({ identity, role }) => `${role} ${short(identity)}`).join(', ')}`), ...[...leftOut, ...rejected].map(({ reason }) => reason)];
  };

  it.each<[string, unknown, string[]]>([
    ['an answer to somebody whose address has no name in it', create({ id: '1', to: [PUBLIC], content: 'x', tag: [mention(BO, '@bo@p.ex')], inReplyTo: `${BO}/statuses/5` }), [`reply to id:${BO}`]],
    ['an answer on a server of another make', create({ id: '1', to: [PUBLIC], content: 'x', tag: [mention('https://s.ex/users/su', '@su@s.ex'), mention(ANA, '@ana@o.ex')], inReplyTo: 'https://s.ex/objects/1' }), [`reply to id:https://s.ex/users/su, mentioned id:${ANA}`]],
    ['a mention of somebody on the own server, without its name', create({ id: '1', to: [PUBLIC], content: 'x', tag: [mention('https://m.ex/users/li', '@li')] }), ['mention mentioned id:https://m.ex/users/li']],
    ['a mention of oneself', create({ id: '1', to: [PUBLIC], content: 'x', tag: [mention(ME, '@me@m.ex')] }), ['Your own posts that answer and mention nobody.']],
    ['a private post to oneself', create({ id: '1', to: [], content: 'x' }), ['Private posts to yourself.']],
    ['a private post whose people only stand in its audience', create({ id: '1', to: [ANA], content: 'x' }), [`message to id:${ANA}`]],
    ['an own post boosted', { id: `${ME}/statuses/2/activity`, type: 'Announce', actor: ME, published: '2023-07-02T10:00:00Z', to: PUBLIC, cc: [`${ME}/followers`], object: `${ME}/statuses/1` }, ['Your own posts, boosted again.']],
    ['an address that is none', create({ id: '1', to: [PUBLIC], content: 'x', tag: [mention('javascript:alert(1)', '@a@b.ex'), mention('https://user:pass@b.ex/users/a', '@a@b.ex')] }), ['Your own posts that answer and mention nobody.']],
    ['another kind of act', { id: `${ME}#x`, type: 'Update', published: '2023-07-02T10:00:00Z', object: {} }, ['Entries of the kind “Update”, which Kith doesn’t read.']],
    ['no date', { id: `${ME}#x`, type: 'Create', object: {} }, ['This post has no date that can be read.']],
  ])('%s', async (_, post, expected) => {
    expect(await one(post)).toEqual(expected);
  });

  it('the same one twice', async () => {
    expect(await one(POSTS[0], POSTS[0])).toEqual([`reply to id:${ANA}`, 'Entries that stand in the archive twice; each was read once.']);
  });
});

it('damaged and hostile archives end in records and rejects, or in a sentence', async () => {
  await survivesDamage({ 'actor.json': JSON.stringify(actor), 'outbox.json': collection('outbox.json', POSTS), 'likes.json': collection('likes.json', LIKES), 'following_accounts.csv': FOLLOWING_CSV, 'blocked_accounts.csv': BLOCKED_CSV }, { own: OWN, runs: 120 });
}, 60_000);
