/** What all parts of one archive share while it is read. */
import type { CanonicalRecord, IdentityRef } from '../../domain/activity';
import type { Own } from '../contract';
import { Introduced } from '../reading/introduced';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import { handleIdentity, personRecord } from './people';
import type { Person } from './people';

export const TWICE = 'Entries that stand in the archive twice; each was read once.';

const idOf = ({ kind, key }: IdentityRef): string => `${kind} ${key}`;

export class Reading {
  /** Stands for the user. */
  readonly self: IdentityRef | null;
  readonly #own: ReadonlySet<string>;
  readonly #introduced = new Introduced();
  readonly #seen = new OrdinalCounter();

  /** @param owner whom the archive names as its owner; null for lists, which name nobody */
  constructor(private readonly owner: (Person & { displayName: string }) | null, own: Own) {
    const known = own.identities.filter(({ platform }) => platform === 'mastodon');
    this.self = owner?.identity ?? known[0] ?? null;
    const mine = [...known, ...(owner ? [owner.identity] : []), ...(owner?.handle ? [handleIdentity(owner.handle)] : [])];
    this.#own = new Set(mine.map(idOf));
  }

  isOwn({ identity, handle }: Person): boolean {
    return this.#own.has(idOf(identity)) || (handle !== '' && this.#own.has(idOf(handleIdentity(handle))));
  }

  /** The user's account, the first time. */
  introduceSelf(): CanonicalRecord[] {
    if (!this.self || !this.#introduced.isNewIdentity(this.self)) return [];
    if (!this.owner) return [{ record: 'identity', ...this.self, evidence: 'stub' }];
    return [{ ...personRecord({ ...this.owner, isStated: true }), displayName: this.owner.displayName }];
  }

  /**
   * People the first time they show, and again where more is told of them. A place that gives both URI and handle shows
   * that the two are one account, which lists with only the handle need.
   */
  introduce(people: readonly Person[]): CanonicalRecord[] {
    return people.flatMap((person): CanonicalRecord[] => {
      const record = personRecord(person);
      if (!this.#introduced.isNewIdentity(person.identity, record.evidence)) return [];
      if (!person.isStated || person.identity.kind !== 'id') return [record];
      const byHandle: Person = { identity: handleIdentity(person.handle), handle: person.handle, isStated: true };
      return [record, personRecord(byHandle), { record: 'same_person', identities: [person.identity, byHandle.identity] }];
    });
  }

  /** Whether a conversation was not given yet with these people. */
  isNewConversation(id: string, people: string): boolean {
    return this.#introduced.isNew(`conversation ${id} ${people}`);
  }

  isFirst(kind: string, id: string): boolean {
    return this.#seen.next(hashOf([kind, id])) === 0;
  }
}
