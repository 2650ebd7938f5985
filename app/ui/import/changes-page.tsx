import { Link } from '@remix-run/react';
import { PageHeader } from '../primitives/headings';

/** Somebody on a list. */
export interface ListedPerson {
  name: string;
  /** Public id of the contact; null for audience. */
  contact: string | null;
  /** What they were called before; null for no rename. */
  before: string | null;
}

/** One list, and who came, went or changed their name on it. */
export interface ListSection {
  /** "Followers" */
  name: string;
  /** "between 3 October and 22 November 2026" */
  when: string;
  groups: { title: string; people: ListedPerson[]; more: number }[];
}

/** What changed between two exports of one account. Nothing here is announced to anybody; people come and go. */
export function ChangesPage({ fileName, sections }: { fileName: string; sections: readonly ListSection[] }) {
  return (
    <div className="import-frame">
      <PageHeader title="Who came and who went" note={`Found by comparing ${fileName} with the whole export before it.`} above={<Link to="/import" className="text-link">Import</Link>} />
      <div className="page-body import-page">
        {sections.map(({ name, when, groups }) => (
          <section key={name} aria-label={name} className="card changes">
            <h2 className="heading">{name}</h2>
            <p className="support muted">{when}</p>
            {groups.map((group) => (
              <Group key={group.title} {...group} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Group({ title, people, more }: ListSection['groups'][number]) {
  return (
    <>
      <h3 className="subheading mt-3">{title}</h3>
      <ul className="changes-people">
        {people.map(({ name, contact, before }, index) => (
          <li key={`${index} ${name}`}>
            {before !== null && <span className="muted">{before} → </span>}
            {contact === null ? (
              <Link to={`/people?q=${encodeURIComponent(name)}`} className="text-link muted">
                {name}
              </Link>
            ) : (
              <Link to={`/people/${contact}`} className="text-link">
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="support muted">and {more.toLocaleString('en')} more</p>}
    </>
  );
}
