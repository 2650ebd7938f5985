/** Reads a Bluesky repository from beginning to end, record by record. */
import type { CanonicalRecord, SnapshotRecord } from '../../domain/activity';
import type { Archive, ArchiveFile, ArchiveReader, OwnerFinding, ReadItem, ReadResult, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import type { Shown } from '../reading/coverage';
import { textIn } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { fileOf } from '../reading/part-file';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { unusedFiles } from '../reading/unused';
import { tidTime } from './dates';
import { byDid, profileUrl } from './people';
import { RecordReader } from './records';
import { readRepo, startsLikeCar } from './repo';
import type { Repo } from './repo';

export const blueskyReader: ArchiveReader = {
  platform: 'bluesky',
  version: 1,
  recognise,
  findOwner,
  read,
};

/** Bytes that tell a CAR. */
const TELLING = 64;
const MOST_LOOKED_AT = 50;

const SHOWN: Shown = {
  'app.bsky.feed.post': [
    { kind: 'reply', direction: 'out', listed: true },
    { kind: 'mention', direction: 'out', listed: true },
    { kind: 'quote', direction: 'out', listed: true },
  ],
  'app.bsky.feed.like': [{ kind: 'like', direction: 'out', listed: true }],
  'app.bsky.feed.repost': [{ kind: 'repost', direction: 'out', listed: true }],
  'app.bsky.graph.follow': [{ kind: 'following', direction: 'out', listed: true }],
  'app.bsky.graph.block': [{ kind: 'blocked', direction: 'out', listed: true }],
};

async function recognise(archive: Archive): Promise<Recognition | null> {
  const found: { file: ArchiveFile; rev: string }[] = [];
  const broken: ArchiveFile[] = [];
  const candidates = archive.container === 'file' ? archive.files : archive.files.filter(({ path }) => /\.car$/i.test(path));
  for (const file of candidates.slice(0, MOST_LOOKED_AT)) {
    if (!startsLikeCar(await beginning(file))) continue;
    const repo = await readRepo(file);
    if (repo && byDid(repo.did)) found.push({ file, rev: repo.rev });
    else broken.push(file);
  }
  const [newest, ...others] = found.sort((a, b) => (a.rev < b.rev ? 1 : -1));
  if (!newest) {
    if (broken[0]) throw brokenProblem(broken[0]);
    return null;
  }
  const whyNot = (path: string) =>
    others.some(({ file }) => file.path === path)
      ? 'Another repository; only the newest is read. Import it by itself if you want it too.'
      : 'Not known to Kith, so not read.';
  return {
    platform: 'bluesky',
    title: 'Bluesky repository',
    // When it was fetched isn't in it; what it holds is as of its last change.
    generatedAt: tidTime(newest.rev),
    parts: [{ path: newest.file.path, kind: 'repository', size: newest.file.size }],
    unused: unusedFiles(archive.files.filter((file) => file !== newest.file), whyNot),
  };
}

const brokenProblem = ({ path }: ArchiveFile) =>
  new ArchiveProblem(`${path} is a CAR file, and the commit of a Bluesky account, which tells whose it is, can’t be read in it. Export it again and choose the new file.`);

async function beginning(file: ArchiveFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of await file.open()) {
    if (Buffer.isBuffer(chunk)) parts.push(chunk);
    if (parts.reduce((sum, part) => sum + part.length, 0) >= TELLING) break;
  }
  return Buffer.concat(parts).subarray(0, TELLING);
}

async function repoOf(archive: Archive, { parts }: Recognition): Promise<{ repo: Repo; path: string; size: number }> {
  const [part] = parts;
  const file = fileOf(archive, part?.path ?? '');
  const repo = await readRepo(file);
  if (!repo) throw brokenProblem(file);
  return { repo, path: file.path, size: part?.size ?? 0 };
}

async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const { repo } = await repoOf(archive, recognition);
  const identity = byDid(repo.did);
  if (!identity) return { certain: false, candidates: [] };
  const displayName = profileName(repo) || repo.did;
  return { certain: true, candidates: [{ identity, displayName, profileUrl: profileUrl(repo.did), evidence: 'The repository is signed as this account’s.' }] };
}

function profileName(repo: Repo): string {
  const place = repo.places.find(({ collection, key }) => collection === 'app.bsky.actor.profile' && key === 'self');
  const profile = place ? repo.record(place).value : null;
  return profile ? cleanName(textIn(profile, 'displayName')).slice(0, 200) : '';
}

async function* read(archive: Archive, recognition: Recognition): AsyncGenerator<ReadItem, ReadResult> {
  const { repo, path, size } = await repoOf(archive, recognition);
  const self = byDid(repo.did);
  if (!self) throw brokenProblem(fileOf(archive, path));
  const reader = new RecordReader(self, profileName(repo), path, tidTime(repo.rev));
  const coverage = new CoverageKeeper(SHOWN);
  const tally = new LeftOutTally(path);
  const damaged = new Set<string>();
  for (const [index, place] of repo.places.entries()) {
    const row = index + 1;
    const bytes = Math.floor((size * row) / repo.places.length);
    for (const record of reader.read(repo.record(place))) {
      coverage.note(place.collection, record);
      if (record.record === 'rejected') damaged.add(place.collection);
      if (record.record === 'left_out') tally.add(record.reason, record.count);
      else yield { record, part: 0, row, bytes };
    }
  }
  if (repo.lost > 0) for (const collection of Object.keys(SHOWN)) coverage.incomplete(collection);
  for (const record of [...lostWords(repo, path), ...tally.records()]) yield { record, part: 0, row: repo.places.length, bytes: size };
  return { coverage: coverage.result(recognition.generatedAt), snapshots: snapshots(repo, recognition, damaged) };
}

const lostWords = ({ lost }: Repo, path: string): CanonicalRecord[] =>
  lost === 0 ? [] : [rejected(path, null, `${lost === 1 ? 'A part' : `${lost} parts`} of the repository can’t be read, and what stood there is not known. Export it again.`)];

/** Whom the user follows and blocks is whole in a repository that is whole. */
function snapshots({ lost }: Repo, { generatedAt }: Recognition, damaged: ReadonlySet<string>): SnapshotRecord[] {
  if (generatedAt === null) return [];
  const complete = (collection: string) => lost === 0 && !damaged.has(collection);
  return [
    { kind: 'following', complete: complete('app.bsky.graph.follow'), at: generatedAt },
    { kind: 'blocked', complete: complete('app.bsky.graph.block'), at: generatedAt },
  ];
}
