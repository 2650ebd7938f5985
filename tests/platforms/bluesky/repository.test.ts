import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordTime, tidTime } from '../../../app/platforms/bluesky/dates';
import { carOf, cbor, ME, tidAt } from '../../fixtures/bluesky/car';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { readFile, readFiles } from '../read-export';
import type { ReadExport } from '../read-export';

afterAll(removeFolders);

const ANA = 'did:plc:ana222222222222222222ana';
const BO = 'did:web:bo.example.org';
const AT = Date.UTC(2024, 4, 6, 7, 8, 9, 123);
const REV = tidAt(AT + 60_000);
const OWN = { identities: [{ platform: 'bluesky' as const, kind: 'id' as const, key: ME, scope: '' }], displayName: 'Me' };
const cid = 'bafyreiabc';
const createdAt = '2024-05-06T07:08:09.123Z';
const tid = (index: number) => tidAt(AT + index);
const post = (did: string, key: string) => `at://${did}/app.bsky.feed.post/${key}`;
const ref = (uri: string) => ({ uri, cid });
/** "@ana.bsky.social" behind a letter of two bytes. */
const facet = (did: string) => ({ index: { byteStart: 3, byteEnd: 19 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] });

const RECORDS = {
  'app.bsky.actor.profile/self': { $type: 'app.bsky.actor.profile', displayName: 'Me Here', description: 'hi' },
  [`app.bsky.feed.post/${tid(1)}`]: { $type: 'app.bsky.feed.post', text: 'just me', createdAt },
  [`app.bsky.feed.post/${tid(2)}`]: { $type: 'app.bsky.feed.post', text: 'yes', createdAt, reply: { root: ref(post(BO, 'a')), parent: ref(post(ANA, 'b')) } },
  [`app.bsky.feed.post/${tid(3)}`]: { $type: 'app.bsky.feed.post', text: 'é @ana.bsky.social look', createdAt, facets: [facet(ANA)], embed: { $type: 'app.bsky.embed.images', images: [{ alt: '' }, { alt: '' }] } },
  [`app.bsky.feed.post/${tid(4)}`]: { $type: 'app.bsky.feed.post', text: 'and another', createdAt, reply: { root: ref(post(ME, tid(1))), parent: ref(post(ME, tid(1))) } },
  [`app.bsky.feed.post/${tid(5)}`]: { $type: 'app.bsky.feed.post', text: 'this!', createdAt, embed: { $type: 'app.bsky.embed.recordWithMedia', record: { record: ref(post(BO, 'q')) }, media: { images: [{ alt: '' }] } } },
  [`app.bsky.feed.like/${tid(6)}`]: { $type: 'app.bsky.feed.like', subject: ref(post(ANA, 'c')), createdAt },
  [`app.bsky.feed.like/${tid(7)}`]: { $type: 'app.bsky.feed.like', subject: ref(post(ME, tid(1))), createdAt },
  [`app.bsky.feed.repost/${tid(8)}`]: { $type: 'app.bsky.feed.repost', subject: ref(post(BO, 'd')), createdAt },
  [`app.bsky.graph.follow/${tid(9)}`]: { $type: 'app.bsky.graph.follow', subject: ANA, createdAt },
  [`app.bsky.graph.follow/${tid(10)}`]: { $type: 'app.bsky.graph.follow', subject: ANA, createdAt: '2024-05-07T00:00:00Z' },
  [`app.bsky.graph.block/${tid(11)}`]: { $type: 'app.bsky.graph.block', subject: BO, createdAt },
  'app.bsky.feed.threadgate/x': { $type: 'app.bsky.feed.threadgate' },
  'blue.flashes.feed.post/1': { $type: 'blue.flashes.feed.post' },
};

let whole: ReadExport;
beforeAll(async () => {
  whole = await readFile('repo.car', carOf(RECORDS, { rev: REV }));
});

describe('a whole repository', () => {
  it('is recognised by its first bytes, with the time of its last change', async () => {
    expect(whole.recognition).toEqual({
      platform: 'bluesky', title: 'Bluesky repository', generatedAt: AT + 60_000, parts: [{ path: 'repo.car', kind: 'repository', size: expect.any(Number) }], unused: [],
    });
    expect((await readFile('download', carOf(RECORDS))).interactions).toHaveLength(whole.interactions.length);
  });

  it('says whose it is', () => {
    expect(whole.owner).toMatchObject({ certain: true, candidates: [{ identity: { kind: 'id', key: ME }, displayName: 'Me Here', profileUrl: `https://bsky.app/profile/${ME}` }] });
  });

  it('holds what the user said and did, always going out', () => {
    expect(whole.interactions.map((one) => [one.kind, one.direction, one.externalId, one.targets.map(({ identity, role }) => `${role} ${identity.key}`), one.text, one.parentExternalId])).toEqual([
      ['like', 'out', `at://${ME}/app.bsky.feed.like/${tid(6)}`, [`to ${ANA}`], undefined, post(ANA, 'c')],
      ['reply', 'out', post(ME, tid(2)), [`to ${ANA}`], 'yes', post(ANA, 'b')],
      ['mention', 'out', post(ME, tid(3)), [`mentioned ${ANA}`], 'é @ana.bsky.social look', undefined],
      ['quote', 'out', post(ME, tid(5)), [`to ${BO}`], 'this!', post(BO, 'q')],
      ['repost', 'out', `at://${ME}/app.bsky.feed.repost/${tid(8)}`, [`to ${BO}`], undefined, post(BO, 'd')],
    ]);
    expect(whole.interactions.map(({ attachments }) => attachments)).toEqual([undefined, undefined, 2, 1, undefined]);
    expect(whole.interactions[1]).toMatchObject({ url: `https://bsky.app/profile/${ME}/post/${tid(2)}`, occurredAt: { at: AT, precision: 'ms', zone: 'utc' } });
  });

  it('holds whom the user follows and blocks, each once, with the day', () => {
    expect(whole.relations.map(({ kind, identity, since, sinceBasis }) => [kind, identity.key, since?.at, sinceBasis])).toEqual([
      ['blocked', BO, AT, 'stated'], ['following', ANA, AT, 'stated'],
    ]);
    expect(whole.snapshots).toEqual([{ kind: 'following', complete: true, at: AT + 60_000 }, { kind: 'blocked', complete: true, at: AT + 60_000 }]);
  });

  it('knows people by DID, and by handle once a post names them', () => {
    expect(whole.identities.map(({ key, handle, displayName, evidence }) => [key, handle, displayName, evidence])).toEqual([
      [ME, undefined, 'Me Here', 'export'], [ANA, undefined, undefined, 'stub'], [ANA, 'ana.bsky.social', undefined, 'inferred'], [BO, undefined, undefined, 'stub'],
    ]);
  });

  it('counts what it leaves out, and claims only what it shows', () => {
    expect(whole.rejected).toEqual([]);
    expect(Object.fromEntries(whole.leftOut.map(({ reason, count }) => [reason, count]))).toEqual({
      'Your own profile.': 1,
      'Likes and reposts of your own posts.': 1,
      'Your own posts that answer and mention nobody.': 2,
      'Who may answer your posts.': 1,
      'Follows and blocks that stand in the repository twice; the first of each was read.': 1,
      'Records of another app (blue.flashes.feed.post).': 1,
    });
    expect(whole.coverage.map(({ kind, direction, complete }) => `${kind} ${direction} ${complete}`).sort()).toEqual([
      'blocked out true', 'following out true', 'like out true', 'mention out true', 'quote out true', 'reply out true', 'repost out true',
    ]);
  });
});

describe('when', () => {
  it.each<[string, string, string, number | null]>([
    ['as stated', createdAt, tidAt(AT), AT],
    ['with another zone', '2024-05-06T09:08:09.123+02:00', tidAt(AT), AT],
    ['later than its key', '2099-01-01T00:00:00Z', tidAt(AT), AT],
    ['before the network began', '2009-01-01T00:00:00Z', tidAt(AT), AT],
    ['no date', 'yesterday', tidAt(AT), AT],
    ['no date and no such key', 'yesterday', 'self', null],
    ['a date and no such key', createdAt, 'self', AT],
    ['an early date and no such key', '2009-01-01T00:00:00Z', 'self', Date.UTC(2009, 0, 1)],
    ['a date after everything else and no such key', '2099-01-01T00:00:00Z', 'self', null],
  ])('%s', (_, stated, key, at) => {
    expect(recordTime(stated, key, AT)?.at ?? null).toBe(at);
  });

  it('a key’s own time', () => {
    // The specification's example of a valid key; https://atproto.com/specs/tid
    expect(new Date(tidTime('3jzfcijpj2z2a') ?? 0).toISOString().slice(0, 10)).toBe('2023-06-30');
    expect([tidTime('self'), tidTime('zzzzzzzzzzzzz'), tidTime('2222222222222')]).toEqual([null, null, null]);
  });
});

describe('what is missing or damaged', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`app.bsky.graph.follow/${tid(index)}`, { subject: `did:web:p${index}.example.org`, createdAt }]));
  const entriesOf = (value: unknown) => (typeof value === 'object' && value !== null && 'e' in value && Array.isArray(value.e) ? value.e.length : 0);

  it('many records in a deep tree', async () => {
    const { relations, snapshots } = await readFile('repo.car', carOf(many));
    expect([relations.length, snapshots[0]?.complete]).toEqual([400, true]);
  });

  it('a part of the tree', async () => {
    let left = 1;
    const { relations, rejected, snapshots } = await readFile('repo.car', carOf(many, { without: (value) => entriesOf(value) > 2 && (left -= 1) === 0 }));
    expect(relations.length).toBeGreaterThan(300);
    expect(rejected.map(({ reason }) => reason)).toEqual(['A part of the repository can’t be read, and what stood there is not known. Export it again.']);
    expect(snapshots.map(({ complete }) => complete)).toEqual([false, false]);
  });

  it('a record, and a flipped bit', async () => {
    const missing = await readFile('repo.car', carOf(RECORDS, { without: (value) => typeof value === 'object' && value !== null && 'subject' in value && value.subject === BO }));
    expect(missing.rejected).toMatchObject([{ reason: 'This record is missing or damaged.', sample: `app.bsky.graph.block/${tid(11)}` }]);
    const bytes = carOf(RECORDS, { rev: REV });
    const at = bytes.indexOf('just me');
    bytes[at] = 0x4a;
    expect((await readFile('repo.car', bytes)).rejected).toMatchObject([{ sample: `app.bsky.feed.post/${tid(1)}` }]);
  });

  it('the commit, and a CAR of something else', async () => {
    const sentence = /^repo\.car is a CAR file, and the commit of a Bluesky account, which tells whose it is, can’t be read/;
    await expect(readFile('repo.car', carOf(RECORDS, { did: 'nobody' }))).rejects.toThrow(sentence);
    await expect(readFile('repo.car', Buffer.concat([Buffer.from([17]), cbor({ roots: [], version: 1 })]))).rejects.toThrow(sentence);
  });

  it('of two repositories the one that changed last', async () => {
    const { recognition } = await readFiles({ 'old.car': carOf(RECORDS, { rev: tidAt(AT) }), 'new.car': carOf(RECORDS, { rev: REV }) });
    expect([recognition.parts[0]?.path, recognition.unused]).toEqual(['new.car', [{ path: 'old.car', reason: expect.stringContaining('only the newest is read') }]]);
  });

  it('damaged and hostile ones end in records and rejects, or in a sentence', async () => {
    await survivesDamage({ 'repo.car': carOf(RECORDS, { rev: REV }) }, { own: OWN, runs: 200 });
  }, 60_000);
});
