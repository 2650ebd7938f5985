/** Who stands behind a mark, as a condition on ContactPast `p` with its parameters. */
import { SIDES } from '../../domain/relationships/answers';
import { monthFromKey } from '../../domain/relationships/calendar';
import { movesBetween, movesFrom, TRENDS_OF } from '../../domain/relationships/move';
import { INNER_HEALTH, INNER_TIE, type Area, type RelationshipsQuestion } from '../../domain/relationships/question';

export interface Condition {
  where: string;
  values: number[];
}

const AREAS: Record<Area, string> = {
  inner: 'p.health >= ? AND p.tie >= ?',
  rekindle: 'p.health < ? AND p.tie >= ?',
  rest: 'p.health < ? AND p.tie < ?',
  growing: 'p.health >= ? AND p.tie < ?',
};

export function behind(question: RelationshipsQuestion): Condition {
  switch (question.about) {
    case 'moved':
      return { where: 'p.move BETWEEN ? AND ?', values: [...movesBetween(question.from, question.to)] };
    case 'was':
      return { where: 'p.move BETWEEN ? AND ?', values: [...movesFrom(question.state)] };
    case 'is':
      return { where: 'p.state = ?', values: [question.state] };
    case 'closer':
    case 'drifting':
      return { where: '(p.move & 3) = ?', values: [TRENDS_OF[question.about]] };
    case 'reach':
      return { where: 'p.reach > 0 AND (p.reach & 1) = 1', values: [] };
    case 'area':
      return { where: AREAS[question.area], values: [INNER_HEALTH, INNER_TIE] };
    case 'theirs':
    case 'yours':
      return {
        where: 'p.contactId IN (SELECT a.contactId FROM ContactAnswer a WHERE a.side = ? AND a.bucket = ?)',
        values: [SIDES[question.about], question.bucket],
      };
    case 'cohort':
      return cohort(question);
  }
}

/** With a month only those who could be seen all through it: of the others nobody knows whether they wrote. */
function cohort({ cohort: key, month, wrote }: Extract<RelationshipsQuestion, { about: 'cohort' }>): Condition {
  const began = monthFromKey(key);
  if (month === null) return { where: 'p.exchangeMonth = ?', values: [began] };
  return {
    where: 'p.exchangeMonth = ? AND p.monthsSeen >= ? AND ((p.monthsSpoken >> ?) & 1) = ?',
    values: [began, month, month, wrote ? 1 : 0],
  };
}
