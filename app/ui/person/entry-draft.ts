/** Words typed into the log dialog and not logged yet: kept per person in the browser's storage until they are. */
import { LOGGED, type Logged } from '../../domain/contacts/logged';

export type EntryChoice = Logged | 'note';

export interface EntryDraft {
  choice: EntryChoice;
  text: string;
  /** As the fields hold them; null for a day that was left as it was: today, whenever that is. */
  date: string | null;
  time: string;
  /** The chosen conversation, '' in person; null where nothing was chosen. */
  place: string | null;
}

/** The part of the browser's storage that is needed. */
export type EntryShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const CHOICES: readonly EntryChoice[] = [...LOGGED, 'note'];
const keyOf = (person: string) => `kith.entry.${person}`;

/** From the storage, where anybody may have written anything. */
export function parseEntryDraft(json: string | null): EntryDraft | null {
  if (json === null) return null;
  try {
    const { choice, text, date, time, place }: Partial<Record<keyof EntryDraft, unknown>> = JSON.parse(json);
    const known = CHOICES.find((one) => one === choice);
    if (!known || typeof text !== 'string' || typeof time !== 'string') return null;
    return { choice: known, text, time, date: typeof date === 'string' ? date : null, place: typeof place === 'string' ? place : null };
  } catch {
    return null;
  }
}

export class EntryDrafts {
  /** @param shelf null where the browser keeps nothing */
  constructor(private readonly shelf: EntryShelf | null) {}

  /** @param person public id */
  read(person: string): EntryDraft | null {
    try {
      return parseEntryDraft(this.shelf?.getItem(keyOf(person)) ?? null);
    } catch {
      return null;
    }
  }

  /** Without words there is nothing to keep. */
  keep(person: string, draft: EntryDraft): void {
    if (draft.text.trim() === '') return this.drop(person);
    try {
      this.shelf?.setItem(keyOf(person), JSON.stringify(draft));
    } catch {
      // Storage may be full or forbidden; then the words live as long as the dialog.
    }
  }

  /** They were logged. */
  drop(person: string): void {
    try {
      this.shelf?.removeItem(keyOf(person));
    } catch {
      // As above.
    }
  }
}

/** Those of this browser. */
export function browserEntryDrafts(): EntryDrafts {
  return new EntryDrafts(typeof localStorage === 'undefined' ? null : localStorage);
}
