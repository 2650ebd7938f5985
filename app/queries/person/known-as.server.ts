/** Everything a person is known as, how each came to them, and who became one with them. */
import type { Sql } from '../../db/connection.server';
import type { IdentityKind, Platform } from '../../domain/activity';
import { fullDay } from '../../lib/dates';

export interface KnownAs {
  publicId: string;
  platform: Platform;
  /** Handle, address or name. */
  label: string;
  /** "Joined on 12 November 2026: same e-mail" */
  since: string;
}

export interface JoinedPerson {
  publicId: string;
  /** "A. Okafor, until 12 November 2026", where they were a person of their own before. */
  words: string;
}

interface Row {
  publicId: string;
  platform: Platform;
  kind: IdentityKind;
  key: string;
  handle: string | null;
  displayName: string | null;
  how: string | null;
  attachedAt: number | null;
}

const WHY: Record<string, string> = {
  same_id: 'the same account', same_email: 'the same e-mail', same_phone: 'the same number', suggestion: 'you said so', by_hand: 'by you',
};

/** Empty where there is only one: nothing could be split off. */
export function knownAs(sql: Sql, contactId: number, zone: string): KnownAs[] {
  const rows = sql
    .prepare<[number], Row>(
      `SELECT n.publicId, n.platform, n.kind, n.key, n.handle, n.displayName, h.how, h.attachedAt FROM Identity n
       LEFT JOIN ContactIdentity h ON h.id = (SELECT max(l.id) FROM ContactIdentity l
         WHERE l.identityId = n.id AND l.contactId = n.contactId AND l.detachedAt IS NULL)
       WHERE n.contactId = ? AND n.platform <> 'in_person' ORDER BY n.id`,
    )
    .all(contactId);
  if (rows.length < 2) return [];
  return rows.map(({ publicId, platform, kind, key, handle, displayName, how, attachedAt }) => {
    const why = WHY[how ?? ''];
    const label = kind === 'email' || kind === 'phone' ? key : (displayName ?? handle ?? key);
    const day = attachedAt === null ? '' : fullDay(attachedAt, zone);
    return { publicId, platform, label, since: why === undefined ? `With them since ${day}` : `Joined on ${day}: ${why}` };
  });
}

/** Whoever was merged into a person, the latest first. */
export function mergedInto(sql: Sql, contactId: number, zone: string): JoinedPerson[] {
  return sql
    .prepare<[number], { publicId: string; name: string; mergedAt: number }>(
      `SELECT m.publicId, c.name, m.mergedAt FROM ContactMerge m JOIN Contact c ON c.id = m.mergedId
       WHERE m.survivorId = ? AND m.separatedAt IS NULL ORDER BY m.id DESC`,
    )
    .all(contactId)
    .map(({ publicId, name, mergedAt }) => ({ publicId, words: `${name}, a person of their own until ${fullDay(mergedAt, zone)}` }));
}
