/** Two gaps as they stand in text fields. */
import { problemOfGap, type Gap } from '../../domain/contacts/keeping';

export interface TypedGap {
  idealDays: string;
  longestDays: string;
}

export function typedGap({ idealDays, longestDays }: Gap): TypedGap {
  return { idealDays: idealDays === null ? '' : String(idealDays), longestDays: longestDays === null ? '' : String(longestDays) };
}

/** Not a number where something else was typed; `problemOfGap` says so. */
const daysOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** What is wrong, by field. */
export function problemsOfTyped({ idealDays, longestDays }: TypedGap): Partial<Record<keyof TypedGap, string>> {
  const problem = problemOfGap({ idealDays: daysOf(idealDays), longestDays: daysOf(longestDays) });
  return problem ? { [problem.at]: problem.sentence } : {};
}
