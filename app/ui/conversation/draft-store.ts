/**
 * Half-written words of this tab: in the browser's storage at every key, on the server at every pause. What the server
 * has confirmed leaves the storage, so that no words lie about on a shared machine.
 */
import { DRAFT_MODES, laterDraft, typedAfter, type Draft, type DraftMode } from '../../domain/conversations/draft';

/** The part of the browser's storage that is needed. */
export type DraftShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface DraftStoreParts {
  /** Null where the browser keeps nothing. */
  shelf: DraftShelf | null;
  /** Saves on the server; answers with newer words that are there instead. */
  save: (conversation: string, draft: Draft, leaving: boolean) => Promise<{ conflict: Draft | null }>;
  now: () => number;
  /** Calls back after a pause; gives what cancels it. */
  later: (work: () => void) => () => void;
}

interface Kept {
  draft: Draft;
  /** The server has exactly this. */
  saved: boolean;
  conflict: Draft | null;
  cancel: (() => void) | null;
  /** Being sent: saving rests, so that no save comes in after the message. */
  resting: boolean;
}

const EMPTY = { mode: 'write', text: '', updatedAt: 0 } as const satisfies Draft;
const keyOf = (conversation: string) => `kith.draft.${conversation}`;

/** From the storage, where anybody may have written anything. */
export function parseDraft(json: string | null): Draft | null {
  if (json === null) return null;
  try {
    const { mode, text, updatedAt }: Partial<Record<keyof Draft, unknown>> = JSON.parse(json);
    const known = DRAFT_MODES.find((one) => one === mode);
    return known && typeof text === 'string' && typeof updatedAt === 'number' ? { mode: known, text, updatedAt } : null;
  } catch {
    return null;
  }
}

/** What the server sent, with a mode that is known. */
export function draftFrom(stored: { mode: string; text: string; updatedAt: number } | null): Draft | null {
  return stored && { ...stored, mode: DRAFT_MODES.find((mode) => mode === stored.mode) ?? 'write' };
}

export class DraftStore {
  private readonly kept = new Map<string, Kept>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: DraftStoreParts) {}

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What stands in the composer; the same object until it changes. */
  draft(conversation: string): Draft {
    return this.kept.get(conversation)?.draft ?? EMPTY;
  }

  /** Newer words from elsewhere that were not overwritten. */
  conflict(conversation: string): Draft | null {
    return this.kept.get(conversation)?.conflict ?? null;
  }

  /** Takes what the server has, unless this tab or the browser's storage has something later. */
  open(conversation: string, stored: Draft | null): void {
    const present = this.kept.get(conversation);
    if (present && !present.saved) return;
    const shelved = parseDraft(this.shelved(conversation));
    const draft = laterDraft(laterDraft(stored, present?.draft ?? null), shelved);
    if (!draft || draft === present?.draft) return;
    const saved = draft !== shelved;
    this.put(conversation, { draft, saved, conflict: null, cancel: null, resting: false });
    if (!saved) this.saveSoon(conversation);
  }

  type(conversation: string, change: { text?: string; mode?: DraftMode }): void {
    const present = this.kept.get(conversation);
    const before = present?.conflict ?? present?.draft ?? null;
    const draft: Draft = { ...this.draft(conversation), ...change, updatedAt: typedAfter(before, this.parts.now()) };
    this.shelve(conversation, draft);
    this.put(conversation, { draft, saved: false, conflict: null, cancel: present?.cancel ?? null, resting: false });
    this.saveSoon(conversation);
  }

  /** Takes the newer words instead of one's own. */
  takeTheirs(conversation: string): void {
    const theirs = this.conflict(conversation);
    if (!theirs) return;
    this.unshelve(conversation);
    this.put(conversation, { draft: theirs, saved: true, conflict: null, cancel: null, resting: false });
  }

  /** Its words are being sent; they stay until `spent` or `failed`. */
  rest(conversation: string): void {
    const present = this.kept.get(conversation);
    if (!present) return;
    present.cancel?.();
    this.put(conversation, { ...present, cancel: null, resting: true });
  }

  failed(conversation: string): void {
    const present = this.kept.get(conversation);
    if (present) this.put(conversation, { ...present, resting: false });
    this.saveSoon(conversation);
  }

  /** Its words have become a message, a note, or a draft again on the server: what is known here no longer holds. */
  spent(conversation: string): void {
    this.kept.get(conversation)?.cancel?.();
    this.unshelve(conversation);
    this.kept.delete(conversation);
    this.tell();
  }

  /** Saves what has not been saved. @param leaving the page goes away */
  async flush(leaving = false): Promise<void> {
    await Promise.all([...this.kept.keys()].map((conversation) => this.save(conversation, leaving)));
  }

  private saveSoon(conversation: string): void {
    const present = this.kept.get(conversation);
    if (!present || present.saved || present.resting) return;
    present.cancel?.();
    present.cancel = this.parts.later(() => void this.save(conversation, false));
  }

  private async save(conversation: string, leaving: boolean): Promise<void> {
    const present = this.kept.get(conversation);
    if (!present || present.saved || present.resting || present.conflict) return;
    present.cancel?.();
    const { draft } = present;
    try {
      const { conflict } = await this.parts.save(conversation, draft, leaving);
      const now = this.kept.get(conversation);
      if (now?.draft !== draft) return;
      if (conflict?.text === '') {
        // Cleared by a clock that runs ahead of this one: what is typed here is still wanted.
        this.put(conversation, { ...now, draft: { ...draft, updatedAt: typedAfter(conflict, this.parts.now()) }, cancel: null });
        this.saveSoon(conversation);
        return;
      }
      if (!conflict) this.unshelve(conversation);
      this.put(conversation, { ...now, saved: conflict === null, conflict, cancel: null });
    } catch {
      // They lie in the browser's storage; the next key or visit saves them.
    }
  }

  private put(conversation: string, kept: Kept): void {
    this.kept.set(conversation, kept);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  // Storage may be full or forbidden; then the server alone keeps the words.
  private shelved(conversation: string): string | null {
    try {
      return this.parts.shelf?.getItem(keyOf(conversation)) ?? null;
    } catch {
      return null;
    }
  }

  private shelve(conversation: string, draft: Draft): void {
    try {
      this.parts.shelf?.setItem(keyOf(conversation), JSON.stringify(draft));
    } catch {
      // As above.
    }
  }

  private unshelve(conversation: string): void {
    try {
      this.parts.shelf?.removeItem(keyOf(conversation));
    } catch {
      // As above.
    }
  }
}
