import { useId } from 'react';
import type { ReadingQuestion } from '../../domain/imports/questions';

type Columns = Extract<ReadingQuestion, { asks: 'columns' }>;

/** Every column with a few of its values, and what it means. What is known stands there already. */
export function ColumnsQuestion({ columns, meanings }: Pick<Columns, 'columns' | 'meanings'>) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId}>
      <h3 id={headingId} className="heading">
        What is in the columns?
      </h3>
      <p className="support muted">Kith remembers it for the next file with these headings.</p>
      <ul className="columns">
        {columns.map(({ header, samples, suggested }, index) => (
          <Column key={`${index} ${header}`} header={header} samples={samples} suggested={suggested} meanings={meanings} place={index + 1} />
        ))}
      </ul>
    </div>
  );
}

interface ColumnProps {
  header: string;
  samples: readonly string[];
  suggested: string;
  meanings: Columns['meanings'];
  /** 1-based, for headings that are empty or stand there twice. */
  place: number;
}

function Column({ header, samples, suggested, meanings, place }: ColumnProps) {
  const selectId = useId();
  const samplesId = useId();
  return (
    <li className="column">
      <div className="column-words">
        <label htmlFor={selectId}>
          <b>{header === '' ? `Column ${place}` : header}</b>
        </label>
        <p id={samplesId} className="support muted column-samples">
          {samples.length === 0 ? 'Empty' : samples.join(' · ')}
        </p>
      </div>
      <span className="select column-meaning">
        <select id={selectId} name="columns" className="control" defaultValue={suggested} aria-describedby={samplesId}>
          {meanings.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </li>
  );
}
