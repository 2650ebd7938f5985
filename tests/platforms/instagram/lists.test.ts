import { afterAll, describe, expect, it } from 'vitest';
import { eraNamed } from '../../fixtures/instagram/eras';
import { metaJson } from '../../fixtures/meta/writing';
import { removeFolders } from '../../fixtures/zip';
import { readFile, readFiles } from '../read-export';

afterAll(removeFolders);

const OWN = { identities: [{ platform: 'instagram', kind: 'handle', key: 'jordan.pike', scope: '' } as const], displayName: 'Jordan Pike' };
const LISTS = 'connections/followers_and_following';
const NAME = 'instagram-jordan.pike-2025-01-31-Ab12.zip';
const entry = (handle: string, timestamp: number, rest: Record<string, unknown> = {}) => ({
  title: '', media_list_data: [], string_list_data: [{ href: `https://www.instagram.com/${handle}`, value: handle, timestamp, ...rest }],
});
const read = (rows: readonly unknown[], name = `${LISTS}/followers_1.json`) => readFiles({ [name]: metaJson(rows) }, NAME, OWN);

describe('an account in a list', () => {
  it.each([
    ['value', { value: 'Anna.B', href: '' }],
    ['value with blanks and @', { value: ' @anna.b ', href: '' }],
    ['the address', { value: '', href: 'https://www.instagram.com/anna.b' }],
    ['the address with _u', { value: '', href: 'https://www.instagram.com/_u/Anna.b' }],
    ['the address with a question', { value: '', href: 'https://instagram.com/anna.b/?hl=nl' }],
  ])('is known by %s', async (_what, rest) => {
    const { relations, rejected } = await read([entry('x', 1700000000, rest)]);
    expect(relations.map(({ identity }) => identity.key)).toEqual(['anna.b']);
    expect(rejected).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'https://evil.example/anna', 'https://www.instagram.com/p/Cabc123/', 'https://www.instagram.com.evil.example/anna', ''])(
    'is not known by %j: the row is told',
    async (href) => {
      const { relations, rejected, identities } = await read([entry('x', 1700000000, { value: '', href }), entry('ok', 1700000000)]);
      expect(relations.map(({ identity }) => identity.key)).toEqual(['ok']);
      expect(rejected).toMatchObject([{ file: `${LISTS}/followers_1.json`.split('/').pop(), reason: 'This entry names no account that can be read.' }]);
      expect(JSON.stringify(identities)).not.toContain('evil');
    },
  );

  it('stands there once, since its latest date, whatever its case and part', async () => {
    const files = {
      [`${LISTS}/followers_1.json`]: metaJson([entry('anna', 1600000000), { title: '', string_list_data: [{ value: 'ANNA', timestamp: 1650000000 }, { value: 'bo', timestamp: 1 }] }]),
      [`${LISTS}/followers_2.json`]: metaJson([entry('@anna', 1640000000)]),
    };
    const { relations } = await readFiles(files, NAME, OWN);
    expect(relations.map(({ identity, since }) => [identity.key, since?.at ?? null])).toEqual([['anna', 1650000000000], ['bo', null]]);
    expect(relations[1]?.sinceBasis).toBe('first_seen');
  });

  it('can be one that was deleted', async () => {
    const { identities } = await read([entry('__deleted__a1b2c3', 1700000000)]);
    expect(identities).toMatchObject([{ key: '__deleted__a1b2c3', gone: true }]);
  });

  it('can stand among labels in any language', async () => {
    const labelled = { timestamp: 1700000000, media: [], label_values: [{ label: 'Naam', value: 'Anna B' }, { label: 'Onbekend', value: 'anna.b' }], fbid: '17900000000000009' };
    const { relations } = await readFiles({ [`${LISTS}/restricted_profiles.json`]: metaJson([labelled]) }, NAME, OWN);
    expect(relations).toMatchObject([{ kind: 'muted', identity: { key: 'anna.b' }, since: { at: 1700000000000 } }]);
  });
});

describe('a list in parts', () => {
  const parts = (...numbers: number[]) =>
    Object.fromEntries(numbers.map((number) => [`${LISTS}/followers_${number}.json`, metaJson([entry(`fan${number}`, 1600000000 + number)])]));
  const following = { [`${LISTS}/following.json`]: metaJson({ relationships_following: [entry('kofi', 1600000000)] }) };

  it('is whole with all of them, the tenth after the ninth', async () => {
    const { relations, snapshots } = await readFiles({ ...parts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...following }, NAME, OWN);
    expect(relations.filter(({ kind }) => kind === 'follower').map(({ identity }) => identity.key).slice(-2)).toEqual(['fan9', 'fan10']);
    expect(snapshots).toEqual([
      { kind: 'follower', complete: true, at: Date.UTC(2025, 0, 31) },
      { kind: 'following', complete: true, at: Date.UTC(2025, 0, 31) },
    ]);
  });

  it.each([[[1, 3]], [[2, 3]], [[2]]])('is incomplete with only %j, and the others are not', async (numbers) => {
    const { coverage, snapshots } = await readFiles({ ...parts(...numbers), ...following }, NAME, OWN);
    expect(snapshots.map(({ kind, complete }) => [kind, complete])).toEqual([['follower', false], ['following', true]]);
    expect(coverage.map(({ kind, complete }) => [kind, complete])).toEqual([['follower', false], ['following', true]]);
  });

  it('is incomplete where a part can’t be read, which is told', async () => {
    const { rejected, relations, snapshots } = await readFiles({ ...parts(1), [`${LISTS}/followers_2.json`]: '[{"title":"","string_list_data":[{"value":"fan2",', ...following }, NAME, OWN);
    expect(rejected).toMatchObject([{ file: 'followers_2.json', line: null }]);
    expect(relations).toHaveLength(2);
    expect(snapshots[0]).toMatchObject({ kind: 'follower', complete: false });
  });

  it('is incomplete where the export begins just where one of Instagram’s ranges does', async () => {
    const year = metaJson([entry('fan', Date.UTC(2024, 1, 1) / 1000), entry('later', Date.UTC(2024, 8, 1) / 1000)]);
    const { snapshots } = await readFiles({ [`${LISTS}/followers_1.json`]: year }, NAME, OWN);
    expect(snapshots).toEqual([{ kind: 'follower', complete: false, at: Date.UTC(2025, 0, 31) }]);
  });

  it('that is there twice is read once, from the newer export', async () => {
    const files = {
      'instagram-jordan.pike-2024-01-31-Aa/connections/followers_and_following/followers_1.json': metaJson([entry('old_fan_with_a_long_name', 1600000000), entry('fan', 1600000000)]),
      'instagram-jordan.pike-2025-01-31-Bb/connections/followers_and_following/followers_1.json': metaJson([entry('fan', 1600000000)]),
    };
    const { relations, recognition } = await readFiles(files, 'both.zip', OWN);
    expect(relations.map(({ identity }) => identity.key)).toEqual(['fan']);
    expect(recognition.unused).toMatchObject([{ path: expect.stringContaining('2024-01-31'), reason: expect.stringContaining('second copy') }]);
  });
});

describe('an Instagram export however it comes', () => {
  const era = eraNamed('2025');
  const whole = readFiles(era.files, era.archiveName);

  it.each([
    ['in a folder of its own', (path: string) => `instagram-jordan.pike-2025-11-02-Ef56Gh78/${path}`],
    ['with other apostrophes', (path: string) => path.replace("'", '’')],
    ['with underscores for them', (path: string) => path.replace("'", '_')],
  ])('%s', async (_how, place) => {
    const read = await readFiles(Object.fromEntries(Object.entries(era.files).map(([path, content]) => [place(path), content])), era.archiveName);
    expect(read.interactions.map(({ externalId }) => externalId)).toEqual((await whole).interactions.map(({ externalId }) => externalId));
    expect(read.relations.map(({ kind, identity }) => `${kind} ${identity.key}`)).toEqual((await whole).relations.map(({ kind, identity }) => `${kind} ${identity.key}`));
  });

  it('as a single file under any name', async () => {
    const { recognition, relations } = await readFile('download(1).txt', era.files[`${LISTS}/following.json`] ?? '', OWN);
    expect(recognition).toMatchObject({ platform: 'instagram', parts: [{ kind: 'following' }] });
    expect(relations).toHaveLength(2);
  });

  it('as nothing but threads, without the folders around them', async () => {
    const threads = Object.entries(era.files).flatMap(([path, content]) => {
      const [, rest] = path.split('your_instagram_activity/messages/inbox/');
      return rest === undefined ? [] : [[rest, content] as const];
    });
    const { recognition, messages } = await readFiles(Object.fromEntries(threads), 'inbox.zip', OWN);
    expect(recognition.platform).toBe('instagram');
    expect(messages.length).toBe(8);
  });
});
