import type { MonthCount } from '../../domain/pulse';

interface MonthsTableProps {
  /** The person's first name, or "They". */
  name: string;
  months: readonly MonthCount[];
  /** Beside a conversation there is no room for a year: the table scrolls by itself. */
  scrolls?: boolean;
}

/** The year of a pulse in numbers, closed until it is asked for. */
export function MonthsTable({ name, months, scrolls = false }: MonthsTableProps) {
  const table = (
    <table>
      <caption className="sr-only">{name} and you, by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">{name}</th>
          <th scope="col">You</th>
        </tr>
      </thead>
      <tbody>
        {months.map((row) => (
          <tr key={row.month}>
            <th scope="row">{row.month}</th>
            <td>{row.them}</td>
            <td>{row.you}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <details className="pulse-table">
      <summary>Show as table</summary>
      {scrolls ? (
        <div className="pulse-table-scroll" role="region" aria-label={`${name} and you, by month`} tabIndex={0}>
          {table}
        </div>
      ) : (
        table
      )}
    </details>
  );
}
