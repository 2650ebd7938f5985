import { afterAll, describe, expect, it } from 'vitest';
import { metaJson } from '../../fixtures/meta/writing';
import { removeFolders } from '../../fixtures/zip';
import { readFile, readFiles } from '../read-export';

afterAll(removeFolders);

const OWN = { identities: [{ platform: 'facebook', kind: 'handle', key: 'jordan.pike', scope: '' } as const], displayName: 'Jordan Pike' };
const NAME = 'facebook-jordanpike-2026-05-01-Ab.zip';
const FRIENDS = 'connections/friends/your_friends.json';
const FOLLOWERS = 'connections/followers/people_who_followed_you';
const friends = (rows: readonly unknown[]) => ({ [FRIENDS]: metaJson({ friends_v2: rows }), 'profile.txt': 'x' });

describe('a friend', () => {
  it('stands there once, however often', async () => {
    const anna = { name: 'Anna', timestamp: 1600000000 };
    const { relations, identities } = await readFiles(friends([anna, anna, { ...anna, timestamp: 1600000001 }]), NAME, OWN);
    expect(relations).toHaveLength(2);
    expect(identities).toHaveLength(2);
  });

  it('may have no date, and may be gone', async () => {
    const { relations, identities } = await readFiles(friends([{ name: 'Anna' }, { name: 'Facebook user', timestamp: 1600000000 }]), NAME, OWN);
    expect(relations.map(({ since, sinceBasis }) => [since, sinceBasis])).toEqual([[null, 'first_seen'], [expect.anything(), 'stated']]);
    expect(identities.map(({ displayName, gone }) => [displayName, gone])).toEqual([['Anna', undefined], ['Facebook user', true]]);
  });

  it.each([[{}], [{ name: '' }], [{ timestamp: 1 }], ['x'], [null]])('that is %j is told', async (row) => {
    const { relations, rejected, snapshots } = await readFiles(friends([row, { name: 'Ok', timestamp: 1600000000 }]), NAME, OWN);
    expect(relations).toHaveLength(1);
    expect(rejected).toMatchObject([{ reason: 'This entry names nobody.' }]);
    expect(snapshots).toMatchObject([{ kind: 'friend', complete: false }]);
  });

  it('can stand among labels in any language', async () => {
    const row = { timestamp: 1700000000, media: [], label_values: [{ label: 'Adresse', value: 'https://www.facebook.com/x' }, { label: 'Nom', value: 'Anna B' }], fbid: '1' };
    const { relations } = await readFiles({ [`${FOLLOWERS}_1.json`]: metaJson([row]), 'profile.txt': 'x', 'a/b.txt': 'x' }, NAME, OWN);
    expect(relations).toMatchObject([{ kind: 'follower', identity: { key: 'anna b' }, since: { at: 1700000000000 } }]);
  });
});

describe('a list', () => {
  it.each([
    ['whole', [1, 2], true],
    ['cut', [1, 3], false],
    ['without its beginning', [2], false],
  ])('in parts is %s', async (_how, numbers, complete) => {
    const parts = Object.fromEntries(numbers.map((number) => [`${FOLLOWERS}_${number}.json`, metaJson({ followers_v3: [{ name: `Fan ${number}`, timestamp: 1600000000 }] })]));
    const { snapshots } = await readFiles({ ...parts, ...friends([{ name: 'Anna', timestamp: 1600000000 }]) }, NAME, OWN);
    expect(snapshots.find(({ kind }) => kind === 'follower')?.complete).toBe(complete);
  });

  it('that is empty claims no loss', async () => {
    const { snapshots } = await readFiles({ ...friends([]), [`${FOLLOWERS}.json`]: metaJson({ followers_v3: [{ name: 'Fan', timestamp: 1600000000 }] }) }, NAME, OWN);
    expect(snapshots.map(({ kind, complete }) => [kind, complete])).toEqual([['friend', false], ['follower', true]]);
  });

  it('is known by itself under any name', async () => {
    const { recognition, relations } = await readFile('download.json', metaJson({ friends_v2: [{ name: 'Anna', timestamp: 1600000000 }] }), OWN);
    expect(recognition).toMatchObject({ platform: 'facebook', parts: [{ kind: 'friends' }] });
    expect(relations).toHaveLength(1);
  });

  it.each([
    ['another program’s friends', 'friends.txt', { friends: ['anna', 'bo'] }],
    ['another program’s comments', 'x.json', { comments: [{ body: 'Nice' }] }],
    ['another program’s threads', 'x.json', { participants: ['a'], items: [] }],
  ])('is not %s', async (_what, name, content) => {
    await expect(readFile(name, JSON.stringify(content), OWN)).rejects.toThrow(/Kith/);
  });
});
