import { Link } from '@remix-run/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { PeopleRow, type ListedPerson } from './people-row';

export type PeopleSort = 'last' | 'name' | 'health';

interface SortHeadProps {
  /** Null where the column cannot be sorted by. */
  sort: PeopleSort | null;
  present: PeopleSort | null;
  children: ReactNode;
}

function Head({ sort, present, children }: SortHeadProps) {
  const on = sort !== null && sort === present;
  const Arrow = sort === 'name' ? ArrowUp : ArrowDown;
  return (
    <div role="columnheader" aria-sort={on ? (sort === 'name' ? 'ascending' : 'descending') : undefined}>
      {sort === null || present === null ? (
        children
      ) : (
        <Link to={sort === 'last' ? '/people' : `/people?sort=${sort}`} className="people-sort">
          {children}
          {on && <Arrow className="icon" size={12} strokeWidth={1.75} aria-hidden="true" />}
        </Link>
      )}
    </div>
  );
}

interface PeopleTableProps {
  /** What the list is, for readers. */
  label: string;
  people: readonly ListedPerson[];
  /** How it is sorted; null where that cannot be chosen. */
  sort: PeopleSort | null;
  selected: string | null;
}

/** People, a row each. The list around it follows the links. */
export function PeopleTable({ label, people, sort, selected }: PeopleTableProps) {
  return (
    <div role="grid" aria-label={label} className="people-table">
      <div role="rowgroup">
        <div role="row" className="people-head">
          <Head sort="name" present={sort}>Name</Head>
          <Head sort={null} present={sort}>State</Head>
          <Head sort="health" present={sort}>Health</Head>
          <Head sort={null} present={sort}>Pulse, 12 months</Head>
          <Head sort="last" present={sort}>Last word</Head>
          <Head sort={null} present={sort}>Tags</Head>
          <Head sort={null} present={sort}>Stage</Head>
        </div>
      </div>
      <div role="rowgroup">
        {people.map((person) => (
          <PeopleRow key={person.publicId} person={person} selected={person.publicId === selected} />
        ))}
      </div>
    </div>
  );
}
