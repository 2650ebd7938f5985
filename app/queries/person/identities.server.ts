/** Where a person can be found, and the conversations the user has with them. */
import type { Sql } from '../../db/connection.server';
import { emailRefusals } from '../../db/consent.server';
import type { IdentityKind, Platform } from '../../domain/activity';
import { refusalSentence } from '../../domain/contacts/consent';
import { fullDay, monthAndYear } from '../../lib/dates';

export interface PersonIdentity {
  publicId: string;
  platform: Platform;
  /** Handle, address or name, as people know it. */
  label: string;
  /** Opens the profile, or writes to the address; null where there is neither. */
  href: string | null;
  /** "connected since Feb 2023", "same e-mail"; '' where there is nothing to say. */
  note: string;
  /** Deleted or suspended on the platform. */
  gone: boolean;
  /** "No e-mail: unsubscribed from The Loom Letter, 3 October 2026"; null where they may be written to. */
  refusal: string | null;
}

interface IdentityRow {
  publicId: string;
  platform: Platform;
  kind: IdentityKind;
  key: string;
  handle: string | null;
  displayName: string | null;
  profileUrl: string | null;
  email: string | null;
  gone: 0 | 1;
  how: string | null;
  connectedSince: number | null;
  connected: 0 | 1;
}

/** How an identity came to the person; the plain cases need no word. */
const MATCHED: Record<string, string> = { same_email: 'same e-mail', same_phone: 'same phone', suggestion: 'matched by you' };

/** Every identity but the in-person one, which only carries meetings. */
export function personIdentities(sql: Sql, contactId: number, zone: string): PersonIdentity[] {
  const rows = sql
    .prepare<[number], IdentityRow>(
      `SELECT n.publicId, n.platform, n.kind, n.key, n.handle, n.displayName, n.profileUrl, n.email, n.gone,
              (SELECT h.how FROM ContactIdentity h WHERE h.identityId = n.id AND h.contactId = n.contactId AND h.detachedAt IS NULL
               ORDER BY h.id DESC LIMIT 1) AS how,
              (SELECT min(r.since) FROM Relation r WHERE r.identityId = n.id AND r.kind IN ('connection', 'friend')
               AND r.endedBefore IS NULL) AS connectedSince,
              EXISTS (SELECT 1 FROM Relation r WHERE r.identityId = n.id AND r.kind IN ('connection', 'friend')
                      AND r.endedBefore IS NULL) AS connected
       FROM Identity n WHERE n.contactId = ? AND n.platform <> 'in_person' ORDER BY n.platform = 'email' DESC, n.id`,
    )
    .all(contactId);
  const refusalTo = refusalsIn(sql, contactId, zone);
  const addresses = new Set(rows.filter(({ platform }) => platform === 'email').map(({ key }) => key));
  return rows.flatMap((row) => {
    const known = toIdentity(row, zone, refusalTo);
    // An address that only a profile carries is somewhere to write to, too.
    const carried = row.platform !== 'email' && row.email !== null && !addresses.has(row.email.toLowerCase());
    if (carried) addresses.add(row.email?.toLowerCase() ?? '');
    return carried && row.email !== null ? [known, addressOf(row.publicId, row.email, refusalTo)] : [known];
  });
}

type RefusalTo = (address: string) => string | null;

/** Asks with the first address: most people have none. */
function refusalsIn(sql: Sql, contactId: number, zone: string): RefusalTo {
  let asked: ReturnType<typeof emailRefusals> | null = null;
  return (address) => {
    asked ??= emailRefusals(sql, contactId);
    const refusal = asked(address);
    return refusal && refusalSentence(refusal, (at) => fullDay(at, zone));
  };
}

function toIdentity(row: IdentityRow, zone: string, refusalTo: RefusalTo): PersonIdentity {
  const label = row.platform === 'email' ? (row.email ?? row.key) : row.kind === 'phone' ? row.key : (row.displayName ?? row.handle ?? row.key);
  const since = row.connectedSince === null ? 'connected' : `connected since ${monthAndYear(row.connectedSince, zone)}`;
  const refusal = row.platform === 'email' ? refusalTo(label) : null;
  return {
    publicId: row.publicId,
    platform: row.platform,
    label,
    href: row.platform === 'email' ? mailto(label, refusal) : webAddress(row.profileUrl),
    note: row.gone === 1 ? 'no longer there' : row.connected === 1 ? since : (MATCHED[row.how ?? ''] ?? ''),
    gone: row.gone === 1,
    refusal,
  };
}

function addressOf(publicId: string, email: string, refusalTo: RefusalTo): PersonIdentity {
  const refusal = refusalTo(email);
  return { publicId: `${publicId}-email`, platform: 'email', label: email, href: mailto(email, refusal), note: '', gone: false, refusal };
}

/** None to somebody who does not want it. */
function mailto(address: string, refusal: string | null): string | null {
  return refusal !== null ? null : `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
}

/** Addresses in the store were built by readers; this is the second lock on the same door. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

export interface PersonPlace {
  /** Public id of the conversation. */
  conversation: string;
  platform: Platform;
  yourTurn: boolean;
}

/** One-to-one conversations, the one with the newest word first. */
export function personPlaces(sql: Sql, contactId: number): PersonPlace[] {
  return sql
    .prepare<[number], { conversation: string; platform: Platform; turn: string }>(
      `SELECT c.publicId AS conversation, a.platform, s.turn FROM ConversationState s
       JOIN Conversation c ON c.id = s.conversationId JOIN OwnAccount a ON a.id = c.ownAccountId
       WHERE s.contactId = ? AND c.kind IN ('dm', 'email_thread')
       ORDER BY max(coalesce(s.lastInAt, 0), coalesce(s.lastOutAt, 0)) DESC, c.id DESC LIMIT 10`,
    )
    .all(contactId)
    .map(({ conversation, platform, turn }) => ({ conversation, platform, yourTurn: turn === 'yours' }));
}
