import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { readFile, readFiles } from '../read-export';
import { COMMENTS_2023, COMMENTS_2024, COMMENTS_2026, LIVE_CHATS, SUBSCRIPTIONS_GERMAN } from './exports';

afterAll(removeFolders);

const TAKEOUT = {
  'Takeout/YouTube und YouTube Music/Kommentare/comments.csv': COMMENTS_2023,
  'Takeout/YouTube und YouTube Music/Livechats/live chats.csv': LIVE_CHATS,
  'Takeout/YouTube und YouTube Music/Abos/Abos.csv': SUBSCRIPTIONS_GERMAN,
  'Takeout/YouTube und YouTube Music/Verlauf/watch-history.html': '<html></html>',
};

describe('YouTube in Takeout', () => {
  it.each([
    ['until June 2024', COMMENTS_2023, [['comment', 'great work', 'vid1', undefined], ['reply', 'agreed', 'vid1', 'UgxZ']]],
    ['of June 2024, with a mention and a raw line end', COMMENTS_2024, [['reply', '@jc hi\nthere', 'vid2', 'UgxZ']]],
    ['of 2026, on a post, by a brand, in lower case', COMMENTS_2026, [['comment', 'on a post', 'post9', undefined], ['comment', 'as my brand', 'vid3', undefined]]],
  ])('reads comments %s', async (_, text, expected) => {
    const { interactions } = await readFile('comments.csv', text);
    expect(interactions.map(({ kind, text: said, conversationExternalId, parentExternalId }) => [kind, said, conversationExternalId, parentExternalId])).toEqual(expected);
    expect(interactions.every(({ direction }) => direction === 'out')).toBe(true);
  });

  it('keeps who is mentioned, by channel', async () => {
    const { interactions, identities } = await readFile('comments.csv', COMMENTS_2024);
    expect(interactions[0]).toMatchObject({ externalId: 'UgxC', targets: [{ identity: { kind: 'id', key: 'UCjc' }, role: 'mentioned' }], occurredAt: { at: Date.UTC(2024, 5, 2, 10, 0, 0, 123), precision: 'ms', zone: 'utc' }, url: 'https://www.youtube.com/watch?v=vid2&lc=UgxC' });
    expect(identities).toMatchObject([{ key: 'UCjc', profileUrl: 'https://www.youtube.com/channel/UCjc', evidence: 'stub' }]);
  });

  it('reads live chats, paid ones as gifts, and subscriptions under any heading', async () => {
    const { interactions, relations, identities, recognition, snapshots, coverage } = await readFiles(TAKEOUT, 'takeout-20261122T140500Z-001.zip');
    expect(interactions.map(({ kind, text }) => [kind, text])).toEqual([['comment', 'great work'], ['reply', 'agreed'], ['comment', 'hello stream'], ['gift', 'for coffee']]);
    expect(relations.map(({ kind, identity }) => [kind, identity.key])).toEqual([['following', 'UCjc'], ['following', 'UCda']]);
    expect(identities.map(({ displayName }) => displayName)).toEqual(['JC, the printer', 'Dada']);
    expect(recognition).toMatchObject({ generatedAt: Date.UTC(2026, 10, 22, 14, 5), unused: [{ reason: expect.stringContaining('watched') }] });
    expect(snapshots).toEqual([{ kind: 'following', complete: true, at: Date.UTC(2026, 10, 22, 14, 5) }]);
    expect(coverage.map(({ direction }) => direction)).toEqual(['out', 'out', 'out', 'out']);
  });

  it('belongs to the channel that writes, brands of the same user beside it', async () => {
    const { owner } = await readFile('comments.csv', COMMENTS_2026);
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: 'UCme' }, also: [{ key: 'UCother' }] }] });
  });

  it('rejects a row without a number, and asks nothing of subscriptions alone', async () => {
    expect((await readFile('comments.csv', COMMENTS_2026)).rejected).toMatchObject([{ line: 4, reason: expect.stringContaining('no number') }]);
    const { owner, relations } = await readFile('subscriptions.csv', SUBSCRIPTIONS_GERMAN);
    expect([owner.candidates.length, relations.length]).toEqual([0, 2]);
  });

  it('survives damage', async () => {
    const own = { identities: [{ platform: 'youtube' as const, kind: 'id' as const, key: 'UCme', scope: '' }], displayName: 'Jordan' };
    await survivesDamage({ 'comments.csv': COMMENTS_2024, 'comments(1).csv': COMMENTS_2026, 'live chats.csv': LIVE_CHATS, 'subscriptions.csv': SUBSCRIPTIONS_GERMAN }, { own, runs: 80 });
  }, 60_000);
});
