/** The records of one part after the other. */
import type { CanonicalRecord } from '../../domain/activity';
import type { Archive, ArchiveFile } from '../contract';
import { ArchiveProblem } from '../contract';
import { fileOf, isPage, loadJson, loadPage } from '../meta/load';
import type { MetaOwn } from '../meta/own';
import { mainOf } from '../meta/page';
import { blocksOf } from '../meta/page-blocks';
import { dict, list, sampleOf } from '../meta/shapes';
import { threadFile } from '../meta/thread-files';
import type { ThreadFiles } from '../meta/thread-records';
import type { Introduced } from '../reading/introduced';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import type { ActivityReader } from './activity';
import { entryOfBlock, entryOfJson } from './entries';
import type { Entry } from './entries';
import type { FolderHandles } from './folder-handles';
import { handleIdentity } from './handles';
import { LISTS } from './known-files';
import type { PartKind } from './known-files';
import { AccountList, accountRecord, oldLists } from './lists';

export interface PartContext {
  own: MetaOwn;
  introduced: Introduced;
  activity: ActivityReader;
  threads: ThreadFiles;
  handles: FolderHandles;
  /** IANA name, for the local times of pages. */
  zone: string;
}

/** A record with the kind of part it belongs to: `connections.json` holds several. */
interface KindRecord {
  record: CanonicalRecord;
  kind: PartKind;
}

export class PartRecords {
  /** Kinds of which a file or an entry could not be read. */
  readonly damaged = new Set<PartKind>();
  /** Lists that were there, empty ones included. */
  readonly listed = new Set<PartKind>();
  /** Lists that are being read: all parts of one come one after the other. */
  readonly #lists = new Map<PartKind, AccountList>();

  constructor(private readonly context: PartContext) {}

  /** @param next kind of the part that follows: a list is given when its last part was read */
  async *of(archive: Archive, path: string, kind: PartKind, next: string | undefined, tally: LeftOutTally): AsyncGenerator<KindRecord> {
    try {
      const file = fileOf(archive, path);
      for await (const record of this.#records(file, kind, tally)) {
        if (record.record === 'rejected') this.damaged.add(kind);
        yield { record, kind };
      }
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      this.damaged.add(kind);
      yield { record: rejected(path, null, error.message), kind };
    }
    if (kind !== next) yield* this.#finishLists();
  }

  async *#records(file: ArchiveFile, kind: PartKind, tally: LeftOutTally): AsyncGenerator<CanonicalRecord> {
    if (kind === 'profile') return;
    if (kind === 'messages') yield* this.#messages(file, tally);
    else if (kind === 'connections') yield* this.#oldConnections(file.path, await loadJson(file), tally);
    else if (kind === 'old likes' || kind === 'old comments') yield* this.#oldActivity(file.path, kind, await loadJson(file), tally);
    else for (const [entry, sample] of await this.#entries(file)) yield* this.#entry(file.path, kind, entry, sample, tally);
    if (LISTS[kind]) this.#list(kind);
  }

  /** Entries of a file in JSON, under a key or bare, or of a page. */
  async #entries(file: ArchiveFile): Promise<[Entry | null, string][]> {
    if (isPage(file.path)) return blocksOf(mainOf(await loadPage(file))).map((block) => [entryOfBlock(block, this.context.zone), '']);
    const value = await loadJson(file);
    const rows = Array.isArray(value) ? list(value) : Object.values(dict(value) ?? {}).flatMap(list);
    return rows.map((row) => [entryOfJson(row), sampleOf(row)]);
  }

  *#entry(path: string, kind: PartKind, entry: Entry | null, sample: string, tally: LeftOutTally): Generator<CanonicalRecord> {
    if (entry === null) yield rejected(path, null, 'This entry is empty or no entry at all.', sample);
    else if (LISTS[kind]) {
      if (!this.#list(kind)?.take(entry)) yield rejected(path, null, 'This entry names no account that can be read.', entry.sample);
    } else yield* this.#activity(this.context.activity.read(kind, entry, tally));
  }

  *#oldActivity(path: string, kind: 'old likes' | 'old comments', value: unknown, tally: LeftOutTally): Generator<CanonicalRecord> {
    for (const row of Object.values(dict(value) ?? {}).flatMap(list)) {
      const records = this.context.activity.readOld(kind, row, tally);
      if (records) yield* this.#activity(records);
      else yield rejected(path, null, 'This row has no date or no account that can be read.', sampleOf(row));
    }
  }

  *#activity(records: readonly CanonicalRecord[]): Generator<CanonicalRecord> {
    for (const record of records) {
      if (record.record === 'identity' && record.platform === 'instagram') this.context.handles.note(record.key);
      if (record.record !== 'identity' || this.context.introduced.isNewIdentity(record)) yield record;
    }
  }

  *#oldConnections(path: string, value: unknown, tally: LeftOutTally): Generator<CanonicalRecord> {
    for (const { kind, name, accounts } of oldLists(value)) {
      if (kind === null) tally.add(`The list “${name.slice(0, 60)}” is none of people you follow, know or keep away.`, accounts.length);
      else for (const { written, handle, since } of accounts) {
        if (handle === null) yield rejected(path, null, 'This entry names no account that can be read.', written);
        else this.#list(kind)?.add(handle, since);
      }
      if (kind !== null) this.#list(kind);
    }
  }

  #list(kind: PartKind): AccountList | undefined {
    const meaning = LISTS[kind];
    if (!meaning) return undefined;
    this.listed.add(kind);
    const known = this.#lists.get(kind) ?? new AccountList(meaning);
    this.#lists.set(kind, known);
    return known;
  }

  *#finishLists(): Generator<KindRecord> {
    for (const [kind, accounts] of this.#lists) {
      for (const { identity, relation } of accounts.records()) {
        if (identity.platform === 'instagram') this.context.handles.note(identity.key);
        if (this.context.introduced.isNewIdentity(identity, identity.displayName ?? '')) yield { record: identity, kind };
        yield { record: relation, kind };
      }
    }
    this.#lists.clear();
  }

  async *#messages(file: ArchiveFile, tally: LeftOutTally): AsyncGenerator<CanonicalRecord> {
    for await (const record of this.context.threads.records(file, tally)) {
      yield record;
      if (record.record === 'conversation') yield* this.#partnerHandle(file.path);
    }
  }

  /** The person of a one-to-one thread is the account its folder is called after. */
  *#partnerHandle(path: string): Generator<CanonicalRecord> {
    const { threads, handles, introduced } = this.context;
    const handle = handles.handleOf(threadFile(path)?.name ?? '');
    const { partner } = threads;
    if (handle === null || partner === null) return;
    const account = accountRecord('instagram', handle);
    if (introduced.isNewIdentity(account)) yield account;
    yield { record: 'same_person', identities: [handleIdentity('instagram', handle), partner] };
  }
}
