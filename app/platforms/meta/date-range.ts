/** Whether an export holds everything. One of "the last year" cuts its lists without a word. */
import { findAll, mainOf } from './page';
import type { PageElement } from './page';

const DAY = 86_400_000;
/** What Meta offers besides "all time": a week, a month, a year, three years. */
const RANGES_DAYS = [7, 30, 31, 365, 366, 1095, 1096] as const;
/** The export is made some days after it was asked for. */
const SLACK_DAYS = 4;

/**
 * Whether the earliest date in an export lies just where one of Meta's ranges begins. Then nothing in it counts as
 * complete: an account that really began that day only loses the comparison with its next export.
 */
export function looksLikeRange(earliest: number, generatedAt: number | null): boolean {
  if (generatedAt === null || !Number.isFinite(earliest)) return false;
  const days = (generatedAt - earliest) / DAY;
  return RANGES_DAYS.some((range) => days <= range + 1 && days >= range - SLACK_DAYS);
}

/** Newer pages say above their content: "Contains data from <time>…</time> to <time>…</time>". */
export function statesRange(page: PageElement): boolean {
  const inContent = findAll(mainOf(page), ['time']).length;
  return findAll(page, ['time']).length - inContent >= 2;
}
