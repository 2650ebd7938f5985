/** What an entry still lacks, in a sentence beside each field: said before it is sent, in Kith's own words. */
import { needsWords } from '../../domain/contacts/logged';
import type { EntryChoice } from './entry-draft';

export interface TypedEntry {
  choice: EntryChoice;
  /** It is there already and gets corrected: then its words may go. */
  isEdit: boolean;
  text: string;
  /** As the field holds it; '' also for what is no date. */
  date: string;
  /** The browser could not read the time that was typed. */
  badTime: boolean;
}

export type EntryProblems = Partial<Record<'text' | 'date' | 'time', string>>;

const EARLIEST = '1900-01-01';

/** @param today "2026-11-23" in the workspace's time zone */
export function entryProblems({ choice, isEdit, text, date, badTime }: TypedEntry, today: string): EntryProblems {
  const problems: EntryProblems = {};
  const wordless = text.trim() === '';
  if (choice === 'note') return wordless ? { text: 'A note needs words.' } : {};
  if (wordless && !isEdit && needsWords(choice)) problems.text = 'Write what was said.';
  if (date === '') problems.date = 'Say which day it was.';
  else if (date > today) problems.date = 'That day is still to come.';
  else if (date < EARLIEST) problems.date = 'That day is too long ago.';
  if (badTime) problems.time = 'Say the time in full, or leave it empty.';
  return problems;
}
