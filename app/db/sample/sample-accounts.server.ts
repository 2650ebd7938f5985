/** The sample's own accounts: beside the user's, never among them. */
import type { SamplePlace } from '../../domain/sample/community';
import { SAMPLE_SEES, SAMPLE_SIDES, sampleSelf } from '../../domain/sample/records';
import { newPublicId } from '../../lib/ids.server';
import type { Provenance } from '../bulk/provenance.server';
import type { Sql } from '../connection.server';

interface SampleOwner {
  importRunId: number;
  /** The user's name, under which they wrote. */
  name: string;
  now: number;
  /** Since when the sample's story is told, UTC milliseconds. */
  from: number;
}

/** An account with the user on it. It sees up to now, so that the invented people grow quiet as days pass. @returns its id */
export function addSampleAccount(sql: Sql, place: SamplePlace, owner: SampleOwner, provenance: Provenance): number {
  const { importRunId, name, now, from } = owner;
  const account = Number(
    sql
      .prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, ?, 'Sample community', 'sample', ?)`)
      .run(newPublicId(), place, now).lastInsertRowid,
  );
  provenance.added('ownAccount', account);
  const { platform, kind, key, scope } = sampleSelf(place);
  const identity = Number(
    sql
      .prepare(
        `INSERT INTO Identity (publicId, platform, kind, key, scope, displayName, evidence, seenAt) VALUES (?, ?, ?, ?, ?, ?, 'export', ?)`,
      )
      .run(newPublicId(), platform, kind, key, scope, name, now).lastInsertRowid,
  );
  provenance.added('identity', identity);
  sql.prepare(`INSERT INTO OwnIdentity (ownAccountId, identityId, basis, addedAt) VALUES (?, ?, 'archive', ?)`).run(account, identity, now);
  provenance.added('ownIdentity', identity);
  const cover = sql.prepare(
    `INSERT INTO Coverage (ownAccountId, importRunId, kind, direction, "from", "to", complete) VALUES (?, ?, ?, ?, ?, NULL, 1)`,
  );
  for (const seen of SAMPLE_SEES[place]) {
    for (const direction of SAMPLE_SIDES) cover.run(account, importRunId, seen, direction, from);
  }
  return account;
}
