/** What only the user knows: whose zone the phone was in, and how it wrote its dates where the chats leave that open. */
import type { DateOrder, ReadingAnswers, ReadingQuestion } from '../../domain/imports/questions';
import { DATE_ORDERS } from '../../domain/imports/questions';
import type { Archive, Recognition } from '../contract';
import { surveyAll } from './survey';
import type { Survey } from './survey';

const EXAMPLES = 5;

export async function ask(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]> {
  const surveys = (await surveyAll(archive, recognition)).filter(({ messages }) => messages > 0);
  const examples = [...new Set(surveys.flatMap((survey) => survey.examples))].slice(0, EXAMPLES);
  return examples.length === 0 ? [] : [{ asks: 'zone', examples }, ...orderQuestion(surveys)];
}

/** One question for all chats of an upload: they come from one phone. */
function orderQuestion(surveys: readonly Survey[]): ReadingQuestion[] {
  const open = surveys.filter(({ orders }) => orders.length > 1);
  if (open.length === 0) return [];
  const orders = DATE_ORDERS.filter((order) => open.some((survey) => survey.orders.includes(order)));
  const suggested = likeliest(surveys, orders);
  return [{ asks: 'date_order', orders, suggested, examples: [...new Set(open.flatMap(({ examples }) => examples))].slice(0, EXAMPLES) }];
}

/** What a chat of the same phone leaves no doubt about; else the order in which the days go back least. */
function likeliest(surveys: readonly Survey[], orders: readonly DateOrder[]): DateOrder {
  const told = surveys.find((survey) => survey.orders.length === 1 && orders.some((order) => survey.orders.includes(order)));
  const steps = (order: DateOrder) => surveys.reduce((sum, { judge }) => sum + judge.steps(order), 0);
  const usual = surveys.flatMap((survey) => survey.orders).filter((order) => orders.includes(order));
  return told?.orders[0] ?? [...usual].sort((a, b) => steps(a) - steps(b))[0] ?? 'day_first';
}

/** A chat's own dates may rule the answer out; otherwise it holds. */
export function orderFor(survey: Survey, answers: ReadingAnswers): DateOrder {
  const { dateOrder } = answers;
  return dateOrder !== undefined && survey.orders.includes(dateOrder) ? dateOrder : (survey.orders[0] ?? 'day_first');
}
