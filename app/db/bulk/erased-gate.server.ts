/**
 * Keeps the erased out of an import: nothing about them is written, what others said stays. Where nobody was erased it
 * is not there at all.
 */
import type { CanonicalRecord, ConversationKind, ConversationRecord, IdentityRecord, IdentityRef, InteractionRecord, RejectedRecord } from '../../domain/activity';
import type { Sql } from '../connection.server';
import { ErasedPeople } from '../erased.server';

export const ABOUT_THE_ERASED = 'About somebody you erased.';

/** In these, lines are for everybody: one stays although somebody it was meant for is erased. */
const FOR_EVERYBODY: ReadonlySet<ConversationKind> = new Set<ConversationKind>(['group', 'channel']);

/** What looks like an e-mail address between the marks that tables put around it. */
const ADDRESSES = /[^\s<>()"',;:|@]{1,64}@[^\s<>()"',;:|@]{1,255}/gu;

export class ErasedGate {
  private readonly findOwn;

  private constructor(
    sql: Sql,
    private readonly erased: ErasedPeople,
    private readonly kindOf: (conversationExternalId: string) => ConversationKind | null,
  ) {
    this.findOwn = sql.prepare<[string, string, string, string], number>(
      `SELECT 1 FROM Identity n JOIN OwnIdentity o ON o.identityId = n.id
       WHERE n.platform = ? AND n.kind = ? AND n.key = ? AND n.scope = ? LIMIT 1`,
    ).pluck();
  }

  /**
   * @param kindOf of a conversation that was written, null for none
   * @returns null where nobody was erased
   */
  static of(sql: Sql, kindOf: (conversationExternalId: string) => ConversationKind | null): ErasedGate | null {
    const erased = ErasedPeople.of(sql);
    return erased && new ErasedGate(sql, erased, kindOf);
  }

  /** @returns the record without the erased; null where nothing is left of it */
  pass(record: CanonicalRecord): CanonicalRecord | null {
    switch (record.record) {
      case 'identity':
        return this.identity(record);
      case 'relation':
      case 'consent':
      case 'aggregate':
      case 'profile':
        return this.stays(record.identity) ? record : null;
      case 'same_person':
        return record.identities.every((one) => this.stays(one)) ? record : null;
      case 'conversation':
        return this.conversation(record);
      case 'interaction':
        return this.interaction(record);
      case 'rejected':
        return this.rejected(record);
      case 'left_out':
        return record;
    }
  }

  /** A row that could not be used is kept as it stands: not where it holds their address. */
  private rejected({ sample, ...record }: RejectedRecord): RejectedRecord {
    if (sample === undefined) return record;
    const addresses = sample.match(ADDRESSES) ?? [];
    const isTheirs = addresses.some((key) => !this.stays({ platform: 'email', kind: 'email', key, scope: '' }));
    return isTheirs ? record : { ...record, sample };
  }

  /** The user themselves always stay, whatever they erased. */
  private stays(ref: IdentityRef): boolean {
    return !this.erased.has(ref) || this.isOwn(ref);
  }

  private isOwn({ platform, kind, key, scope }: IdentityRef): boolean {
    return this.findOwn.get(platform, kind, key, scope) !== undefined;
  }

  private identity(record: IdentityRecord): IdentityRecord | null {
    return this.erased.isErased(record, () => !this.isOwn(record)) ? null : record;
  }

  /** One in which nobody else is goes whole; a larger one goes on without them. */
  private conversation(record: ConversationRecord): ConversationRecord | null {
    const participants = record.participants.filter((one) => this.stays(one));
    if (participants.length === record.participants.length) return record;
    const isBetweenTwo = record.kind === 'dm' || participants.every((one) => this.isOwn(one));
    return isBetweenTwo ? null : { ...record, participants };
  }

  /** What they said goes, what was said to nobody else, and what the user said in a conversation that went. */
  private interaction(record: InteractionRecord): InteractionRecord | null {
    if (!this.stays(record.actor)) return null;
    const targets = record.targets.filter((target) => this.stays(target.identity));
    const place = record.conversationExternalId;
    const kind = place === undefined ? null : this.kindOf(place);
    if (targets.length < record.targets.length) {
      const isForOthers = targets.length > 0 || (kind !== null && FOR_EVERYBODY.has(kind));
      return isForOthers ? { ...record, targets } : null;
    }
    const isSaidNowhere = place !== undefined && kind === null && targets.length === 0 && this.isOwn(record.actor);
    return isSaidNowhere ? null : record;
  }
}
