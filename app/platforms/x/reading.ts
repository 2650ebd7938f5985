/** What all parts of one X archive share while it is read. */
import type { CanonicalRecord, IdentityRecord, IdentityRef } from '../../domain/activity';
import { Introduced } from '../reading/introduced';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import { byHandle, byId } from './people';
import type { People } from './people';

/** Reads the entries of one kind of file. */
export interface PartReader {
  /** The records of one entry, those they refer to first. Left-out ones are added up by the caller. */
  read(entry: unknown, file: string): CanonicalRecord[];
  /** What is left when all files of the kind were read. */
  end?(file: string): CanonicalRecord[];
}

export const WHO_IS_ME = 'What an archive holds that doesn’t tell which account is yours.';
export const TWICE = 'Entries that stand in the archive twice; each was read once.';

export class Reading {
  readonly #introduced = new Introduced();
  readonly #seen = new OrdinalCounter();
  readonly #own: ReadonlySet<string>;

  /** @param ownIds the user's ids on X, the one of this archive first; none where nobody could tell */
  constructor(readonly people: People, private readonly ownIds: readonly string[], readonly ownHandle: string) {
    this.#own = new Set(ownIds);
  }

  /** Stands for the user: by id, by handle where no id is known; null where nobody could tell. */
  get self(): IdentityRef | null {
    const [id] = this.ownIds;
    if (id !== undefined) return byId(id);
    return this.ownHandle === '' ? null : byHandle(this.ownHandle);
  }

  /** Messages only tell their sender's id: without the user's own there is no telling which way they went. */
  get knowsOwnId(): boolean {
    return this.ownIds.length > 0;
  }

  isOwn(id: string): boolean {
    return this.#own.has(id);
  }

  isSelf(identity: IdentityRef): boolean {
    return identity.kind === 'id' ? this.#own.has(identity.key) : this.ownHandle !== '' && identity.key === this.ownHandle.toLowerCase();
  }

  /** The identities that were not given yet. */
  introduce(identities: readonly IdentityRef[]): IdentityRecord[] {
    return identities.filter((identity) => this.#introduced.isNewIdentity(identity)).map((identity) => this.people.record(identity));
  }

  /** Whether a conversation was not given yet with these people and this title. */
  isNewConversation(id: string, state: string): boolean {
    return this.#introduced.isNew(`conversation ${id} ${hashOf([state])}`);
  }

  /** Whether an id of this kind shows for the first time: numbered parts overlap. */
  isFirst(kind: string, id: string): boolean {
    return this.#seen.next(hashOf([kind, id])) === 0;
  }
}
