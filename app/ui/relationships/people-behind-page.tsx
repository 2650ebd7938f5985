import { Link, useNavigate } from '@remix-run/react';
import { ChevronLeft } from 'lucide-react';
import { counted } from '../../lib/text';
import { useKeys } from '../keyboard/use-keys';
import { PeopleTable } from '../people/people-table';
import type { ListedPerson } from '../people/people-row';
import { useOpenPerson } from '../people/use-open-person';
import { useRowKeys } from '../people/use-row-keys';
import { LinkButton } from '../primitives/button';
import { PageHeader } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';

const PAGE = '/relationships';

interface PeopleBehindPageProps {
  /** What they have in common: "Steady a month ago, Cooling today". */
  title: string;
  /** Of all of them, on this page or not. */
  count: number;
  people: readonly ListedPerson[];
  /** Addresses of the next page and back to the first; null where there is none. */
  next: string | null;
  first: string | null;
}

/** The people behind a mark of Relationships. */
export function PeopleBehindPage({ title, count, people, next, first }: PeopleBehindPageProps) {
  const navigate = useNavigate();
  const { open, rows } = useOpenPerson(people);
  const selected = useRowKeys({ ids: people.map(({ publicId }) => publicId), found: false, onEnter: open, onWelcome: () => undefined });
  useKeys({ Escape: () => navigate(PAGE) });
  return (
    <>
      <PageHeader
        title={title}
        above={
          <nav aria-label="Where this is" className="behind-back">
            <Link to={PAGE}>
              <ChevronLeft className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
              Relationships
            </Link>
          </nav>
        }
        note={counted(count, 'person', 'people')}
      />
      <div className="people-body">
        {people.length === 0 ? (
          <EmptyState title="Nobody at the moment." action={<LinkButton to={PAGE}>Back to Relationships</LinkButton>}>
            People come and go here with every word; Relationships shows where everybody stands.
          </EmptyState>
        ) : (
          <div ref={rows}>
            <PeopleTable label={title} people={people} sort={null} selected={selected} />
          </div>
        )}
        {(next !== null || first !== null) && (
          <nav aria-label="Pages of people" className="people-pages">
            {first !== null && <LinkButton to={first}>Back to the first</LinkButton>}
            {next !== null && <LinkButton to={next}>Further people</LinkButton>}
          </nav>
        )}
      </div>
    </>
  );
}
