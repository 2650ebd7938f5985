import { counted } from '../../lib/text';
import { ChartCard } from './chart-card';
import { peopleBehind } from './marks';
import type { Retention, RetentionCohort } from './types';

/** Steps of shade, from nobody to everybody: `.shade-0` to `.shade-10`. */
const SHADES = 10;

function Cell({ cohort, month, share }: { cohort: RetentionCohort; month: number; share: number | null }) {
  if (share === null) return <td><span className="sr-only">not over yet</span></td>;
  const words = `${share}% of those first met in ${cohort.month} wrote in month ${month} after`;
  return (
    <td>
      <a
        href={peopleBehind({ about: 'cohort', cohort: cohort.key, month, wrote: true })}
        className={`retention-cell shade-${Math.round((share / 100) * SHADES)}`} title={words} aria-label={words}
      >
        {share}
      </a>
    </td>
  );
}

function CohortRow({ cohort, columns }: { cohort: RetentionCohort; columns: readonly number[] }) {
  return (
    <tr>
      <th scope="row">
        <a
          href={peopleBehind({ about: 'cohort', cohort: cohort.key, month: null, wrote: true })} className="retention-month"
          title={`${counted(cohort.people, 'person', 'people')} first answered in ${cohort.month}`}
        >
          {cohort.month.slice(0, 3)} <span className="muted">{cohort.people}</span>
        </a>
      </th>
      {columns.map((month) => <Cell key={month} cohort={cohort} month={month} share={cohort.shares[month - 1] ?? null} />)}
    </tr>
  );
}

/** Who still writes, months after the first exchange. */
export function RetentionCard({ retention: { cohorts, columns } }: { retention: Retention }) {
  const months = Array.from({ length: columns }, (_, index) => index + 1);
  return (
    <ChartCard id="retention" title="Still talking after" note="% by month of first exchange" className="chart-fills">
      {cohorts.length === 0 ? (
        <p className="chart-empty">This begins a whole month after the first exchange of words.</p>
      ) : (
        // Scrolls by itself where it is wider than the page; keys must reach what is aside.
        <div className="retention" role="group" aria-labelledby="retention" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col"><span className="sr-only">First exchange, and people</span></th>
                {months.map((month) => <th key={month} scope="col">{month === 1 ? '1 month' : month}</th>)}
              </tr>
            </thead>
            <tbody>
              {cohorts.map((cohort) => <CohortRow key={cohort.key} cohort={cohort} columns={months} />)}
            </tbody>
          </table>
        </div>
      )}
    </ChartCard>
  );
}
