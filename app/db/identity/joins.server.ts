/**
 * Joins by themselves whoever has the same account, e-mail address or phone number. Each joining stands under an import that
 * holds one of the two, and goes with it.
 */
import { z } from 'zod';
import type { AccountFacts } from '../../domain/identity/accounts';
import { joinsByItself, type SameHow, type Side } from '../../domain/identity/automatic';
import { staysOf } from '../../domain/identity/survivor';
import { SAMPLE_SCOPE } from '../../domain/sample/records';
import { ENTITY, provenanceOf, ROLE, TAKEN_BACK } from '../bulk/provenance.server';
import { attachIdentity } from '../contacts.server';
import type { Sql } from '../connection.server';
import { refreshDerived } from '../derive/refresh-derived.server';
import { unrecorded, type Actor, type UnrecordedWork } from '../transact.server';
import { identityIdsOf, mergeContact } from './merge.server';
import { isRefused } from './refusals.server';

/** What is shared, per transaction: each joining may move a history. */
const AT_ONCE = 20;
const KITH: Actor = { teammateId: null };

/** Numbers with their country, without what people write between the digits; see `plainNumber` in domain/identity. */
const NUMBER = (column: string) =>
  [' ', '-', '(', ')', '.', '/'].reduce((text, sign) => `replace(${text}, '${sign}', '')`, `trim(${column})`);

/** What at least one contact has and somebody else too, with everybody who has it. One pass over all identities. */
const SHARED = `WITH known AS (SELECT id, contactId, platform, kind, key, handle, email, phone FROM Identity WHERE scope <> @sample), said AS (
    SELECT 'same_email' AS how, lower(trim(email)) AS what, id, contactId FROM known WHERE email LIKE '%_@_%'
    UNION SELECT 'same_email', lower(key), id, contactId FROM known WHERE kind = 'email'
    UNION SELECT 'same_phone', ${NUMBER('phone')}, id, contactId FROM known WHERE phone LIKE '+_______%'
    UNION SELECT 'same_phone', ${NUMBER('key')}, id, contactId FROM known WHERE kind = 'phone' AND key LIKE '+_______%'
    UNION SELECT 'same_id', platform || ':' || lower(ltrim(key, '@')), id, contactId FROM known WHERE kind = 'handle'
    UNION SELECT 'same_id', platform || ':' || lower(ltrim(handle, '@')), id, contactId FROM known WHERE kind = 'id' AND handle <> ''
  )
  SELECT how, what, json_group_array(id) AS ids FROM said GROUP BY how, what
  HAVING count(DISTINCT coalesce(contactId, -id)) > 1 AND max(contactId) IS NOT NULL ORDER BY how = 'same_id' DESC, how, what`;

interface Shared {
  how: SameHow;
  what: string;
  /** JSON */
  ids: string;
}

const idsSchema = z.array(z.number());

/**
 * @param except an import that is being taken back, which nothing may stand under
 * @param pause called between transactions, so that others get the write lock
 * @returns how many were joined
 */
export function joinTheSame(sql: Sql, now: number, pause: () => void, except: number | null = null): number {
  const shared = sql.prepare<[object], Shared>(SHARED).all({ sample: SAMPLE_SCOPE });
  const runOf = newestRun(sql, except);
  let joined = 0;
  const join = (work: UnrecordedWork, { how, what, ids }: Shared): void => {
    const importRunId = runOf(ids);
    if (importRunId !== null) joined += new Joining(work, importRunId, how, what).join(idsSchema.parse(JSON.parse(ids)));
  };
  for (let from = 0; from < shared.length; from += AT_ONCE) {
    sql
      .transaction(() => {
        const work = unrecorded(sql, KITH, now);
        for (const one of shared.slice(from, from + AT_ONCE)) join(work, one);
        if (work.contacts.size > 0) refreshDerived(sql, work, now);
      })
      .immediate();
    pause();
  }
  return joined;
}

/** Whether an import added or changed anything about who people are; the same archive once more does not. */
export function knowsMore(sql: Sql, importRunId: number): boolean {
  return (
    sql
      .prepare(
        `SELECT 1 FROM ImportRunRow WHERE importRunId = ? AND entity IN (${ENTITY.identity}, ${ENTITY.contact}) AND role <> ${ROLE.met} LIMIT 1`,
      )
      .get(importRunId) !== undefined
  );
}

/** The newest import that stands and holds any of the identities. */
function newestRun(sql: Sql, except: number | null): (ids: string) => number | null {
  const find = sql
    .prepare<[{ ids: string; except: number | null }], number | null>(
      `SELECT max(u.id) FROM ImportRun u CROSS JOIN json_each(@ids) i
       JOIN ImportRunRow r ON r.importRunId = u.id AND r.entity = ${ENTITY.identity} AND r.rowId = i.value
       WHERE u.id IS NOT @except AND u.isSample = 0 AND u.status NOT IN ${TAKEN_BACK}`,
    )
    .pluck();
  return (ids) => find.get({ ids, except }) ?? null;
}

interface IdentityRow extends AccountFacts {
  id: number;
  contactId: number | null;
  displayName: string | null;
  own: 0 | 1;
}

interface ContactRow {
  id: number;
  name: string;
  nameBasis: string;
  createdHow: string;
}

const IDENTITIES = `SELECT n.id, n.contactId, n.platform, n.kind, n.key, n.scope, n.handle, n.displayName,
    EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id) AS own
  FROM Identity n`;

/** Everybody who shares one thing. */
class Joining {
  private readonly sql: Sql;

  constructor(
    private readonly work: UnrecordedWork,
    private readonly importRunId: number,
    private readonly how: SameHow,
    private readonly what: string,
  ) {
    this.sql = work.sql;
  }

  join(ids: readonly number[]): number {
    const rows = this.sql.prepare<[string], IdentityRow>(`${IDENTITIES} WHERE n.id IN (SELECT value FROM json_each(?)) ORDER BY n.id`).all(JSON.stringify(ids));
    // What the user has themselves says nothing of anybody else.
    if (rows.some(({ own }) => own === 1)) return 0;
    const contacts = this.contactsOf(rows);
    const merged = this.merge(contacts);
    return merged + rows.filter((row) => row.contactId === null && this.attach(row, contacts)).length;
  }

  /** In the order in which they stay. */
  private contactsOf(rows: readonly IdentityRow[]): ContactRow[] {
    const ids = JSON.stringify(rows.flatMap(({ contactId }) => contactId ?? []));
    return this.sql
      .prepare<[string], ContactRow>(
        `SELECT id, name, nameBasis, createdHow FROM Contact
         WHERE id IN (SELECT value FROM json_each(?)) AND deletedAt IS NULL AND mergedIntoId IS NULL`,
      )
      .all(ids)
      .sort((a, b) => (staysOf(a, b).stays === a ? -1 : 1));
  }

  /** Takes whoever was merged out of `contacts`. */
  private merge(contacts: ContactRow[]): number {
    const [stays, ...others] = contacts;
    if (!stays) return 0;
    let merged = 0;
    for (const goes of others) {
      const [here, there] = [identityIdsOf(this.sql, stays.id), identityIdsOf(this.sql, goes.id)];
      if (!this.mayJoin(this.sideOf(here, stays), this.sideOf(there, goes)) || isRefused(this.sql, here, there)) continue;
      mergeContact(this.work, KITH, { stays: stays.id, goes: goes.id, how: this.how, confidence: 1, importRunId: this.importRunId });
      contacts.splice(contacts.indexOf(goes), 1);
      merged += 1;
    }
    return merged;
  }

  /** Only where it could be nobody else's. */
  private attach(row: IdentityRow, contacts: readonly ContactRow[]): boolean {
    const own: Side = { accounts: [row], names: [row.displayName] };
    const possible = contacts.filter((contact) => {
      const held = identityIdsOf(this.sql, contact.id);
      return this.mayJoin(this.sideOf(held, contact), own) && !isRefused(this.sql, held, [row.id]);
    });
    const [only] = possible;
    if (!only || possible.length > 1) return false;
    const link = attachIdentity(this.work, KITH, { identityId: row.id, contactId: only.id, how: this.how });
    provenanceOf(this.sql, this.importRunId).added('contactIdentity', link);
    return true;
  }

  private sideOf(identityIds: readonly number[], { name }: ContactRow): Side {
    const rows = this.sql.prepare<[string], IdentityRow>(`${IDENTITIES} WHERE n.id IN (SELECT value FROM json_each(?))`).all(JSON.stringify(identityIds));
    return { accounts: rows, names: [name, ...rows.map(({ displayName }) => displayName)] };
  }

  private mayJoin(one: Side, other: Side): boolean {
    return joinsByItself(this.how, this.what, one, other);
  }
}
