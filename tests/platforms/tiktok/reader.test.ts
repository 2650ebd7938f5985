import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { tiktokReader } from '../../../app/platforms/tiktok/reader';
import { removeFolders, zipOnDisk } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readFile, readFiles, short } from '../read-export';
import { FOLLOWER_TXT, TIKTOK_2021, TIKTOK_2024, TIKTOK_2025, VOLGER_TXT } from './exports';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'tiktok' as const, kind: 'handle' as const, key: 'jordanpike', scope: '' }], displayName: 'jordanpike' };

describe('TikTok’s JSON', () => {
  it.each([
    ['2025', TIKTOK_2025, ['follower anna 2024-03-01', 'follower ben.costa 2024-03-02', 'following anna 2024-03-03', 'blocked spam1 2024-03-04']],
    ['2024', TIKTOK_2024, ['follower anna 2024-03-01']],
    ['2020 to 2023', TIKTOK_2021, ['follower anna 2021-11-11', 'following kai 2021-11-12']],
  ])('of %s gives followers and following with their dates, and whose it is', async (_, text, expected) => {
    const { relations, owner, snapshots } = await readFiles({ 'user_data_tiktok.json': text }, 'TikTok_Data_1719900000.zip');
    expect(relations.map(({ kind, identity, since }) => `${kind} ${identity.key} ${new Date(since?.at ?? 0).toISOString().slice(0, 10)}`)).toEqual(expected);
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: 'jordanpike' }, profileUrl: 'https://www.tiktok.com/@jordanpike' }] });
    expect(snapshots[0]).toMatchObject({ kind: 'follower', at: 1719900000_000, complete: text !== TIKTOK_2021 });
  });

  it.each([['2025', TIKTOK_2025], ['2024', TIKTOK_2024]])('of %s gives both directions of conversations', async (_, text) => {
    const { messages, conversations } = await readFile('user_data.json', text);
    expect(asLines(messages)).toEqual([
      'with anna in handle:anna > handle:jordanpike: hi 👋', 'with anna out handle:jordanpike > handle:anna: hello', 'with anna out handle:jordanpike > handle:anna: hello',
      'with ben.costa out handle:jordanpike > handle:ben.costa: prints?',
    ]);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(4);
    expect(conversations.map(({ externalId, participants }) => [externalId, ...participants.map(short)])).toEqual([['with anna', 'handle:jordanpike', 'handle:anna'], ['with ben.costa', 'handle:jordanpike', 'handle:ben.costa']]);
  });

  it('knows the user’s words under an older name of theirs', async () => {
    const { messages } = await readFile('user_data.json', TIKTOK_2025.replaceAll('"From":"jordanpike"', '"From":"jp.prints"'), JORDAN);
    expect(messages.map(({ direction, actor }) => `${direction} ${actor.key}`)).toEqual(['in anna', 'out jordanpike', 'out jordanpike', 'out jordanpike']);
  });

  it('gives comments and likes as the user’s own, to nobody that is named, and counts the rest', async () => {
    const { interactions, leftOut } = await readFile('user_data_tiktok.json', TIKTOK_2025);
    expect(interactions.filter(({ kind }) => kind !== 'message')).toMatchObject([
      { kind: 'comment', direction: 'out', text: 'lovely', targets: [] },
      { kind: 'like', direction: 'out', url: 'https://www.tiktokv.com/share/video/7301234567890123456/', targets: [] },
    ]);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason}`)).toEqual([
      '1 Likes that name no video.', '1 Entries of “Posts › VideoList”, which say nothing about people.', '2 Entries of “Watch History › VideoList”, which say nothing about people.',
    ]);
  });

  it('rejects what names nobody, and then claims no whole list', async () => {
    const { rejected, coverage } = await readFile('user_data.json', TIKTOK_2021);
    expect(rejected).toMatchObject([{ reason: 'This entry names nobody.' }]);
    expect(coverage.find(({ kind }) => kind === 'follower')).toMatchObject({ direction: 'in', complete: false });
  });

  it('without a profile, takes whoever writes in several conversations', async () => {
    const { owner } = await readFile('user_data.json', TIKTOK_2024.replace('userName', 'other'));
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { key: 'jordanpike' } }] });
  });
});

describe('TikTok’s text files', () => {
  it.each([['Follower.txt', FOLLOWER_TXT, ['anna', 'ben.costa']], ['Volger.txt', VOLGER_TXT, ['anna']]])('%s', async (name, content, expected) => {
    const { relations } = await readFiles({ [`TikTok/Activity/${name}`]: content, 'TikTok/Activity/Browsing History.txt': 'Date: 2024-03-01 08:15:00 UTC\nLink: https://x\n' });
    expect(relations.map(({ kind, identity, since }) => [kind, identity.key, since?.precision])).toEqual(expected.map((key) => ['follower', key, 'second']));
  });

  it('says what to choose where followers are missing', async () => {
    const archive = await openArchive(await zipOnDisk('upload', { 'Direct Messages.txt': 'x', 'Login History.txt': 'x' }), 'tiktok.zip');
    await expect(tiktokReader.recognise(archive)).rejects.toThrow(/the format JSON/);
    await archive.close();
  });
});

it.each(Object.entries({ TIKTOK_2025, TIKTOK_2024, TIKTOK_2021 }))('survives damage: %s', async (_, text) => {
  await survivesDamage({ 'user_data_tiktok.json': text, 'Follower.txt': FOLLOWER_TXT }, { own: JORDAN, runs: 50 });
}, 60_000);
