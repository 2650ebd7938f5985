/** Who may be one person, with what speaks for it and against: the surest first. */
import type { Sql } from '../db/connection.server';
import { guessReasonsSchema } from '../db/identity/guesses.server';
import type { Platform } from '../domain/activity';
import { certaintyWord, type CertaintyWord } from '../domain/identity/suggest';

export interface SamePersonSide {
  /** Public ids; null for somebody of the audience. */
  contact: string | null;
  identity: string;
  name: string;
  platforms: Platform[];
  /** What tells one Leila from another: headline, handle or address. */
  detail: string | null;
}

export interface SamePersonPair {
  /** Made of the public ids of both identities. */
  id: string;
  certainty: CertaintyWord;
  reasons: string[];
  against: string[];
  left: SamePersonSide;
  right: SamePersonSide;
}

export interface SamePerson {
  pairs: SamePersonPair[];
  /** All there are, shown or not. */
  total: number;
}

interface GuessRow {
  leftId: number;
  rightId: number;
  leftContact: number | null;
  rightContact: number | null;
  certainty: number;
  reasons: string;
}

const REF = (n: string) => `${n}.platform || char(10) || ${n}.kind || char(10) || ${n}.scope || char(10) || ${n}.key`;

/** What was merged, removed or refused since the guesses were made is left out as they are read. */
const OPEN = `SELECT g.leftId, g.rightId, l.contactId AS leftContact, r.contactId AS rightContact, g.certainty, g.reasons
  FROM SamePersonGuess g JOIN Identity l ON l.id = g.leftId JOIN Identity r ON r.id = g.rightId
  WHERE l.contactId IS NOT r.contactId
    AND NOT EXISTS (SELECT 1 FROM DifferentPeople d WHERE d."left" = ${REF('l')} AND d."right" = ${REF('r')})
    AND NOT EXISTS (SELECT 1 FROM DifferentPeople d WHERE d."left" = ${REF('r')} AND d."right" = ${REF('l')})
  ORDER BY g.certainty DESC, g.leftId, g.rightId`;

/** Once for each two people, however many of their places look alike. */
function openGuesses(sql: Sql): GuessRow[] {
  const seen = new Set<string>();
  return sql.prepare<[], GuessRow>(OPEN).all().filter(({ leftId, rightId, leftContact, rightContact }) => {
    const pair = [leftContact === null ? `i${leftId}` : `c${leftContact}`, rightContact === null ? `i${rightId}` : `c${rightContact}`].sort().join();
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}

/** How many are waiting for a word. */
export function samePersonCount(sql: Sql): number {
  return openGuesses(sql).length;
}

export function samePerson(sql: Sql, limit: number): SamePerson {
  const open = openGuesses(sql);
  const pairs = open.slice(0, limit).map(({ leftId, rightId, certainty, reasons: json }): SamePersonPair => {
    const [left, right] = [sideOf(sql, leftId), sideOf(sql, rightId)];
    const { reasons, against } = guessReasonsSchema.parse(JSON.parse(json));
    return { id: `${left.identity}.${right.identity}`, certainty: certaintyWord(certainty), reasons, against, left, right };
  });
  return { pairs, total: open.length };
}

interface SideRow {
  identity: string;
  contact: string | null;
  name: string | null;
  headline: string | null;
  displayName: string | null;
  handle: string | null;
  kind: string;
  key: string;
  title: string | null;
  company: string | null;
  contactId: number | null;
  platform: Platform;
}

function sideOf(sql: Sql, identityId: number): SamePersonSide {
  const row = sql
    .prepare<[number], SideRow>(
      `SELECT n.publicId AS identity, c.publicId AS contact, c.name, c.headline, n.displayName, n.handle, n.kind, n.key, n.title, n.company,
              n.contactId, n.platform
       FROM Identity n LEFT JOIN Contact c ON c.id = n.contactId WHERE n.id = ?`,
    )
    .get(identityId);
  if (!row) throw new Error('A guess outlived its identity.');
  const platforms = row.contactId === null ? [row.platform] : platformsOf(sql, row.contactId);
  const work = row.headline ?? ([row.title, row.company].filter(Boolean).join(', ') || null);
  const called = row.kind === 'handle' ? `@${row.handle ?? row.key}` : (row.handle && `@${row.handle}`) || (row.kind === 'id' ? null : row.key);
  const name = row.name ?? row.displayName ?? row.handle ?? row.key;
  const detail = [called === name ? null : called, work].filter(Boolean).join(' · ') || null;
  return { contact: row.contact, identity: row.identity, name, platforms, detail };
}

function platformsOf(sql: Sql, contactId: number): Platform[] {
  return sql
    .prepare<[number], Platform>(`SELECT DISTINCT platform FROM Identity WHERE contactId = ? AND platform <> 'in_person' ORDER BY platform`)
    .pluck()
    .all(contactId);
}
