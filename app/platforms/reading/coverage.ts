/** What the archive could see, so that nothing is claimed about the time around it. */
import type { CanonicalRecord, CoverageRecord, InteractionKind, RelationKind } from '../../domain/activity';

/** What each list or table of a source shows. `listed`: absence from a whole list means that it is not so. */
export type Shown = Readonly<
  Record<string, readonly { kind: InteractionKind | RelationKind; direction: CoverageRecord['direction']; listed: boolean }[]>
>;

export class CoverageKeeper {
  readonly #first = new Map<string, number>();
  readonly #incomplete = new Set<string>();
  #latest = Number.NEGATIVE_INFINITY;

  constructor(private readonly shown: Shown) {}

  /** Takes note of a record of one list or table. */
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

  /** Nothing of this list is known to be missing. */
  isComplete(part: string): boolean {
    return !this.#incomplete.has(part);
  }

  /**
   * From the first dated row of a table to when the archive was made, or to the latest row of all tables: whichever is
   * later, since a date in a file name only knows the day. A table without dated rows claims nothing.
   */
  result(generatedAt: number | null): CoverageRecord[] {
    const to = Math.max(this.#latest, generatedAt ?? Number.NEGATIVE_INFINITY);
    return [...this.#first].flatMap(([part, from]) =>
      (this.shown[part] ?? []).map(({ kind, direction, listed }) => ({
        kind,
        direction,
        from,
        to,
        complete: listed && !this.#incomplete.has(part),
      })),
    );
  }
}
