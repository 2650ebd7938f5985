/** What only the user knows about an archive: asked once per import, before anything is read. */
import { z } from 'zod';
import { isTimeZone } from '../../lib/dates';

/** In which order a source writes the parts of a day. */
export const DATE_ORDERS = ['day_first', 'month_first', 'year_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a list of people is to the user: people they know, or an audience to choose from. */
export const LIST_KINDS = ['contacts', 'audience'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Values of a column shown for it to be recognised by. */
export const SAMPLES = 5;

const columnSchema = z.object({ header: z.string(), samples: z.array(z.string()).max(SAMPLES), suggested: z.string() });

export const readingQuestionSchema = z.discriminatedUnion('asks', [
  /** Times stand there without a zone; `examples` as the source writes them. */
  z.object({ asks: z.literal('zone'), examples: z.array(z.string()) }),
  z.object({
    asks: z.literal('date_order'),
    /** Those that every date of the source allows. */
    orders: z.array(z.enum(DATE_ORDERS)).min(1),
    suggested: z.enum(DATE_ORDERS),
    examples: z.array(z.string()),
  }),
  z.object({ asks: z.literal('list_kind'), suggested: z.enum(LIST_KINDS) }),
  z.object({
    asks: z.literal('columns'),
    /** The same for every file with the same headings: the answer is remembered under it. */
    fingerprint: z.string(),
    columns: z.array(columnSchema),
    /** What a column can mean; every `suggested` is one of the values. */
    meanings: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
]);
/** One question about an archive. */
export type ReadingQuestion = z.infer<typeof readingQuestionSchema>;

/** What the user said; a question that was not asked has no answer. ImportRun.answers. */
export const readingAnswersSchema = z.object({
  /** IANA name, "Europe/Lisbon". */
  zone: z.string().refine(isTimeZone).optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  listKind: z.enum(LIST_KINDS).optional(),
  /** A meaning for each column, in their order. */
  columns: z.array(z.string()).optional(),
});
export type ReadingAnswers = z.infer<typeof readingAnswersSchema>;

/** Where each question's answer stands. */
const ANSWER_OF = { zone: 'zone', date_order: 'dateOrder', list_kind: 'listKind', columns: 'columns' } as const satisfies Record<
  ReadingQuestion['asks'],
  keyof ReadingAnswers
>;

/** The questions that are still open. */
export function openQuestions(questions: readonly ReadingQuestion[], answers: ReadingAnswers): ReadingQuestion[] {
  return questions.filter(({ asks }) => answers[ANSWER_OF[asks]] === undefined);
}

/** Whether an answer is one that the question allows. */
export function allows(question: ReadingQuestion, answers: ReadingAnswers): boolean {
  switch (question.asks) {
    case 'zone':
      return answers.zone !== undefined;
    case 'date_order':
      return answers.dateOrder !== undefined && question.orders.includes(answers.dateOrder);
    case 'list_kind':
      return answers.listKind !== undefined;
    case 'columns': {
      const known = question.meanings.map(({ value }) => value);
      return answers.columns?.length === question.columns.length && answers.columns.every((one) => known.includes(one));
    }
  }
}
