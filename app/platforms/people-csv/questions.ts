/** What only the user can tell about a table of people. */
import type { ListKind, ReadingQuestion } from '../../domain/imports/questions';
import { SAMPLES } from '../../domain/imports/questions';
import type { Archive, Recognition } from '../contract';
import { hashOf } from '../reading/ordinals';
import { columnsOf } from './columns';
import { isOrderOpen, surveyTables } from './survey';
import type { Survey } from './survey';
import { guessMeanings, listsAccounts, listsReaders } from './guess';
import type { ColumnLook } from './guess';
import { OFFERED_MEANINGS } from './meanings';
import type { Meaning } from './meanings';
import { tablesOf } from './tables';
import type { PeopleTable } from './tables';

/** Letters of a value that are shown to recognise a column by. */
const SHOWN = 80;

export async function ask(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]> {
  const found = await tablesOf(archive, recognition);
  const [first] = found;
  if (!first) return [];
  const { table, looks } = first;
  const questions: ReadingQuestion[] = [];
  if (table.preset === null) {
    const meanings = guessMeanings(looks, table.file.path);
    questions.push(columnsQuestion(table, looks, meanings), { asks: 'list_kind', suggested: suggestedKind(meanings) });
  } else if (table.preset.lists === 'contacts') {
    questions.push({ asks: 'list_kind', suggested: 'contacts' });
  }
  const survey = await surveyTables(found.map((one) => ({ table: one.table, columns: columnsOf(one.table, one.looks, {}) })));
  return [...questions, ...dateQuestions(table, survey)];
}

function columnsQuestion({ header }: PeopleTable, looks: readonly ColumnLook[], meanings: readonly Meaning[]): ReadingQuestion {
  return {
    asks: 'columns',
    fingerprint: hashOf(header.columns),
    columns: header.headings.map((heading, index) => ({
      header: heading,
      samples: (looks[index]?.samples ?? []).slice(0, SAMPLES).map((sample) => sample.slice(0, SHOWN)),
      suggested: meanings[index] ?? 'skip',
    })),
    meanings: OFFERED_MEANINGS.map(({ value, label }) => ({ value, label })),
  };
}

/** Followers and readers are an audience to choose from; who else somebody keeps a list of, they know. */
export const suggestedKind = (meanings: readonly Meaning[]): ListKind =>
  listsAccounts(meanings) || listsReaders(meanings) ? 'audience' : 'contacts';

function dateQuestions({ preset, header }: PeopleTable, survey: Survey): ReadingQuestion[] {
  const questions: ReadingQuestion[] = [];
  if (preset?.dateOrder === undefined && isOrderOpen(survey)) {
    questions.push({ asks: 'date_order', orders: ['day_first', 'month_first'], suggested: suggestedOrder(header.delimiter), examples: survey.ambiguous });
  }
  if (!preset?.timesAreUtc && survey.zoneless.length > 0) questions.push({ asks: 'zone', examples: survey.zoneless });
  return questions;
}

/** Where commas are decimal, tables are parted by semicolons and the day comes first. */
export const suggestedOrder = (delimiter: string): 'day_first' | 'month_first' => (delimiter === ';' ? 'day_first' : 'month_first');
