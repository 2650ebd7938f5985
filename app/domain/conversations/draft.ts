/** Half-written words: what they are meant to become, and which of two copies holds. */

/** Write: a message to send. Log: one that was said already. Note: about the person, for the team only. */
export const DRAFT_MODES = ['write', 'log', 'note'] as const;
export type DraftMode = (typeof DRAFT_MODES)[number];

export interface Draft {
  mode: DraftMode;
  text: string;
  /** When it was typed, UTC milliseconds. */
  updatedAt: number;
}

/** Longer than anybody writes by hand, short enough to be saved at every pause. */
export const LONGEST_DRAFT = 100_000;

/** The later of two copies; the stored one where they are equally old. */
export function laterDraft(stored: Draft | null, kept: Draft | null): Draft | null {
  if (!stored || !kept) return stored ?? kept;
  return kept.updatedAt > stored.updatedAt ? kept : stored;
}

/**
 * When words typed at `now` count as typed: later than the copy they were typed over, whatever that copy's clock said,
 * so that going on to write always wins.
 */
export function typedAfter(present: Draft | null, now: number): number {
  return Math.max(now, (present?.updatedAt ?? -Infinity) + 1);
}
