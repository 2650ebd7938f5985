/** Facebook's and Instagram's exports in one upload, and what they share. */
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import { eraNamed as facebookEra } from '../../fixtures/facebook/account';
import { eraNamed as instagramEra } from '../../fixtures/instagram/eras';
import { removeFolders, zipOnDisk } from '../../fixtures/zip';
import type { Files } from '../../fixtures/zip';
import { readFiles } from '../read-export';

afterAll(removeFolders);

async function recognised(files: Files, name = 'both.zip') {
  const archive = await openArchive(await zipOnDisk('upload', files), name);
  try {
    return (await recogniseArchive(archive, PLATFORM_MODULES)).map(({ recognition }) => recognition);
  } finally {
    await archive.close();
  }
}

const moved = (files: Files, folder: string): Files => Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}${path}`, content]));

describe('both exports in one upload', () => {
  it.each([
    ['in folders of their own', moved(instagramEra('2021').files, 'insta/'), moved(facebookEra('2021').files, 'fb/')],
    ['with their own roots', instagramEra('2023').files, facebookEra('2023').files],
    ['unpacked into each other, with the same relative paths', instagramEra('2021').files, facebookEra('2021').files],
  ])('are told apart %s', async (_how, instagram, facebook) => {
    const found = await recognised({ ...instagram, ...facebook });
    expect(found.map(({ platform }) => platform)).toEqual(['instagram', 'facebook']);
    const expected = async (files: Files) => (await recognised(files))[0]?.parts.map(({ path }) => path).sort();
    const [ours, theirs] = found.map(({ parts }) => parts.map(({ path }) => path).sort());
    const stripped = (paths: readonly string[] | undefined) => paths?.map((path) => path.replace(/^(?:insta|fb)\//, ''));
    expect(stripped(ours)).toEqual(await expected(instagram));
    expect(stripped(theirs)).toEqual(await expected(facebook));
  });
});

describe('a large export', () => {
  it('sums its media up in one line', async () => {
    const media = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`media/posts/2024${index % 12}/${index}.jpg`, Buffer.from([0xff, 0xd8])]));
    const [recognition] = await recognised({ ...instagramEra('2025').files, ...media });
    expect(recognition?.unused.filter(({ reason }) => reason.startsWith('Pictures'))).toEqual([
      { path: '301 pictures, films and other media', reason: expect.stringContaining('reads none of them') },
    ]);
    expect(recognition?.unused.length).toBeLessThan(20);
  });
});

describe('messages that are there twice', () => {
  it('come once when two exports of one account lie in one upload', async () => {
    const [older, newer] = [instagramEra('2023').files, instagramEra('2025').files];
    const both = { ...moved(older, 'instagram-jordan.pike-2024-06-05-Aa/'), ...moved(newer, 'instagram-jordan.pike-2025-11-02-Bb/') };
    const alone = await readFiles(newer, 'instagram-jordan.pike-2025-11-02-Bb.zip');
    const together = await readFiles(both, 'both.zip');
    expect(together.messages.map(({ externalId }) => externalId).sort()).toEqual(alone.messages.map(({ externalId }) => externalId).sort());
    expect(together.conversations).toHaveLength(alone.conversations.length);
  });

  it('have the same ids under another root and in other parts', async () => {
    const ids = async (name: string) => new Set((await readFiles(facebookEra(name).files, 'facebook.zip')).messages.map(({ externalId }) => externalId));
    expect(await ids('2018')).toEqual(await ids('2023, your_facebook_activity'));
  });
});
