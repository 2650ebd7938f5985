import { afterAll, describe, expect, it } from 'vitest';
import { ERAS, eraNamed } from '../../fixtures/instagram/eras';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const publicOf = async (name: string) => {
  const era = eraNamed(name);
  const { interactions } = await readFiles(era.files, era.archiveName);
  return interactions.filter(({ conversationExternalId }) => conversationExternalId === undefined);
};

const COMMENT = ['comment out kofi.mensah 1700000000 Lovely colours 🎨'];
const LIKE = ['like out kofi.mensah 1700000100 https://www.instagram.com/p/CxKofi1/'];
const POLL = ['reaction out lotte_bakker_fic 1700000300'];
const NEWER = ['comment out ana_ferreira 1700000050 wow', ...LIKE, 'like out ana_ferreira 1700000200', ...POLL];

describe('what the user did in public', () => {
  it.each([
    ['2020', []],
    ['2021', [...COMMENT, ...LIKE, ...POLL]],
    ['2023', [...COMMENT, ...NEWER]],
    ['2023 in Dutch', [...COMMENT, ...NEWER]],
    ['2025', [...COMMENT, ...NEWER]],
    ['2025 in Dutch', [...COMMENT, ...NEWER]],
  ])('%s', async (name, expected) => {
    const found = (await publicOf(name)).filter(({ targets }) => targets[0]?.identity.platform === 'instagram');
    const lines = found.map(({ kind, direction, targets, occurredAt, text, url, actor }) => {
      expect(short(actor)).toBe('handle:jordan.pike');
      expect(targets).toHaveLength(1);
      return [kind, direction, targets[0]?.identity.key, (occurredAt?.at ?? 0) / 1000, text ?? (url?.includes('/p/') ? url : undefined)].filter(Boolean).join(' ');
    });
    expect(lines.sort()).toEqual([...expected].sort());
  });

  it('has the same ids in every layout, so that a newer export doubles nothing', async () => {
    const ids = await Promise.all(['2021', '2023', '2025', '2025 in Dutch'].map(async (name) =>
      (await publicOf(name)).filter(({ kind, text }) => kind === 'like' || text?.startsWith('Lovely')).map(({ externalId, occurredAt }) => `${occurredAt?.at} ${externalId}`)));
    const [y2021 = [], y2023 = [], y2025 = [], dutch = []] = ids;
    expect(y2023).toEqual(expect.arrayContaining(y2021));
    expect(y2025).toEqual(y2023);
    expect(dutch).toEqual(y2023);
    expect(new Set(y2023).size).toBe(y2023.length);
  });
});

describe('Threads', () => {
  it.each(['2023', '2025'])('has its own followers, following and likes (%s)', async (name) => {
    const era = eraNamed(name);
    const { relations, identities, interactions } = await readFiles(era.files, era.archiveName);
    const inThreads = relations.filter(({ identity }) => identity.platform === 'threads');
    expect(inThreads.map(({ kind, identity }) => `${kind} ${identity.key}`)).toEqual(['follower ana_ferreira', 'following kofi.mensah']);
    expect(identities.filter(({ platform }) => platform === 'threads')).toMatchObject([
      { key: 'ana_ferreira', displayName: 'Ana Ferreira', profileUrl: 'https://www.threads.com/@ana_ferreira' },
      { key: 'kofi.mensah', profileUrl: 'https://www.threads.com/@kofi.mensah' },
    ]);
    const liked = interactions.filter(({ targets }) => targets[0]?.identity.platform === 'threads');
    expect(liked).toMatchObject([{ kind: 'like', direction: 'out', url: 'https://www.threads.com/@kofi.mensah/post/Cthread1', occurredAt: { at: 1700000400000 } }]);
  });
});

describe('lists of Threads', () => {
  it('are told apart from Instagram’s, so that neither speaks for the other', async () => {
    const era = eraNamed('2025');
    const { snapshots } = await readFiles(era.files, era.archiveName);
    expect(snapshots.filter(({ platform }) => platform === 'threads').map(({ kind, complete }) => [kind, complete])).toEqual([['follower', true], ['following', true]]);
  });
});

describe('what the export could see', () => {
  it('covers likes and comments one way only, and messages both', async () => {
    const era = eraNamed('2025');
    const { coverage } = await readFiles(era.files, era.archiveName);
    const seen = coverage.map(({ kind, direction }) => `${kind} ${direction}`);
    expect(seen).toEqual(expect.arrayContaining(['message in', 'message out', 'like out', 'comment out', 'follower in', 'following out']));
    expect(seen.filter((one) => /^(like|comment) in/.test(one))).toEqual([]);
    expect(new Set(coverage.map(({ to }) => to))).toEqual(new Set([Date.UTC(2025, 10, 2)]));
  });

  it.each(ERAS.filter(({ name }) => name !== '2021'))('lists followers completely in $name', async (era) => {
    const { snapshots } = await readFiles(era.files, era.archiveName);
    expect(snapshots.filter(({ kind, platform }) => platform === undefined && (kind === 'follower' || kind === 'following')).map(({ kind, complete }) => [kind, complete])).toEqual([['follower', true], ['following', true]]);
  });
});
