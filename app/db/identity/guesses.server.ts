/** Who may be one person: computed after every import and kept, because it looks at everybody. */
import { z } from 'zod';
import type { Platform, IdentityKind } from '../../domain/activity';
import type { Candidate } from '../../domain/identity/blocks';
import { suggestions } from '../../domain/identity/suggest';
import { plainWords } from '../../domain/identity/names';
import { SAMPLE_SCOPE } from '../../domain/sample/records';
import type { Sql } from '../connection.server';
import { isRefused } from './refusals.server';

/** Nobody looks through more, and the weakest come last. */
const KEPT = 500;

/** What stands in SamplePersonGuess.reasons. */
export const guessReasonsSchema = z.object({ reasons: z.array(z.string()), against: z.array(z.string()) });

interface KnownRow {
  id: number;
  contactId: number | null;
  contactName: string | null;
  platform: Platform;
  kind: IdentityKind;
  key: string;
  scope: string;
  handle: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  website: string | null;
}

/** Neither the user themselves nor anybody invented; what was logged by hand tells nothing about who somebody is. */
const KNOWN = `SELECT n.id, n.contactId, c.name AS contactName, n.platform, n.kind, n.key, n.scope, n.handle, n.displayName AS name, n.email,
    n.phone, n.company, n.title,
    (SELECT json_extract(p.facts, '$.website') FROM IdentityProfile p WHERE p.identityId = n.id ORDER BY p.asOf DESC LIMIT 1) AS website
  FROM Identity n LEFT JOIN Contact c ON c.id = n.contactId
  WHERE n.scope <> @sample AND n.platform <> 'in_person' AND n.gone = 0
    AND NOT EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id)`;

function* contacts(sql: Sql): Generator<Candidate> {
  const rows = sql
    .prepare<[object], KnownRow>(`${KNOWN} AND c.deletedAt IS NULL AND n.contactId IS NOT NULL ORDER BY n.contactId, n.id`)
    .iterate({ sample: SAMPLE_SCOPE });
  let at: KnownRow[] = [];
  for (const row of rows) {
    if (at[0] && at[0].contactId !== row.contactId) {
      yield contactOf(at);
      at = [];
    }
    at.push(row);
  }
  if (at.length > 0) yield contactOf(at);
}

function contactOf(at: KnownRow[]): Candidate {
  return { id: String(at[0]?.id ?? ''), isContact: true, name: at[0]?.contactName ?? null, at };
}

function* audience(sql: Sql): Generator<Candidate> {
  const rows = sql.prepare<[object], KnownRow>(`${KNOWN} AND n.contactId IS NULL ORDER BY n.id`).iterate({ sample: SAMPLE_SCOPE });
  for (const row of rows) yield { id: String(row.id), isContact: false, name: null, at: [row] };
}

/** One candidate by the identity that stands for it. */
function finder(sql: Sql): (id: string) => Candidate | null {
  const find = sql.prepare<[object], KnownRow>(
    `${KNOWN} AND n.id IN (SELECT @id UNION SELECT m.id FROM Identity l JOIN Identity m ON m.contactId = l.contactId WHERE l.id = @id) ORDER BY n.id`,
  );
  return (id) => {
    const [first, ...others] = find.all({ id: Number(id), sample: SAMPLE_SCOPE });
    if (!first) return null;
    return { id, isContact: first.contactId !== null, name: first.contactName, at: [first, ...others] };
  };
}

/** Groups by what they are called, since one group of people may meet on several platforms. */
function groupsOf(sql: Sql): (identity: string) => Map<string, string> {
  const find = sql.prepare<[{ id: number }], { id: number; title: string | null }>(
    `SELECT DISTINCT c.id, c.title FROM Identity n JOIN Identity m ON m.id = n.id OR m.contactId = n.contactId
     JOIN ConversationParticipant p ON p.identityId = m.id JOIN Conversation c ON c.id = p.conversationId
     WHERE n.id = @id AND c.kind = 'group' AND c.title <> '' LIMIT 200`,
  );
  return (identity) => new Map(find.all({ id: Number(identity) }).map(({ title }) => [plainWords(title ?? '').join(' '), title ?? '']));
}

/** Computes them anew. Reads everybody; to be called in the worker. */
export function refreshGuesses(sql: Sql): void {
  const groups = groupsOf(sql);
  const found = suggestions({
    contacts: contacts(sql),
    audience: audience(sql),
    find: finder(sql),
    sharedGroup: (a, b) => {
      const there = groups(b);
      return [...groups(a)].find(([key]) => key !== '' && there.has(key))?.[1] ?? null;
    },
  });
  const insert = sql.prepare('INSERT INTO SamePersonGuess (leftId, rightId, certainty, reasons) VALUES (?, ?, ?, ?)');
  sql
    .transaction(() => {
      sql.prepare('DELETE FROM SamePersonGuess').run();
      let kept = 0;
      for (const { a, b, certainty, reasons, against } of found) {
        if (kept === KEPT) break;
        if (isRefused(sql, everyIdentity(sql, Number(a)), everyIdentity(sql, Number(b)))) continue;
        insert.run(Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b)), certainty, JSON.stringify({ reasons, against }));
        kept += 1;
      }
    })
    .immediate();
}

/** All that the person behind an identity is known as. */
function everyIdentity(sql: Sql, id: number): number[] {
  return sql
    .prepare<[{ id: number }], number>(
      'SELECT @id UNION SELECT m.id FROM Identity n JOIN Identity m ON m.contactId = n.contactId WHERE n.id = @id',
    )
    .pluck()
    .all({ id });
}
