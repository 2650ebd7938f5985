/** The records of one part after the other. */
import type { CanonicalRecord } from '../../domain/activity';
import type { Archive, ArchiveFile } from '../contract';
import { ArchiveProblem } from '../contract';
import { statesRange } from '../meta/date-range';
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

/** A row of a file with what it says; null for nothing. */
interface Found {
  entry: Entry | null;
  row: unknown;
}

/** A record with the kind of part it belongs to: `connections.json` holds several. */
interface KindRecord {
  record: CanonicalRecord;
  kind: PartKind;
}

export class PartRecords {
  /** Kinds of which a file or an entry could not be read. */
  readonly damaged = new Set<PartKind>();
  /** Lists that were there, with how many accounts stand in them. */
  readonly listed = new Map<PartKind, number>();
  /** A page said from when until when its data are. */
  isRange = false;
  /** Lists that are being read: all parts of one come one after the other. */
  readonly #lists = new Map<PartKind, AccountList>();

  constructor(private readonly context: PartContext) {}

  /**
   * Loads a part; its records follow. @param next kind of the part that comes then: a list is given when its last part
   * was read.
   */
  async of(archive: Archive, path: string, kind: PartKind, next: string | undefined, tally: LeftOutTally): Promise<Iterable<KindRecord>> {
    let records: Iterable<CanonicalRecord>;
    try {
      records = await this.#records(fileOf(archive, path), kind, tally);
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      records = [rejected(path, null, error.message)];
    }
    return this.#withKinds(records, kind, next);
  }

  *#withKinds(records: Iterable<CanonicalRecord>, kind: PartKind, next: string | undefined): Generator<KindRecord> {
    for (const record of records) {
      if (record.record === 'rejected') this.damaged.add(kind);
      yield { record, kind };
    }
    if (kind !== next) yield* this.#finishLists();
  }

  async #records(file: ArchiveFile, kind: PartKind, tally: LeftOutTally): Promise<Iterable<CanonicalRecord>> {
    if (LISTS[kind]) this.#list(kind);
    if (kind === 'profile') return [];
    if (kind === 'messages') return this.#messages(file.path, await this.context.threads.records(file, tally));
    if (kind === 'connections') return this.#oldConnections(file.path, await loadJson(file), tally);
    if (kind === 'old comments') return this.#oldComments(file.path, await loadJson(file), tally);
    return this.#listed(file.path, kind, await this.#entries(file), tally);
  }

  *#listed(path: string, kind: PartKind, found: readonly Found[], tally: LeftOutTally): Generator<CanonicalRecord> {
    for (const one of found) yield* this.#entry(path, kind, one, tally);
  }

  /** Entries of a file in JSON, under a key or bare, or of a page. */
  async #entries(file: ArchiveFile): Promise<Found[]> {
    if (isPage(file.path)) {
      const page = await loadPage(file);
      this.isRange ||= statesRange(page);
      return blocksOf(mainOf(page)).map((block) => ({ entry: entryOfBlock(block, this.context.zone), row: block.date }));
    }
    const value = await loadJson(file);
    const rows = Array.isArray(value) ? list(value) : Object.values(dict(value) ?? {}).flatMap(list);
    return rows.map((row) => ({ entry: entryOfJson(row), row }));
  }

  *#entry(path: string, kind: PartKind, { entry, row }: Found, tally: LeftOutTally): Generator<CanonicalRecord> {
    if (entry === null) yield rejected(path, null, 'This entry is empty or no entry at all.', sampleOf(row));
    else if (LISTS[kind]) {
      if (!this.#list(kind)?.take(entry)) yield rejected(path, null, 'This entry names no account that can be read.', entry.sample());
    } else yield* this.#activity(this.context.activity.read(kind, entry, tally));
  }

  *#oldComments(path: string, value: unknown, tally: LeftOutTally): Generator<CanonicalRecord> {
    for (const row of Object.values(dict(value) ?? {}).flatMap(list)) {
      const records = this.context.activity.readOld(row, tally);
      if (records) yield* this.#activity(records);
      else yield rejected(path, null, 'This comment has no date that can be read.', sampleOf(row));
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
    const known = this.#lists.get(kind) ?? new AccountList(meaning);
    this.#lists.set(kind, known);
    this.listed.set(kind, this.listed.get(kind) ?? 0);
    return known;
  }

  *#finishLists(): Generator<KindRecord> {
    for (const [kind, accounts] of this.#lists) {
      this.listed.set(kind, (this.listed.get(kind) ?? 0) + accounts.size);
      for (const { identity, relation } of accounts.records()) {
        if (identity.platform === 'instagram') this.context.handles.note(identity.key);
        if (this.context.introduced.isNewIdentity(identity, identity.displayName ?? '')) yield { record: identity, kind };
        yield { record: relation, kind };
      }
    }
    this.#lists.clear();
  }

  *#messages(path: string, records: Iterable<CanonicalRecord>): Generator<CanonicalRecord> {
    for (const record of records) {
      yield record;
      if (record.record === 'conversation') yield* this.#partnerHandle(path);
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
