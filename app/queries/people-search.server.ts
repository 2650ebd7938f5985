/** Finds anyone: people by name, handle or address, then the audience. */
import type { Sql } from '../db/connection.server';
import { matchingWords } from '../db/text-search.server';
import type { IdentityKind, Platform } from '../domain/activity';
import { monthAndYear } from '../lib/dates';
import { peopleRows, type FoundContact, type PeopleRow, type RowContext } from './people/rows.server';

/** People and profiles shown; whoever is further down needs another letter. */
export const FOUND_PEOPLE = 50;
export const FOUND_AUDIENCE = 50;

export interface AudienceRow {
  /** Of the identity. */
  publicId: string;
  name: string;
  platform: Platform;
  handle: string | null;
  /** "Editor, Northwind"; null where the source says nothing. */
  work: string | null;
  /** "LinkedIn connection since Feb 2023", "follows you on X"; '' where nothing is known. */
  relation: string;
  profileUrl: string | null;
}

export interface PeopleFound {
  people: PeopleRow[];
  audience: AudienceRow[];
  /** There are more than fit; another word would narrow it down. */
  more: boolean;
}

/**
 * The strongest tie first; the audience by name. A leading @ of a handle is left out.
 * @param typed as typed, not trusted
 */
export function peopleSearch(sql: Sql, typed: string, context: RowContext): PeopleFound {
  const match = matchingWords(typed);
  if (match === null) return { people: [], audience: [], more: false };
  const people = findPeople(sql, match);
  const audience = findAudience(sql, match, context.zone);
  return {
    people: peopleRows(sql, people.slice(0, FOUND_PEOPLE), context),
    audience: audience.slice(0, FOUND_AUDIENCE),
    more: people.length > FOUND_PEOPLE || audience.length > FOUND_AUDIENCE,
  };
}

function findPeople(sql: Sql, match: string): FoundContact[] {
  return sql
    .prepare<[object], FoundContact>(
      `WITH found(id) AS (
         SELECT rowid FROM ContactText WHERE ContactText MATCH @match
         UNION SELECT n.contactId FROM IdentityText t JOIN Identity n ON n.id = t.rowid
               WHERE IdentityText MATCH @match AND n.contactId IS NOT NULL)
       SELECT c.id, c.publicId, c.name, c.headline, c.stage, c.createdAt
       FROM found f JOIN Contact c ON c.id = f.id LEFT JOIN ContactHealth h ON h.contactId = c.id
       WHERE c.deletedAt IS NULL AND c.mergedIntoId IS NULL
       ORDER BY coalesce(h.tie, 0) DESC, lower(c.name), c.id LIMIT @limit`,
    )
    .all({ match, limit: FOUND_PEOPLE + 1 });
}

interface AudienceFound {
  publicId: string;
  displayName: string | null;
  handle: string | null;
  email: string | null;
  key: string;
  kind: IdentityKind;
  platform: Platform;
  title: string | null;
  company: string | null;
  profileUrl: string | null;
  relation: string | null;
  since: number | null;
}

function findAudience(sql: Sql, match: string, zone: string): AudienceRow[] {
  return sql
    .prepare<[object], AudienceFound>(
      `SELECT n.publicId, n.displayName, n.handle, n.email, n.key, n.kind, n.platform, n.title, n.company, n.profileUrl,
              r.kind AS relation, r.since
       FROM IdentityText t JOIN Identity n ON n.id = t.rowid
       LEFT JOIN Relation r ON r.id = (SELECT id FROM Relation WHERE identityId = n.id AND endedBefore IS NULL ORDER BY since IS NULL, since LIMIT 1)
       WHERE IdentityText MATCH @match AND n.contactId IS NULL AND n.platform <> 'in_person'
         AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)
       ORDER BY lower(coalesce(n.displayName, n.handle, n.email, n.key)), n.id LIMIT @limit`,
    )
    .all({ match, limit: FOUND_AUDIENCE + 1 })
    .map((row) => ({
      publicId: row.publicId,
      name: row.displayName ?? row.handle ?? row.email ?? row.key,
      platform: row.platform,
      handle: row.handle,
      work: [row.title, row.company].filter(Boolean).join(', ') || null,
      relation: relationWords(row, zone),
      profileUrl: row.profileUrl,
    }));
}

const RELATIONS: Record<string, string> = {
  connection: 'Connected', friend: 'Friends', close_friend: 'Friends', follower: 'Follows you', following: 'You follow them',
  subscriber: 'Subscribed', member: 'Member', request_in: 'Asked to connect', request_out: 'You asked to connect',
  blocked: 'Blocked', muted: 'Muted',
};

function relationWords({ relation, since }: AudienceFound, zone: string): string {
  const words = relation === null ? undefined : RELATIONS[relation];
  if (words === undefined) return '';
  const began = relation === 'request_in' || relation === 'request_out' ? 'in' : 'since';
  return since === null ? words : `${words} ${began} ${monthAndYear(since, zone)}`;
}
