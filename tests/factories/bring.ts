/** Imports of records that no reader had to read: everything an import does to the store, and its undo. */
import { BulkWriter } from '../../app/db/bulk-writer.server';
import { undoRun } from '../../app/db/bulk/undo-run.server';
import { provenanceOf } from '../../app/db/bulk/provenance.server';
import type { Sql } from '../../app/db/connection.server';
import { refreshAccounts } from '../../app/db/derive/refresh-accounts.server';
import { refreshGuesses } from '../../app/db/identity/guesses.server';
import { joinTheSame } from '../../app/db/identity/joins.server';
import { closeRun } from '../../app/db/import-runs.server';
import { addOwnAccount, claimOwnIdentity } from '../../app/db/own-accounts.server';
import type { CanonicalRecord, IdentityRef, IdentityRecord, Platform } from '../../app/domain/activity';
import { importCountsSchema } from '../../app/domain/imports/run';
import { newPublicId } from '../../app/lib/ids.server';
import { NOW } from './history';

const KIND = { email: 'email', whatsapp: 'phone' } as const;

/** Somebody on a platform; with `id` by number, else by handle, address or phone number. */
export function someone(platform: Platform, key: string, facts: Partial<IdentityRecord> = {}): IdentityRecord {
  const kind = platform === 'email' || platform === 'whatsapp' ? KIND[platform] : 'handle';
  return { record: 'identity', platform, kind, key, scope: '', evidence: 'export', ...facts };
}

export const refOf = ({ platform, kind, key, scope }: IdentityRef): IdentityRef => ({ platform, kind, key, scope });

/** A one-to-one message of theirs, which makes them a contact. */
export function wrote(who: IdentityRecord, daysAgo = 3): CanonicalRecord[] {
  const me: IdentityRef = { platform: who.platform, kind: 'handle', key: `me-on-${who.platform}`, scope: '' };
  const at = { at: NOW - daysAgo * 86_400_000, precision: 'second', zone: 'utc' } as const;
  const externalId = `${who.platform}-${who.key}-${daysAgo}`;
  return [
    who,
    { record: 'conversation', externalId: `with-${who.key}`, kind: 'dm', participants: [refOf(who), me] },
    {
      record: 'interaction', kind: who.platform === 'email' ? 'email' : 'message', externalId, idBasis: 'native', direction: 'in',
      actor: refOf(who), targets: [{ identity: me, role: 'to' }], occurredAt: at, text: 'Hello', conversationExternalId: `with-${who.key}`,
    },
  ];
}

/** Brings records in as one import of a platform, of an account of the user's there. @returns the run's id */
export function bring(sql: Sql, platform: Platform, records: readonly CanonicalRecord[]): number {
  const run = Number(
    sql.prepare(`INSERT INTO ImportRun (publicId, status, fileName, createdAt, platform) VALUES (?, 'reading', 'archive.zip', ?, ?)`)
      .run(newPublicId(), NOW, platform).lastInsertRowid,
  );
  const provenance = provenanceOf(sql, run);
  const known = sql.prepare<[string], number>(`SELECT id FROM OwnAccount WHERE platform = ? AND access = 'archive'`).pluck().get(platform);
  const me: IdentityRef = { platform, kind: 'handle', key: `me-on-${platform}`, scope: '' };
  const account = claimOwnIdentity(
    sql, { platform, identity: me, displayName: 'Ines Carvalho', basis: 'archive' },
    known ?? addOwnAccount(sql, platform, 'Ines Carvalho', provenance, NOW), provenance, NOW,
  );
  sql.prepare('UPDATE ImportRun SET ownAccountId = ? WHERE id = ?').run(account, run);
  const writer = new BulkWriter(sql, { importRunId: run, ownAccountId: account, seenAt: NOW, now: NOW }, importCountsSchema.parse({}), []);
  writer.write(records.map((record, row) => ({ record, part: 0, row, bytes: row })));
  finishRun(sql, run, account);
  return run;
}

function finishRun(sql: Sql, run: number, account: number): void {
  joinTheSame(sql, NOW, () => undefined);
  refreshAccounts(sql, [account], NOW, () => undefined);
  refreshGuesses(sql);
  sql.prepare(`UPDATE ImportRun SET status = 'finished', finishedAt = ? WHERE id = ?`).run(NOW, run);
}

/** Takes one back. @returns who stayed and why */
export function takeBack(sql: Sql, run: number) {
  const result = undoRun(sql, run, NOW, () => undefined);
  closeRun(sql, run, { status: 'undone', at: NOW, result });
  return result;
}
