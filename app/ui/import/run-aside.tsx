import { useFetcher } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { withThousands } from '../../lib/text';
import { Button } from '../primitives/button';

/** What of an archive did not go in, a page at a time. */
export interface Details {
  leftOut: { file: string; reason: string; count: number }[];
  unused: { path: string; reason: string }[];
  unusedMore: number;
  rejects: { id: number; file: string; line: number | null; reason: string; sample: string | null }[];
  next: number | null;
}

interface RunAsideProps {
  publicId: string;
  /** "3 rows could not be used, 2 left out" */
  summary: string;
}

/** Nothing is dropped silently: what was left out, and why. Looked up when it is opened. */
export function RunAside({ publicId, summary }: RunAsideProps) {
  const fetcher = useFetcher<Details>();
  const [earlier, setEarlier] = useState<Details['rejects']>([]);
  const { data, state, load } = fetcher;
  const ask = (after: number) => load(`/import/${publicId}/details?after=${after}`);
  const more = () => {
    if (!data?.next) return;
    setEarlier((rows) => [...rows, ...data.rejects]);
    ask(data.next);
  };
  return (
    <details className="disclosure" onToggle={(event) => event.currentTarget.open && !data && ask(0)}>
      <summary className="disclosure-summary">
        <ChevronRight className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
        {summary}
      </summary>
      {!data && (
        <p role="status" className="support muted">
          Looking it up
        </p>
      )}
      {data && (
        <div className="aside">
          <Reasons title="Left out on purpose" rows={data.leftOut.map(({ count, reason, file }) => ({ head: withThousands(count), reason, file }))} />
          <Rejects rows={[...earlier, ...data.rejects]} />
          {data.next !== null && (
            <Button size="small" onClick={more} disabled={state !== 'idle'}>
              Show more rows
            </Button>
          )}
          <Reasons title="Files that were not read" rows={data.unused.map(({ path, reason }) => ({ head: path, reason, file: null }))} />
          {data.unusedMore > 0 && <p className="support muted">and {withThousands(data.unusedMore)} more files</p>}
        </div>
      )}
    </details>
  );
}

function Reasons({ title, rows }: { title: string; rows: { head: string; reason: string; file: string | null }[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h4 className="subheading">{title}</h4>
      <ul className="aside-rows">
        {rows.map(({ head, reason, file }) => (
          <li key={`${head} ${file ?? ''} ${reason}`}>
            <b className="numbers">{head}</b> {reason} {file && <span className="muted">{file}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rejects({ rows }: { rows: Details['rejects'] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h4 className="subheading">Rows that could not be used</h4>
      <ul className="aside-rows">
        {rows.map(({ id, file, line, reason, sample }) => (
          <li key={id}>
            <span className="muted numbers">
              {file}
              {line !== null && `, line ${withThousands(line)}`}:
            </span>{' '}
            {reason}
            {sample && <code className="sample">{sample}</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}
