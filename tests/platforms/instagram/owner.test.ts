import { afterAll, describe, expect, it } from 'vitest';
import { messageFiles } from '../../fixtures/instagram/account';
import { eraNamed } from '../../fixtures/instagram/eras';
import { metaJson, threadJson } from '../../fixtures/meta/writing';
import { removeFolders } from '../../fixtures/zip';
import type { Files } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const ERA = eraNamed('2023');
const without = (files: Files, start: string): Files => Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(start)));
const NO_PROFILE = without(ERA.files, 'personal_information');
const PERSONAL = 'personal_information/personal_information/personal_information.json';
const owner = async (files: Files, name: string) => {
  const read = await readFiles(files, name);
  return { certain: read.owner.certain, found: read.owner.candidates.map(({ identity, displayName }) => `${short(identity)} ${displayName}`), read };
};

describe('whose Instagram export it is', () => {
  it('is told by Instagram’s name for the zip and by presence, where the boxes Kith needs hold no profile', async () => {
    const { certain, found, read } = await owner(NO_PROFILE, ERA.archiveName);
    expect([certain, found]).toEqual([true, ['handle:jordan.pike Jordan Pike']]);
    expect(read.owner.candidates[0]?.evidence).toBe('The name is in 4 of the 4 conversations looked at. Instagram put this handle into the name of the archive.');
  });

  it('is a name by itself under another name', async () => {
    const { certain, found } = await owner(NO_PROFILE, 'my insta.zip');
    expect([certain, found]).toEqual([true, ['name:jordan pike@owner Jordan Pike']]);
  });

  it('is told by the folder Instagram’s zip was unpacked into', async () => {
    const nested = Object.fromEntries(Object.entries(NO_PROFILE).map(([path, content]) => [`instagram-jordan.pike-2024-06-05-Ab12Cd34/${path}`, content]));
    const { found } = await owner({ ...nested, 'readme.txt': 'x' }, 'my insta.zip');
    expect(found).toEqual(['handle:jordan.pike Jordan Pike']);
  });

  it('has to be asked where a single thread leaves two', async () => {
    const one = threadJson({ participants: ['Ana', 'Jordan Pike'], messages: [{ sender_name: 'Ana', timestamp_ms: 1700000000000, content: 'Hi' }] });
    const { certain, found, read } = await owner({ 'your_instagram_activity/messages/inbox/ana_17840001/message_1.json': one, 'x.txt': '' }, ERA.archiveName);
    expect([certain, found]).toEqual([false, ['handle:jordan.pike Ana', 'handle:jordan.pike Jordan Pike']]);
    expect(read.owner.candidates.map(({ also }) => also?.map(short))).toEqual([['name:ana@owner'], ['name:jordan pike@owner']]);
  });

  it('is nobody’s to say from lists alone', async () => {
    const lists = without(without(NO_PROFILE, 'your_instagram_activity'), 'x');
    expect(await owner(lists, 'x.zip')).toMatchObject({ certain: false, found: [] });
  });

  it.each([
    ['in an unknown language, by shape', { Epost: 'jordan@pike.example', Anvendenavn: 'jordan.pike', Fuldenavn: 'Jordan Pike', Privat: 'False', Fodt: '1990-01-01' }],
    ['with the telephone first', { 'Phone Number': '+31612345678', Username: 'Jordan.Pike', Name: 'Jordan Pike' }],
  ])('is on the profile %s', async (_how, values) => {
    const string_map_data = Object.fromEntries(Object.entries(values).map(([label, value]) => [label, { href: '', value, timestamp: 0 }]));
    const { certain, found } = await owner({ ...NO_PROFILE, [PERSONAL]: metaJson({ profile_user: [{ title: '', string_map_data }] }) }, 'x.zip');
    expect([certain, found]).toEqual([true, ['handle:jordan.pike Jordan Pike']]);
  });

  it('never takes a friend for the user because a handle is a friend’s name', async () => {
    const own = { identities: [{ platform: 'instagram', kind: 'handle', key: 'ana', scope: '' } as const], displayName: '' };
    const files = { ...messageFiles('messages'), 'messages/inbox/ana_17849/message_1.json': threadJson({ participants: ['Ana', 'Jordan Pike'], messages: [{ sender_name: 'Ana', timestamp_ms: 1700000000000, content: 'Hi from Ana' }] }) };
    const { messages } = await readFiles({ ...files, 'likes/liked_posts.json': metaJson({ likes_media_likes: [] }) }, 'x.zip', own);
    expect(messages.find(({ text }) => text === 'Hi from Ana')?.direction).toBe('in');
  });
});

describe('what a thread’s folder says', () => {
  const thread = (name: string) => threadJson({ participants: [name, 'Jordan Pike'], messages: [{ sender_name: name, timestamp_ms: 1700000000000, content: 'Hi' }] });
  const followers = (...handles: string[]) =>
    metaJson(handles.map((handle) => ({ title: '', string_list_data: [{ href: '', value: handle, timestamp: 1600000000 }] })));
  const joined = async (handles: string[], folders: Record<string, string>) => {
    const files = Object.fromEntries(Object.entries(folders).map(([folder, name]) => [`your_instagram_activity/messages/inbox/${folder}/message_1.json`, thread(name)]));
    const { samePerson } = await readFiles({ ...files, 'connections/followers_and_following/followers_1.json': followers(...handles) }, ERA.archiveName);
    return samePerson.map(({ identities }) => identities.map(short).join(' = '));
  };

  it.each([
    ['a handle with its punctuation taken out', ['lotte_bakker.fic', 'other'], { lottebakkerfic_17840001: 'Lotte' }, ['handle:lotte_bakker.fic = name:lotte@17840001']],
    ['nothing where two handles fit', ['lotte_b', 'lotte.b'], { lotteb_17840001: 'Lotte' }, []],
    ['nothing where two threads are called so', ['lotte_b'], { lotteb_17840001: 'Lotte', lotteb_17840002: 'Lotte' }, []],
    ['nothing where no handle fits', ['somebody'], { lotteb_17840001: 'Lotte' }, []],
    ['nothing for somebody deleted', ['instagramuser'], { instagramuser_17840001: 'Instagram User' }, []],
  ])('is %s', async (_what, handles, folders, expected) => {
    expect(await joined(handles, { ...folders, zed_17849999: 'Zed' } as Record<string, string>)).toEqual(expected);
  });
});

describe('what is left out', () => {
  it('says so of one’s own posts, and of likes of nobody known', async () => {
    const like = (title: string) => ({ title, string_list_data: [{ href: 'https://www.instagram.com/p/Cabc1/', value: '', timestamp: 1700000000 }] });
    const { leftOut, interactions } = await readFiles({ ...ERA.files, 'your_instagram_activity/likes/liked_posts.json': metaJson({ likes_media_likes: [like('jordan.pike'), like(''), like('')] }) }, ERA.archiveName);
    expect(leftOut.filter(({ file }) => file.includes('liked_posts')).map(({ reason, count }) => `${count} ${reason}`)).toEqual([
      '1 What you did on your own posts and stories.', '2 Likes, comments and answers that do not say on whose post or story.',
    ]);
    expect(interactions.filter(({ url }) => url?.includes('Cabc1'))).toEqual([]);
  });

  it('reads the comments of 2020 and asks for a newer export for the rest', async () => {
    const files = { ...eraNamed('2020').files, 'comments.json': metaJson({ media_comments: [['2023-11-14T22:13:20+00:00', 'Lovely colours 🎨', 'kofi.mensah'], ['', 'x']] }), 'likes.json': '{}', 'messages.json': '[]' };
    const { interactions, rejected, recognition } = await readFiles(files, 'jordan.pike_20230801.zip');
    const newer = await readFiles(ERA.files, ERA.archiveName);
    expect(interactions).toHaveLength(1);
    expect(newer.interactions.map(({ externalId }) => externalId)).toContain(interactions[0]?.externalId);
    expect(rejected).toMatchObject([{ file: 'comments.json', reason: 'This comment has no date that can be read.' }]);
    expect(recognition.unused.filter(({ reason }) => reason.includes('until 2020')).map(({ path }) => path).sort()).toEqual(['likes.json', 'messages.json']);
  });
});

describe('an export without what Kith reads', () => {
  it.each([
    ['Instagram', { 'your_instagram_activity/media/posts_1.json': '[]', 'media/a.jpg': 'x' }],
    ['Facebook', { 'your_facebook_activity/posts/your_posts_1.json': '[]', 'posts/a.jpg': 'x' }],
  ])('%s is called by its name', async (name, files) => {
    await expect(readFiles(files, 'x.zip')).rejects.toThrow(new RegExp(`This is an? ${name} export, but without`));
  });
});
