/**
 * What a platform's folder offers. Both capabilities are optional: most platforms have an archive, some a live channel.
 * Readers turn a file into canonical records and never touch the store.
 */
import type { Readable } from 'node:stream';
import type { CoverageRecord, IdentityRef, Platform, ReadItem, SnapshotRecord } from '../domain/activity';
import type { ReadingAnswers, ReadingQuestion } from '../domain/imports/questions';

/** One file inside an opened archive. The path is for matching only: nothing is ever written to it. */
export interface ArchiveFile {
  /** Slashes forward, NFC, without a common leading folder. */
  path: string;
  /** Bytes when unpacked, as the archive says (checked while reading). */
  size: number;
  /** UTC milliseconds, null where the container does not say. */
  modifiedAt: number | null;
  /** A new stream from the start; fails with an ArchiveProblem past the safety limits. */
  open(): Promise<Readable>;
}

/** A zip, a folder or a single file, opened with the safety limits applied. */
export interface Archive {
  /** As the user named it. */
  name: string;
  container: 'zip' | 'folder' | 'file';
  files: ArchiveFile[];
  /** Entries not offered for reading, with a sentence why (symlinks, `..`). What macOS leaves behind is not listed. */
  skipped: { path: string; reason: string }[];
  close(): Promise<void>;
}

/** The archive cannot be read. `message` says to the user what was found and what to do. */
export class ArchiveProblem extends Error {
  override name = 'ArchiveProblem';
}

export interface Recognition {
  platform: Platform;
  /** "LinkedIn data export" */
  title: string;
  /**
   * Which list it is, for sources without a "me" (a newsletter's readers, an address book): the same label is the same
   * own account. Left away where the archive belongs to somebody.
   */
  accountLabel?: string;
  /** When the platform made it, UTC milliseconds; null where nothing tells. */
  generatedAt: number | null;
  /** The files it will read, for progress and for the user to see. */
  parts: { path: string; kind: string; size: number }[];
  /** Files it knows but does not read, and files it does not know, each with a reason; many of a kind as one line ("214 pictures"). */
  unused: { path: string; reason: string }[];
}

export interface OwnerCandidate {
  identity: IdentityRef;
  /** Further identities of the same person: a handle beside the id, a second address. */
  also?: IdentityRef[];
  displayName: string;
  profileUrl?: string;
  /** A sentence for the user, who may have to choose. */
  evidence: string;
}

/** Who the archive belongs to. Several candidates, or none that is certain: the user is asked. */
export interface OwnerFinding {
  certain: boolean;
  /** Surest first. `evidence` is a sentence: "Their name is on the profile in this archive". */
  candidates: OwnerCandidate[];
}

/** "Me" on the account that is read into. */
export interface Own {
  identities: IdentityRef[];
  /** '' where the archive does not tell. */
  displayName: string;
}

export type { ReadItem };

export interface ReadResult {
  coverage: CoverageRecord[];
  /** The lists of relations it held, for comparing two exports. */
  snapshots?: SnapshotRecord[];
}

export interface ArchiveReader {
  platform: Platform;
  /** Goes up whenever the same archive would give other records. */
  version: number;
  /** Knows so many things that it is asked only where no other reader knows anything (any table of people). */
  lastResort?: boolean;
  /** Null if the content is not this platform's. Looks at content, never at the name alone. */
  recognise(archive: Archive): Promise<Recognition | null>;
  findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding>;
  /** What only the user can tell, asked before anything is read. Absent, or nothing, where the archive says it all. */
  ask?(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]>;
  /**
   * Yields every record once, in bounded memory; returns what the archive could see.
   * Bad rows come as `rejected`; only an unreadable archive throws (ArchiveProblem).
   *
   * `own.identities` are all identities of the own account, the oldest first: where a source has no ids of its own,
   * ids are made from the first one, so it has to stay first on every import into the same account. It may be empty.
   * `answers` hold what was asked; what wasn't, the reader decides by itself.
   */
  read(
    archive: Archive,
    recognition: Recognition,
    own: Own,
    answers: ReadingAnswers,
  ): AsyncGenerator<ReadItem, ReadResult>;
}

export interface PlatformModule {
  platform: Platform;
  /** Tells modules of one platform apart; the platform itself where there is but one. */
  name?: string;
  archive?: ArchiveReader;
}
