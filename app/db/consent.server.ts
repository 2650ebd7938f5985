/** What sources say about writing to addresses. */
import { refusalOf, type ConsentWord, type Refusal } from '../domain/contacts/consent';
import type { Sql } from './connection.server';

interface WordRow extends ConsentWord {
  /** In small letters; null where the source names no address. */
  address: string | null;
}

/** Words about identities, and about every other identity that has the same address. */
function emailWords(sql: Sql, whose: 'id' | 'contactId', value: number): WordRow[] {
  return sql
    .prepare<[{ value: number }], WordRow>(
      `SELECT CASE n.kind WHEN 'email' THEN n.key ELSE lower(n.email) END AS address,
              c.ownAccountId AS source, a.label, c.state, c.at, c.seenAt
       FROM Consent c JOIN Identity n ON n.id = c.identityId JOIN OwnAccount a ON a.id = c.ownAccountId
       WHERE c.channel = 'email' AND c.identityId IN (
         SELECT id FROM Identity WHERE "${whose}" = @value
         UNION SELECT o.id FROM Identity m JOIN Identity o ON o.email = m.email WHERE m."${whose}" = @value
         UNION SELECT o.id FROM Identity m JOIN Identity o ON o.platform = 'email' AND o.kind = 'email' AND o.key = lower(m.email) AND o.scope = ''
           WHERE m."${whose}" = @value)`,
    )
    .all({ value });
}

/** Whether an identity's address may be written to. To be asked before anything is sent. */
export function mayEmail(sql: Sql, identityId: number): boolean {
  return refusalOf(emailWords(sql, 'id', identityId)) === null;
}

/** Why an address of a contact must not be written to; null where it may. One statement for all their addresses. */
export function emailRefusals(sql: Sql, contactId: number): (address: string) => Refusal | null {
  const words = emailWords(sql, 'contactId', contactId);
  // Words that name no address speak of the person.
  return (address) => (words.length === 0 ? null : refusalOf(words.filter((one) => one.address === null || one.address === address.toLowerCase())));
}
