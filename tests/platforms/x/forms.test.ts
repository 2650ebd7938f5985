import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import {
  ANN, BEN, CAT, conversation, DAN, DIRECT_MESSAGES, follower, grailbird, manifest, ME, mention, message, olderArchive, recentArchive, tweet, TWEETS, ytd,
} from '../../fixtures/x/archive';
import type { Files } from '../../fixtures/zip';
import { folderOnDisk, newFolder, removeFolders, zipOf, zipOnDisk } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readExport, readFile, readFiles, short } from '../read-export';

afterAll(removeFolders);

const OWN = { identities: [{ platform: 'x' as const, kind: 'id' as const, key: ME, scope: '' }], displayName: 'Me' };
const refusal = async (files: Files) =>
  recogniseArchive(await openArchive(await zipOnDisk('upload', files), 'x.zip'), PLATFORM_MODULES).then(() => '', (error: Error) => error.message);
const followers = (count: number) => ({ 'data/follower.js': { type: 'follower', globalName: 'YTD.follower.part0', count } });

describe('whatever form it comes in', () => {
  it.each(['follower.js', 'export.txt', 'follower (1).js'])('one file alone, called %s', async (name) => {
    const { recognition, relations, snapshots } = await readFile(name, `\uFEFF${ytd('follower', 0, [follower(ANN)]).replaceAll('\n', '\r\n')};\r\n`);
    expect(recognition).toMatchObject({ platform: 'x', generatedAt: null });
    expect(relations.map(({ identity }) => identity.key)).toEqual([ANN]);
    expect(snapshots).toEqual([]);
  });

  it('a folder inside folders, beside what macOS adds', async () => {
    const files = Object.fromEntries(Object.entries(olderArchive()).map(([path, content]) => [`me/twitter-2020/${path}`, content]));
    const read = await readExport(await folderOnDisk({ ...files, 'me/.DS_Store': 'x', '__MACOSX/me/._x': 'x' }), 'me');
    expect(read.recognition.parts).toHaveLength(5);
    expect(read.messages).toHaveLength(4);
  });

  it('an archive of before 2019 is known, and why it is of no use', async () => {
    expect(await refusal(grailbird)).toMatch(/^This is a Twitter archive of before 2019\. It holds only your own posts/);
  });

  it('without anything Kith reads', async () => {
    expect(await refusal({ 'data/ad-engagements.js': ytd('ad_engagements', 0, []) })).toMatch(/^This comes from an X archive, but none of the files/);
  });

  it('two archives at once: the newest is read, the other named', async () => {
    const old = manifest(followers(1), { generationDate: '2025-01-02T00:00:00.000Z' });
    const files = {
      'old/data/manifest.js': old, 'old/data/follower.js': ytd('follower', 0, [follower(DAN)]),
      'new/data/manifest.js': manifest(followers(1)), 'new/data/follower.js': ytd('follower', 0, [follower(ANN)]),
    };
    const { relations, recognition } = await readFiles(files);
    expect(relations.map(({ identity }) => identity.key)).toEqual([ANN]);
    expect(recognition.unused).toContainEqual({
      path: 'old/data/follower.js',
      reason: 'Belongs to another archive of @me_here, made on 2025-01-02; only the newest is read. Import it by itself if you want it too.',
    });
  });

  it('two archives as two zips, which lie over each other', async () => {
    const folder = await newFolder();
    const part1 = { 'data/follower-part1.js': { type: 'follower', globalName: 'YTD.follower.part1', count: 1 } };
    const old = { 'a.txt': '', 'data/manifest.js': manifest({ ...followers(1), ...part1 }, { generationDate: '2025-01-02T00:00:00.000Z' }), 'data/follower.js': ytd('follower', 0, [follower(DAN)]), 'data/follower-part1.js': ytd('follower', 1, [follower(CAT)]) };
    const recent = { 'a.txt': '', 'data/manifest.js': manifest(followers(1)), 'data/follower.js': ytd('follower', 0, [follower(ANN)]) };
    for (const [first, second] of [[old, recent], [recent, old]] as const) {
      await writeFile(join(folder, '1.zip'), await zipOf(first));
      await writeFile(join(folder, '2.zip'), await zipOf(second));
      const { relations, snapshots } = await readExport(folder, 'both');
      expect([relations.map(({ identity }) => identity.key), snapshots[0]?.complete]).toEqual([[ANN], true]);
    }
  });

  it('the parts of one archive that X cut in two', async () => {
    const both = manifest({ ...followers(1), 'data/follower-part1.js': { type: 'follower', globalName: 'YTD.follower.part1', count: 1 } });
    const files = {
      'one/data/manifest.js': both, 'one/data/follower.js': ytd('follower', 0, [follower(ANN)]),
      'two/data/follower-part1.js': ytd('follower', 1, [follower(BEN)]),
    };
    const { relations, snapshots } = await readFiles(files);
    expect(relations.map(({ identity }) => identity.key)).toEqual([ANN, BEN]);
    expect(snapshots).toMatchObject([{ kind: 'follower', complete: true }]);
  });
});

describe('a list that is not whole says so, and claims no loss', () => {
  const whole = { 'data/manifest.js': manifest(followers(1)), 'data/follower.js': ytd('follower', 0, [follower(ANN)]) };
  const completeness = async (files: Files) => (await readFiles(files)).snapshots.map(({ complete }) => complete);

  it.each<[string, Files, boolean]>([
    ['all there', whole, true],
    ['no manifest', { 'data/follower.js': whole['data/follower.js'] }, false],
    ['X left something out', { ...whole, 'data/manifest.js': manifest(followers(1), { isPartialArchive: true }) }, false],
    ['fewer entries than X counted', { ...whole, 'data/manifest.js': manifest(followers(2)) }, false],
    ['a part missing', { ...whole, 'data/manifest.js': manifest({ ...followers(1), 'data/follower-part1.js': { type: 'follower', globalName: 'YTD.follower.part1', count: 1 } }) }, false],
    ['a part of another list missing', { ...whole, 'data/manifest.js': manifest({ ...followers(1), 'data/like.js': { type: 'like', globalName: 'YTD.like.part0', count: 1 } }) }, true],
    ['an entry that can’t be read', { ...whole, 'data/manifest.js': manifest(followers(2)), 'data/follower.js': ytd('follower', 0, [follower(ANN), follower('1.31E+18')]) }, false],
  ])('%s', async (name, files, expected) => {
    const complete = await completeness(files);
    expect(complete).toEqual(name === 'no manifest' ? [] : [expected]);
  });

  it('says so where X itself does', async () => {
    const { recognition } = await readFiles({ ...whole, 'data/manifest.js': manifest(followers(1), { isPartialArchive: true }) });
    expect(recognition.unused).toEqual([{ path: 'manifest.js', reason: expect.stringContaining('X itself says here that it left something out') }]);
  });

  it('names what is missing', async () => {
    const { recognition, coverage } = await readFiles({
      'data/manifest.js': manifest({ 'data/tweets.js': { type: 'tweets', globalName: 'x', count: 5 }, 'data/tweets-part1.js': { type: 'tweets', globalName: 'x', count: 5 } }),
      'data/tweets.js': ytd('tweets', 0, TWEETS),
    });
    expect(recognition.unused).toEqual([{ path: 'tweets-part1.js', reason: expect.stringContaining('it is not here') }]);
    expect(coverage.every(({ complete }) => !complete)).toBe(true);
  });
});

describe('the owner', () => {
  it('is guessed from the conversations where nothing names them', async () => {
    const { owner, messages } = await readFile('direct-messages.js', ytd('direct_messages', 0, [...DIRECT_MESSAGES, conversation(`${ME}-${DAN}`, [])]));
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: ME } }, {}, {}] });
    expect(messages.map(({ direction }) => direction)).toEqual(['out', 'in']);
  });

  it('is asked for where one conversation is all there is', async () => {
    const { owner } = await readFile('direct-messages.js', ytd('direct_messages', 0, DIRECT_MESSAGES));
    expect([owner.certain, owner.candidates.map(({ identity }) => short(identity))]).toEqual([false, [`id:${ME}`, `id:${CAT}`]]);
  });

  it('is told by a thread, where only posts are there', async () => {
    const at = 'Sat Feb 18 19:45:15 +0000 2023';
    const thread = [tweet({ id: '500', at, text: 'one' }), tweet({ id: '501', at, text: 'two @cat', mentions: [mention(CAT, 'cat', 'Cat')], replyTo: { status: '500', user: ME, handle: 'Me_Here' } })];
    const { owner, interactions } = await readFile('tweets.js', ytd('tweets', 0, [...TWEETS, ...thread.map((one) => ({ tweet: one }))]));
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: ME }, displayName: '@Me_Here', also: [{ key: 'me_here' }] }] });
    expect(interactions).toHaveLength(6);
  });

  it('known by handle alone, their posts are read and their messages are not', async () => {
    const own = { identities: [{ platform: 'x' as const, kind: 'handle' as const, key: 'me_here', scope: '' }], displayName: '' };
    expect((await readFile('tweets.js', ytd('tweets', 0, TWEETS), own)).interactions[0]).toMatchObject({ actor: { kind: 'handle', key: 'me_here' } });
    expect((await readFile('direct-messages.js', ytd('direct_messages', 0, DIRECT_MESSAGES), own)).messages).toEqual([]);
  });

  it('unknown, their messages are left out and counted', async () => {
    const { messages, leftOut } = await readFile('direct-messages.js', ytd('direct_messages', 0, DIRECT_MESSAGES), { identities: [], displayName: '' });
    expect([messages.length, leftOut.map(({ count }) => count)]).toEqual([0, [2]]);
  });
});

describe('posts', () => {
  const posts = async (...tweets: ReturnType<typeof tweet>[]) => {
    const { interactions, leftOut } = await readFile('tweets.js', ytd('tweets', 0, tweets.map((one) => ({ tweet: one }))), OWN);
    return [...interactions.map((one) => `${one.kind} ${one.targets.map(({ identity }) => short(identity)).join(' ')}: ${one.text}`), ...leftOut.map(({ reason }) => reason)];
  };
  const at = 'Sat Feb 18 19:45:15 +0000 2023';
  const id = '1627000000000000001';

  it.each<[string, Parameters<typeof tweet>[0], string[]]>([
    ['an answer to oneself speaks to nobody', { id, at, text: 'and more', replyTo: { status: '1', user: ME, handle: 'me' } }, ['Your own posts that answer and mention nobody.']],
    ['an answer without a handle', { id, at, text: 'yes', replyTo: { status: '5', user: ANN } }, [`reply id:${ANN}: yes`]],
    ['an answer with a handle only', { id, at, text: 'yes', replyTo: { status: '5', handle: 'Ann_A' } }, ['reply handle:ann_a: yes']],
    ['a repost of somebody gone', { id, at, text: 'RT @Gone: hi' }, ['repost handle:gone: RT @Gone: hi']],
    ['a repost of oneself', { id, at, text: 'RT @me: hi', mentions: [mention(ME, 'me', 'Me')] }, ['Your own posts that answer and mention nobody.']],
    ['a post about RT is none', { id, at, text: 'RT is short for @cat', mentions: [mention(CAT, 'cat', 'Cat')] }, [`mention id:${CAT}: RT is short for @cat`]],
    ['the same person twice', { id, at, text: '@cat @cat', mentions: [mention(CAT, 'cat', 'Cat'), mention(CAT, 'cat', 'Cat')] }, [`mention id:${CAT}: @cat @cat`]],
    ['text escaped twice is undone once', { id, at, text: '@cat &amp;lt;b&amp;gt;', mentions: [mention(CAT, 'cat', 'Cat')] }, [`mention id:${CAT}: @cat &lt;b&gt;`]],
    ['markup stays text', { id, at, text: '@cat &lt;script&gt;x&lt;/script&gt;', mentions: [mention(CAT, 'cat', 'Cat')] }, [`mention id:${CAT}: @cat <script>x</script>`]],
  ])('%s', async (_, fields, expected) => {
    expect(await posts(tweet(fields))).toEqual(expected);
  });

  it('a handle without an id is the account another post gives that handle', async () => {
    const told = tweet({ id: '2', at, text: 'x', mentions: [mention(CAT, 'Cat', 'Cat')] });
    expect(await posts(tweet({ id, at, text: '@cat', mentions: [mention('-1', 'cat', 'cat')] }), told)).toEqual([`mention id:${CAT}: @cat`, `mention id:${CAT}: x`]);
  });

  it('ids saved as numbers stay whole', async () => {
    const text = ytd('tweets', 0, TWEETS).replaceAll(/"(\d{16,})"/g, '$1');
    expect((await readFile('tweets.js', text, OWN)).interactions[0]).toMatchObject({ externalId: '1627000000000000001:reply', parentExternalId: '1626000000000000009' });
  });

  it('a long post gives its whole text to the post it belongs to; one without stands alone', async () => {
    const long = `@ann_a ${'long words '.repeat(40).trim()}`;
    const note = (noteTweetId: string, text: string, screenName: string) => ({ noteTweet: { noteTweetId, createdAt: '2023-02-18T19:45:15.000Z', core: { text, mentions: [{ screenName, fromIndex: '0', toIndex: '6' }], urls: [] } } });
    const { interactions, leftOut } = await readFiles({
      'data/tweets.js': ytd('tweets', 0, [{ tweet: tweet({ id, at, text: `${long.slice(0, 270)}… https://t.co/x`, mentions: [mention(ANN, 'ann_a', 'Ann')] }) }]),
      'data/note-tweet.js': ytd('note_tweet', 0, [note('9', long, 'ann_a'), note('10', 'Another long one for @cat', 'cat')]),
    }, 'x.zip', OWN);
    expect(interactions.map((one) => [one.externalId, one.text])).toEqual([[`${id}:mention:${ANN}`, long], ['10:mention:cat', 'Another long one for @cat']]);
    expect(leftOut).toMatchObject([{ file: 'note-tweet.js', count: 1 }]);
  });
});

describe('messages', () => {
  const at = '2024-01-02T03:04:05.678Z';
  const read = async (file: string, ...conversations: unknown[]) => readFile('m.js', ytd(file, 0, conversations), OWN);

  it('in a large group only lines that name the user are theirs', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => String(100 + index));
    const { messages } = await readFiles({
      'data/account.js': ytd('account', 0, [{ account: { accountId: ME, username: 'me_here' } }]),
      'data/direct-messages-group.js': ytd('direct_messages_group', 0, [conversation('150', [
        message('3', ME, null, 'all of you', at), message('2', '101', null, 'hey @me_here', at), message('1', '100', null, 'hey', at),
        { joinConversation: { initiatingUserId: '100', participantsSnapshot: [ME, ...ids], createdAt: at } },
      ])]),
    });
    expect(messages.map((one) => [one.direction, one.targets[0]?.role])).toEqual([['out', undefined], ['in', 'mentioned'], ['other', 'group']]);
  });

  it('what happens to a group without a date is kept without one', async () => {
    const { interactions, rejected } = await readFile('g.js', ytd('direct_messages_group', 0, [conversation('150', [{ participantsLeave: { userIds: [DAN] } }, { participantsJoin: { userIds: [] } }])]), OWN);
    expect(interactions).toMatchObject([{ kind: 'system', actor: { key: DAN }, occurredAt: null, text: 'Left the group.' }]);
    expect(rejected).toHaveLength(1);
  });

  it('without text, where only their headers are there', async () => {
    const { messages } = await read('direct_message_headers', conversation(`${ME}-${CAT}`, [{ messageCreate: { id: '5', senderId: CAT, recipientId: ME, createdAt: at } }]));
    expect(asLines(messages)).toEqual([`12-99 in id:${CAT} > id:${ME}: `]);
  });

  it('to oneself, damaged and unknown ones are counted', async () => {
    const { messages, rejected, leftOut } = await read('direct_messages', conversation(`${ME}-${ME}`, [message('1', ME, ME, 'note', at)]),
      conversation(`${ME}-${CAT}`, [message('x', ME, CAT, 'no id', at), message('2', ME, CAT, 'no date', 'yesterday'), { welcomeMessage: {} }, 7]), 'nonsense');
    expect(messages).toEqual([]);
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'This message has no id that can be read.', 'This message has no date that can be read.', '1 damaged entries in a conversation.',
      'This conversation has no id that can be read.',
    ]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['Messages to yourself.', 'Entries of the kind “welcomeMessage”, which Kith doesn’t know.']);
  });
});

it('damaged and hostile archives end in records and rejects, or in a sentence', async () => {
  await survivesDamage(recentArchive(), { own: OWN, runs: 100 });
  await survivesDamage(olderArchive(), { own: OWN, runs: 40 });
}, 60_000);
