import { Link, useNavigate } from '@remix-run/react';
import type { ReactNode } from 'react';
import { counted, withThousands } from '../../lib/text';
import { Button } from '../primitives/button';
import { useFollowedLinks } from '../primitives/followed-links';
import { Heading, PageHeader } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';
import { PersonRow } from '../primitives/person-row';
import { Time } from '../primitives/time';
import { Pulse } from '../pulse/pulse';
import { useChange } from '../undo/use-undo';
import type { RowView } from './types';

interface RowList {
  rows: RowView[];
  /** All there are, shown or not. */
  total: number;
}

interface OlderThreadsPageProps {
  horizonDays: number;
  older: RowList;
  pitches: RowList;
}

/** What Today leaves out, to be looked through once in a while. */
export function OlderThreadsPage({ horizonDays, older, pitches }: OlderThreadsPageProps) {
  const change = useChange();
  const closeAll = () => change.submit({ do: 'close-all' }, { method: 'post', action: '/today/older' });
  return (
    <>
      <PageHeader
        title="Older threads"
        above={<Link to="/today" className="queue-aside">Today</Link>}
        note={`Whoever has been waiting for more than ${horizonDays} days. Nobody expects an answer to all of these.`}
        actions={
          older.total > 0 && (
            <Button disabled={change.state !== 'idle'} onClick={closeAll}>
              Close {older.total === 1 ? 'it' : `all ${withThousands(older.total)}`}
            </Button>
          )
        }
      />
      <div className="page-body">
        {older.total === 0 ? <EmptyState title="No older threads.">Nobody has been waiting that long.</EmptyState> : <Rows list={older} label="Older threads" />}
        {pitches.total > 0 && (
          <section id="pitches" className="older-pitches">
            <Heading>Left out: strangers who offer something</Heading>
            <p className="support soft">First messages that read like a pitch make no turn. If one is a person to you, say so.</p>
            <Rows list={pitches} label="Left out" action={(row) => <PutOnToday row={row} />} />
          </section>
        )}
      </div>
    </>
  );
}

interface RowsProps {
  list: RowList;
  label: string;
  action?: (row: RowView) => ReactNode;
}

function Rows({ list: { rows, total }, label, action }: RowsProps) {
  const navigate = useNavigate();
  const links = useFollowedLinks((address) => navigate(address, { preventScrollReset: true }));
  return (
    <>
      <div role="grid" aria-label={label} className="rows older-rows" ref={links}>
        {rows.map((row) => (
          <PersonRow
            key={row.id}
            publicId={row.contact} rowId={row.id} name={row.name} href={`/today?open=${row.id}`} platform={row.platform ?? undefined}
            state={row.state ?? undefined} line={row.line} lineIsTheirs={row.lineIsTheirs}
            pulse={row.pulse && <Pulse geometry={row.pulse} id={row.id} size="row" />}
            age={<Time at={row.since} text={row.wait} />}
            ownAction={action?.(row)}
          />
        ))}
      </div>
      {total > rows.length && <p className="rows-more">{counted(total - rows.length, 'more thread', 'more threads')}, older still</p>}
    </>
  );
}

/** "This is a person": it makes a turn, now and whenever they write again. */
function PutOnToday({ row }: { row: RowView }) {
  const change = useChange();
  return (
    <Button
      size="small"
      disabled={change.state !== 'idle'}
      onClick={() => change.submit({ do: 'reopen' }, { method: 'post', action: `/conversations/${row.id}` })}
    >
      This is a person, put it on Today
    </Button>
  );
}
