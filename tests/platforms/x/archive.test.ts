import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANN, BEN, CAT, DAN, GENERATED_AT, ME, olderArchive, recentArchive } from '../../fixtures/x/archive';
import { removeFolders } from '../../fixtures/zip';
import { asLines, readFiles, short } from '../read-export';
import type { ReadExport } from '../read-export';

afterAll(removeFolders);

let whole: ReadExport;
beforeAll(async () => {
  whole = await readFiles(recentArchive(), 'twitter-2026-09-01-4f3a.zip');
});

describe('a whole X archive', () => {
  it('is recognised, with the day X made it', () => {
    expect(whole.recognition).toMatchObject({ platform: 'x', title: 'X archive', generatedAt: GENERATED_AT });
    expect(whole.recognition.parts.map(({ path, kind }) => `${kind}: ${path}`)).toEqual([
      'manifest: data/manifest.js', 'account: data/account.js', 'followers: data/follower.js', 'followers: data/follower-part1.js',
      'following: data/following.js', 'blocked: data/block.js', 'muted: data/mute.js', 'contacts: data/contact.js',
      'messages: data/direct-messages.js', 'groups: data/direct-messages-group.js', 'headers: data/direct-message-headers.js',
      'tweets: data/tweets.js', 'likes: data/like.js',
    ]);
  });

  it('tells what is not read, pictures in one line', () => {
    expect(whole.recognition.unused).toEqual([
      { path: 'data/ad-engagements.js', reason: 'What X keeps about advertising and shopping.' },
      { path: 'Your archive.html', reason: 'The page with which X shows the archive in a browser.' },
      { path: 'assets/js/main.js', reason: 'The pages with which X shows the archive in a browser.' },
      { path: 'data/README.txt', reason: 'X’s own description of the archive.' },
      { path: 'data/… (30 files)', reason: 'Pictures and videos: not read.' },
    ]);
  });

  it('says whose it is, by id and handle', () => {
    expect(whole.owner).toMatchObject({
      certain: true,
      candidates: [{
        identity: { platform: 'x', kind: 'id', key: ME, scope: '' }, displayName: 'Me Here',
        also: [{ platform: 'x', kind: 'handle', key: 'me_here', scope: '' }],
      }],
    });
  });

  it('gives names to those the user spoke to, and only a number to the others', () => {
    const known = Object.fromEntries(whole.identities.map((one) => [short(one), [one.handle, one.displayName, one.evidence]]));
    expect(known).toEqual({
      [`id:${ME}`]: ['me_here', 'Me Here', 'export'],
      [`id:${ANN}`]: ['Ann_A', 'Ann Arbor', 'export'],
      [`id:${CAT}`]: ['cat', 'Cat', 'export'],
      [`id:${DAN}`]: ['dan', 'Dan', 'export'],
      [`id:${BEN}`]: [undefined, `X user ${BEN}`, 'stub'],
      'id:55': [undefined, 'X user 55', 'stub'],
      'id:66': [undefined, 'X user 66', 'stub'],
      'handle:gone': ['gone', undefined, 'stub'],
      'email:ann@ex.org': [undefined, undefined, 'export'],
      'phone:+12025550143': [undefined, undefined, 'export'],
    });
    expect(whole.identities.find(({ key }) => key === BEN)?.profileUrl).toBe(`https://x.com/i/user/${BEN}`);
  });

  it('holds the lists, without dates, as complete snapshots', () => {
    expect(whole.relations.map(({ kind, identity, since, sinceBasis }) => [kind, identity.key, since, sinceBasis])).toEqual([
      ['follower', BEN, null, 'first_seen'], ['follower', ANN, null, 'first_seen'], ['follower', '55', null, 'first_seen'],
      ['following', CAT, null, 'first_seen'], ['blocked', '66', null, 'first_seen'], ['muted', DAN, null, 'first_seen'],
    ]);
    expect(whole.snapshots).toEqual(
      ['follower', 'following', 'blocked', 'muted'].map((kind) => ({ kind, complete: true, at: GENERATED_AT })),
    );
  });

  it('holds messages both ways, with links written out', () => {
    expect(asLines(whole.messages.filter(({ conversationExternalId }) => conversationExternalId === `${ME}-${CAT}`))).toEqual([
      `12-99 in id:${CAT} > id:${ME}: Hi`,
      `12-99 out id:${ME} > id:${CAT}: Hello Cat, see https://ex.org`,
    ]);
    expect(whole.messages.find(({ externalId }) => externalId === '1700000000000000002')).toMatchObject({
      idBasis: 'native', attachments: 1, targets: [{ role: 'to' }],
      occurredAt: { at: Date.UTC(2024, 0, 3, 3, 4, 5, 678), precision: 'ms', zone: 'utc' },
    });
    expect(whole.conversations.map(({ externalId, kind, nativeUrl }) => [externalId, kind, nativeUrl])).toContainEqual(
      ['12-99', 'dm', 'https://x.com/messages/12-99'],
    );
  });

  it('holds reactions as reactions, with their direction', () => {
    expect(whole.interactions.filter(({ kind }) => kind === 'reaction').map((one) => [one.externalId, one.direction, short(one.actor), one.emoji, one.parentExternalId])).toEqual([
      ['1700000000000000009', 'out', `id:${ME}`, '❤️', '1700000000000000001'],
      ['1710000000000000008', 'other', `id:${ANN}`, '😂', '1710000000000000002'],
    ]);
  });

  it('holds groups with who came and went and what they were called', () => {
    const group = whole.conversations.find(({ kind }) => kind === 'group');
    expect(group).toMatchObject({ externalId: '1500000000000000000', title: 'Tea at four' });
    expect(group?.participants.map(({ key }) => key).sort()).toEqual([ME, ANN, CAT, DAN].sort());
    expect(whole.interactions.filter(({ kind }) => kind === 'system').map((one) => [short(one.actor), one.direction, one.text])).toEqual([
      [`id:${ANN}`, 'other', 'Named the group “Tea at four”.'],
      [`id:${DAN}`, 'other', 'Left the group.'],
      [`id:${ANN}`, 'other', 'Added 2 people to the group.'],
      [`id:${ANN}`, 'other', 'Started this group or added you to it.'],
    ]);
    expect(asLines(whole.messages.filter(({ conversationExternalId }) => conversationExternalId === group?.externalId))).toEqual([
      `1500000000000000000 in id:${CAT} > id:${ME}: Thanks`,
      `1500000000000000000 out id:${ME} > id:${ANN} id:${DAN} id:${CAT}: Welcome`,
    ]);
  });

  it('holds replies, mentions and reposts, all going out', () => {
    const posts = whole.interactions.filter(({ kind }) => ['reply', 'mention', 'repost'].includes(kind));
    expect(posts.map((one) => [one.externalId, one.kind, one.direction, ...one.targets.map(({ identity, role }) => `${role} ${short(identity)}`), one.text])).toEqual([
      ['1627000000000000001:reply', 'reply', 'out', `to id:${ANN}`, '@ann_a hi & bye'],
      [`1627000000000000002:mention:${ANN}`, 'mention', 'out', `mentioned id:${ANN}`, 'Lunch with @ann_a and @cat at https://ex.org/lunch'],
      [`1627000000000000002:mention:${CAT}`, 'mention', 'out', `mentioned id:${CAT}`, 'Lunch with @ann_a and @cat at https://ex.org/lunch'],
      ['1627000000000000003', 'repost', 'out', `to id:${CAT}`, 'RT @cat: @dan look at this'],
      ['1627000000000000005:mention:gone', 'mention', 'out', 'mentioned handle:gone', '@gone are you there?'],
    ]);
    expect(posts[0]).toMatchObject({
      parentExternalId: '1626000000000000009', url: 'https://x.com/i/web/status/1627000000000000001',
      occurredAt: { at: Date.UTC(2023, 1, 18, 19, 45, 15), precision: 'second', zone: 'utc' },
    });
  });

  it('holds likes without a date; the author only where the user answered the same post', () => {
    expect(whole.interactions.filter(({ kind }) => kind === 'like').map((one) => [one.externalId, one.occurredAt, one.targets.map(({ identity }) => short(identity)), one.text])).toEqual([
      ['1626000000000000009', null, [`id:${ANN}`], 'Tea > coffee'],
      ['1620000000000000001', null, [], 'Rain again'],
    ]);
  });

  it('shows one card of the address book as one person, and no contact', () => {
    expect(whole.samePerson.map(({ identities }) => identities.map(short))).toEqual([['email:ann@ex.org', 'phone:+12025550143']]);
    expect(whole.identities.some(({ listed }) => listed)).toBe(false);
  });

  it('counts what it leaves out', () => {
    expect(whole.rejected).toEqual([]);
    expect(whole.leftOut.map(({ file, reason, count }) => [file, reason, count])).toEqual([
      ['data/follower-part1.js', 'Entries that stand in the archive twice; each was read once.', 1],
      ['data/contact.js', 'Phone numbers without the code of their country.', 1],
      ['data/direct-message-headers.js', 'Messages that stand with their text in another file of the archive.', 2],
      ['data/tweets.js', 'Your own posts that answer and mention nobody.', 1],
    ]);
  });

  it('claims only what an archive can see', () => {
    const claims = whole.coverage.map(({ kind, direction, from, to, complete }) => [kind, direction, from, to, complete]);
    const firstMessage = Date.UTC(2024, 0, 2, 3, 4, 5, 678);
    const firstPost = Date.UTC(2023, 1, 18, 19, 45, 15);
    expect(claims).toEqual([
      ['message', 'in', firstMessage, GENERATED_AT, true], ['message', 'out', firstMessage, GENERATED_AT, true],
      ['reaction', 'in', firstMessage, GENERATED_AT, true], ['reaction', 'out', firstMessage, GENERATED_AT, true],
      ['reply', 'out', firstPost, GENERATED_AT, true], ['mention', 'out', firstPost, GENERATED_AT, true], ['repost', 'out', firstPost, GENERATED_AT, true],
    ]);
  });

  it('gives progress that ends at the size of its parts', () => {
    expect(whole.items.at(-1)?.bytes).toBe(whole.recognition.parts.reduce((sum, { size }) => sum + size, 0));
  });
});

it('an archive of 2019 to 2022 gives the same records with the same ids', async () => {
  const older = await readFiles(olderArchive(), 'twitter-2020-05-01-aa.zip');
  const kinds = ['message', 'reaction', 'system', 'reply', 'mention', 'repost'];
  const ids = (read: ReadExport) => read.interactions.filter(({ kind }) => kinds.includes(kind)).map(({ kind, externalId }) => `${kind} ${externalId}`).sort();
  expect(ids(older)).toEqual(ids(whole));
  expect(older.recognition.generatedAt).toBe(Date.UTC(2020, 4, 1));
  expect(older.snapshots).toEqual([{ kind: 'follower', complete: false, at: Date.UTC(2020, 4, 1) }]);
  expect(older.rejected).toEqual([]);
});
