/** What each column of a table means, and what is said about those that are not taken over. */
import type { ReadingAnswers } from '../../domain/imports/questions';
import { guessMeanings } from './guess';
import type { ColumnLook } from './guess';
import { meaningOf, partsOf } from './meanings';
import type { Meaning, MeaningParts } from './meanings';
import { presetMeaning } from './presets';
import type { PeopleTable } from './tables';

export interface Column extends MeaningParts {
  index: number;
  meaning: Meaning;
  /** As written, fit for a sentence. */
  heading: string;
  /** Why its content is left out, for the user; null where it is read. */
  unread: string | null;
}

/** Letters of a heading that are shown. */
const SHOWN = 60;

/** In the order of the table, duplicates and columns without a heading included. */
export function columnsOf(table: PeopleTable, looks: readonly ColumnLook[], answers: ReadingAnswers): Column[] {
  const { header, preset } = table;
  const chosen = answers.columns?.length === header.headings.length ? answers.columns.map(meaningOf) : null;
  const meanings: (Meaning | null)[] = preset
    ? header.columns.map((column) => presetMeaning(preset, column))
    : (chosen ?? guessMeanings(looks, table.file.path));
  return header.headings.map((written, index) => {
    const meaning = meanings[index] ?? null;
    const heading = written === '' ? `column ${index + 1}` : written.slice(0, SHOWN);
    return { ...partsOf(meaning ?? 'skip'), meaning: meaning ?? 'skip', index, heading, unread: whyUnread(heading, meaning, preset !== null) };
  });
}

function whyUnread(heading: string, meaning: Meaning | null, isPreset: boolean): string | null {
  if (meaning === null) return `The column “${heading}” is not known and was not read.`;
  if (meaning === 'tags') return `Tags and labels in the column “${heading}”: Kith does not take them over from tables yet.`;
  if (meaning === 'notes') return `Notes in the column “${heading}”: Kith does not take them over from tables yet.`;
  if (meaning !== 'skip') return null;
  return isPreset ? `The column “${heading}” holds nothing that Kith keeps.` : `The column “${heading}” was matched to nothing and left out.`;
}

/** Columns that hold days. */
export const isDated = ({ kind }: Column): boolean =>
  kind === 'since' || kind === 'created_at' || kind === 'unsubscribed_at' || kind === 'bounced_at' || kind === 'deleted_at' || kind === 'day';
