/** The two gaps as forms send them: whole days, or nothing. */
import { z } from 'zod';
import { problemOfGap, type Gap } from '../domain/contacts/keeping';

const days = z.coerce.number({ error: 'Whole days, please.' }).nullish().transform((count) => count ?? null);

export const gapFields = { idealDays: days, longestDays: days };

/** For `superRefine` of a form that holds them. */
export function checkGap(gap: Gap, context: z.RefinementCtx): void {
  const problem = problemOfGap(gap);
  if (problem) context.addIssue({ code: 'custom', message: problem.sentence, path: [problem.at] });
}
