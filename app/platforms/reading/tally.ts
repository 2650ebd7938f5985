/** Counts what is left out of one file, so that each reason is reported once. */
import type { LeftOutRecord } from '../../domain/activity';
import { leftOut } from './records';

/** Different reasons kept per file: hostile headers could name a new one in every row. */
const MOST_REASONS = 200;
const OTHER = 'More kinds of content that are not known and were not read.';

export class LeftOutTally {
  readonly #counts = new Map<string, number>();

  constructor(private readonly file: string) {}

  /** @param reason a sentence for the user */
  add(reason: string, count = 1): void {
    const kept = this.#counts.has(reason) || this.#counts.size < MOST_REASONS ? reason : OTHER;
    this.#counts.set(kept, (this.#counts.get(kept) ?? 0) + count);
  }

  records(): LeftOutRecord[] {
    return [...this.#counts].map(([reason, count]) => leftOut(this.file, reason, count));
  }
}
