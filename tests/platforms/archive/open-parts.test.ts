/** An export that came in parts is read as one. */
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { folderOnDisk, removeFolders, zipOf } from '../../fixtures/zip';

afterAll(removeFolders);

describe('a folder of zips', () => {
  it('is one archive of all their files', async () => {
    const root = await folderOnDisk({
      'export-001.zip': await zipOf({ 'out/followers_1.json': 'one', 'out/index.html': 'first' }),
      'export-002.zip': await zipOf({ 'out/inbox/message_1.json': 'two', 'out/index.html': 'second' }),
      '.DS_Store': 'x',
    });
    const archive = await openArchive(root, 'export');
    expect(archive.container).toBe('zip');
    const contents = await Promise.all(archive.files.map(async (file) => [file.path, await text(await file.open())]));
    expect(contents).toEqual([
      ['followers_1.json', 'one'], ['index.html', 'first'], ['inbox/message_1.json', 'two'], ['export-002.zip/index.html', 'second'],
    ]);
    await archive.close();
  });

  it('beside other files is a folder: an archive somebody was sent is not theirs to be read', async () => {
    const root = await folderOnDisk({ 'attachment.zip': await zipOf({ 'a.txt': 'x' }), 'mail.mbox': 'From ' });
    const archive = await openArchive(root, 'mail');
    expect(archive.files.map(({ path }) => path)).toEqual(['attachment.zip', 'mail.mbox']);
  });

  it('with a damaged part is refused, and names it', async () => {
    const root = await folderOnDisk({ 'a-1.zip': await zipOf({ x: 'y' }), 'a-2.zip': (await zipOf({ z: 'y' })).subarray(0, 40) });
    await expect(openArchive(root, 'a')).rejects.toThrow(/ends before its list of contents/);
  });

  it('that is empty is an empty folder', async () => {
    expect((await openArchive(await folderOnDisk({}), 'nothing')).files).toEqual([]);
  });
});
