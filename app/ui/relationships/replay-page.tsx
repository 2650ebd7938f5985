import { Link } from '@remix-run/react';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { NOTHING_TO_REPLAY } from '../../domain/health/replay-words';
import { counted, withThousands } from '../../lib/text';
import { LinkButton } from '../primitives/button';
import { Card } from '../primitives/card';
import { Heading, PageHeader } from '../primitives/headings';
import type { ReplayMonth, ReplayWords } from './types';

interface ReplayPageProps {
  replay: (ReplayWords & { months: ReplayMonth[] }) | null;
}

/** Whom Kith would have named as each of the last three months began, and who then wrote. */
export function ReplayPage({ replay }: ReplayPageProps) {
  if (!replay) {
    return (
      <div className="day-sentence day-sentence-alone">
        <h1 className="display">{NOTHING_TO_REPLAY}</h1>
        <div className="day-actions">
          <LinkButton to="/import" variant="primary">
            Bring your archive in
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <>
      <PageHeader
        title="Would Kith have known?"
        actions={
          <Link to="/relationships" className="text-link">
            Back to Relationships
          </Link>
        }
      />
      <div className="page-body">
        <p className="replay-lead">
          {replay.sentence} {replay.surprise}
        </p>
        <p className="support muted replay-how">
          {replay.tilt} Each month was asked about as it began, with nothing known of what came after.
        </p>
        <div className="replay-months">
          {replay.months.map((month) => (
            <Month key={month.title} month={month} />
          ))}
        </div>
      </div>
    </>
  );
}

function Month({ month: { title, tally, people, named, surprises } }: { month: ReplayMonth }) {
  const { named: count, namedWrote } = tally;
  return (
    <Card className="replay-month" role="region" aria-label={title}>
      <Heading>{title}</Heading>
      <p className="support muted">
        {count === 0 ? 'Nobody named' : `${withThousands(count)} named, ${withThousands(namedWrote)} wrote`}, of {counted(people, 'person', 'people')} you
        had been in touch with in the year before.
      </p>
      {named.length > 0 && <People of={named} total={count} label="Named, the likeliest first" row={(person) => <NamedRow key={person.contact} {...person} />} />}
      {surprises.length > 0 && (
        <>
          <h3 className="replay-also">Wrote as well</h3>
          <People of={surprises} total={tally.surprises} label="Wrote as well" row={(person) => <SurpriseRow key={person.contact} {...person} />} />
        </>
      )}
    </Card>
  );
}

/** As many names as a card shows before it is asked for the rest. */
const SHOWN = 12;

interface PeopleProps<Person> {
  of: readonly Person[];
  /** All there are, of whom these are the first. */
  total: number;
  label: string;
  row: (person: Person) => ReactNode;
}

/** A dozen, the others folded away, and how many more there are than were handed over. */
function People<Person>({ of, total, label, row }: PeopleProps<Person>) {
  const [shown, folded] = [of.slice(0, SHOWN), of.slice(SHOWN)];
  const rest = total - of.length;
  return (
    <>
      <ol className="replay-people" aria-label={label}>
        {shown.map(row)}
      </ol>
      {folded.length > 0 && (
        <details className="replay-rest">
          <summary className="support">and {withThousands(total - SHOWN)} more</summary>
          <ol className="replay-people" start={SHOWN + 1} aria-label={`${label}, continued`}>
            {folded.map(row)}
          </ol>
          {rest > 0 && <p className="support muted">and {withThousands(rest)} without a line here</p>}
        </details>
      )}
    </>
  );
}

function NamedRow({ contact, name, wrote }: ReplayMonth['named'][number]) {
  return (
    <li className="replay-person">
      {wrote ? <Check className="icon tone-good" size={14} strokeWidth={2} aria-hidden="true" /> : <Minus className="icon muted" size={14} strokeWidth={2} aria-hidden="true" />}
      <Link to={`/people/${contact}`} className="replay-name">
        {name}
      </Link>
      <span className="support muted">{wrote ? 'wrote' : 'did not write'}</span>
    </li>
  );
}

function SurpriseRow({ contact, name }: ReplayMonth['surprises'][number]) {
  return (
    <li className="replay-person">
      <Check className="icon muted" size={14} strokeWidth={2} aria-hidden="true" />
      <Link to={`/people/${contact}`} className="replay-name">
        {name}
      </Link>
      <span className="support muted">not named</span>
    </li>
  );
}
