import { Form, Link, useLocation } from '@remix-run/react';
import { Plus, Search } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { withThousands } from '../../lib/text';
import { LinkButton } from '../primitives/button';
import { Heading, PageHeader } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';
import { useChange } from '../undo/use-undo';
import { AudienceList, type AudienceProfile } from './audience-list';
import { PeopleTable, type PeopleSort } from './people-table';
import type { ListedPerson } from './people-row';
import { useOpenPerson } from './use-open-person';
import { useRowKeys } from './use-row-keys';

const WELCOME = '/people/welcome';

/**
 * Once what was looked for is here, the keys go to the rows. Not before, so that no letter typed meanwhile acts on the
 * page that is left; and not while somebody types on in the field.
 */
function useKeysAfterSearch(typed: string | null) {
  const { key } = useLocation();
  useEffect(() => {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.type === 'search' && field.value.trim() === typed) field.blur();
  }, [key, typed]);
}

function PhoneFind({ typed }: { typed: string }) {
  return (
    <Form method="get" action="/people" role="search" className="find people-find">
      <Search className="icon" size={16} strokeWidth={1.75} aria-hidden="true" />
      <input key={typed} type="search" name="q" defaultValue={typed} aria-label="Find anyone" placeholder="Find anyone" autoComplete="off" />
    </Form>
  );
}

interface PeoplePageProps {
  /** What was looked for; null for the list of everybody. */
  typed: string | null;
  people: readonly ListedPerson[];
  audience: readonly AudienceProfile[];
  sort: PeopleSort;
  /** More than fit were found. */
  more: boolean;
  /** Addresses of the next page and back to the first; null where there is none. */
  next: string | null;
  first: string | null;
  /** Pairs that may be one person. */
  same: number;
}

/** Everybody the user keeps, or whoever was looked for. */
export function PeoplePage({ typed, people, audience, sort, more, next, first, same }: PeoplePageProps) {
  const { open, rows } = useOpenPerson(people);
  useKeysAfterSearch(typed);
  const welcoming = useChange();
  const welcome = (identity: string) => welcoming.submit({ identity }, { method: 'post', action: WELCOME });
  const inAudience = (id: string) => audience.some(({ publicId }) => publicId === id);
  const selected = useRowKeys({
    ids: [...people, ...audience].map(({ publicId }) => publicId),
    found: typed !== null,
    onEnter: (id) => !inAudience(id) && open(id),
    onWelcome: (id) => inAudience(id) && welcome(id),
  });
  const asOf = mostlyAsOf(people);
  const nobody = people.length === 0 && audience.length === 0;
  return (
    <>
      <PageHeader
        title="People"
        note={
          (typed !== null || asOf !== null || same > 0) && (
            <>
              {typed !== null && <SearchNote typed={typed} more={more} />}
              {asOf !== null && <AsOf day={asOf} />}
              {same > 0 && <Link to="/people/same" className="text-link">{same === 1 ? 'Two may be the same person' : `${withThousands(same)} pairs may be the same person`}</Link>}
            </>
          )
        }
        actions={
          <LinkButton to={addAddress(nobody ? typed : null)} keys="N" icon={<Plus className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}>
            Add someone
          </LinkButton>
        }
      />
      <div className="people-body">
        <PhoneFind typed={typed ?? ''} />
        {nobody && <Nobody typed={typed} />}
        <div ref={rows}>
          {people.length > 0 && <PeopleTable label="People" people={people} sort={typed === null ? sort : null} selected={selected} />}
        </div>
        {audience.length > 0 && (
          <Section title="In your audience" note="They follow or are connected, but you have not talked yet.">
            <AudienceList profiles={audience} selected={selected} onWelcome={welcome} />
          </Section>
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

/** The day up to which most of those are read whose sources saw no further; each row tells its own. */
function mostlyAsOf(people: readonly ListedPerson[]): string | null {
  const counts = new Map<string, number>();
  for (const { asOf } of people) if (asOf !== null) counts.set(asOf, (counts.get(asOf) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function AsOf({ day }: { day: string }) {
  return <span className="people-as-of">Health as of {day}, where nothing later could be seen.</span>;
}

function addAddress(name: string | null): string {
  return name === null ? '/people/new' : `/people/new?${new URLSearchParams({ name })}`;
}

function SearchNote({ typed, more }: { typed: string; more: boolean }) {
  return (
    <>
      Found for “{typed}”{more && ', the nearest fifty; another word narrows it down'}.{' '}
      <Link to="/people" className="text-link">
        Show everybody
      </Link>
    </>
  );
}

function Section({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="people-section">
      <Heading>{title}</Heading>
      <p className="support muted">{note}</p>
      {children}
    </section>
  );
}

function Nobody({ typed }: { typed: string | null }) {
  if (typed === null) {
    return (
      <EmptyState title="No one here yet." action={<LinkButton variant="primary" to="/import">Bring your archive in</LinkButton>}>
        People come with their first word to you or yours to them; or add someone by hand.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`No one is called “${typed}” here.`}
      action={<LinkButton variant="primary" to={addAddress(typed)}>Add someone called {typed}</LinkButton>}
    >
      Looked through names, handles and e-mail addresses, of people and of your audience.
    </EmptyState>
  );
}
