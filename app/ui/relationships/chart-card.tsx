import type { ReactNode } from 'react';
import { Card } from '../primitives/card';
import { classNames } from '../primitives/class-names';
import { Heading } from '../primitives/headings';

interface ChartCardProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** Beside the title: what the drawing counts. */
  note?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A drawing with its heading. */
export function ChartCard({ id, title, note, className, children }: ChartCardProps) {
  return (
    <Card className={classNames('chart-card', className)} role="region" aria-labelledby={id}>
      <div className="chart-head">
        <Heading id={id}>{title}</Heading>
        {note && <span className="meta muted">{note}</span>}
      </div>
      {children}
    </Card>
  );
}

interface ChartTableProps {
  caption: string;
  heads: readonly string[];
  children: ReactNode;
}

/** The same as a drawing, in a table that can be opened below it. */
export function ChartTable({ caption, heads, children }: ChartTableProps) {
  return (
    <details className="chart-table">
      <summary className="chart-switch">Show as table</summary>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </details>
  );
}
