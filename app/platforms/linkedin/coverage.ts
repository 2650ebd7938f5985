/** What the archive could see, so that nothing is claimed about the time around it. */
import type { CanonicalRecord, CoverageRecord, InteractionKind, RelationKind } from '../../domain/activity';

type Side = CoverageRecord['direction'];

/** What each table shows. Requests leave LinkedIn's list when they are answered, so their absence never means a loss. */
const SHOWN: Readonly<
  Record<string, readonly { kind: InteractionKind | RelationKind; direction: Side; listed: boolean }[]>
> = {
  connections: [{ kind: 'connection', direction: 'in', listed: true }],
  messages: [
    { kind: 'message', direction: 'in', listed: true },
    { kind: 'message', direction: 'out', listed: true },
  ],
  invitations: [
    { kind: 'invitation', direction: 'in', listed: true },
    { kind: 'invitation', direction: 'out', listed: true },
    { kind: 'request_in', direction: 'in', listed: false },
    { kind: 'request_out', direction: 'out', listed: false },
  ],
  endorsements: [{ kind: 'endorsement', direction: 'in', listed: true }],
  recommendations: [{ kind: 'recommendation', direction: 'in', listed: true }],
};

export class CoverageKeeper {
  readonly #first = new Map<string, number>();
  readonly #incomplete = new Set<string>();
  #latest = Number.NEGATIVE_INFINITY;

  /** Takes note of a record of one kind of table. */
  note(part: string, record: CanonicalRecord): void {
    const stated =
      record.record === 'interaction' ? record.occurredAt : record.record === 'relation' ? record.since : null;
    if (record.record === 'rejected') this.#incomplete.add(part);
    if (!stated) return;
    this.#latest = Math.max(this.#latest, stated.at);
    this.#first.set(part, Math.min(this.#first.get(part) ?? stated.at, stated.at));
  }

  /** Something of this table is known to be missing. */
  incomplete(part: string): void {
    this.#incomplete.add(part);
  }

  /**
   * From the first dated row of a table to when the archive was made, or to the latest row of all tables: whichever is
   * later, since a date in a file name only knows the day. A table without dated rows claims nothing.
   */
  result(generatedAt: number | null): CoverageRecord[] {
    const to = Math.max(this.#latest, generatedAt ?? Number.NEGATIVE_INFINITY);
    return [...this.#first].flatMap(([part, from]) =>
      (SHOWN[part] ?? []).map(({ kind, direction, listed }) => ({
        kind,
        direction,
        from,
        to,
        complete: listed && !this.#incomplete.has(part),
      })),
    );
  }
}
