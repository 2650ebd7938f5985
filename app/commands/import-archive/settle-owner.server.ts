/** Decides whose archive it is: by itself where the archive leaves no doubt, otherwise by asking. */
import type { Platform } from '../../domain/activity';
import type { OwnerState } from '../../domain/imports/run';
import type { Provenance } from '../../db/bulk/provenance.server';
import type { Sql } from '../../db/connection.server';
import { updateRun, type ImportRunState } from '../../db/import-runs.server';
import { claimOwnIdentity, ownAccountOf, ownAccountsOn } from '../../db/own-accounts.server';

export interface SettledOwner {
  ownAccountId: number;
  displayName: string;
}

type Finding = Pick<OwnerState, 'certain' | 'candidates'> & Partial<OwnerState>;

/**
 * @returns the own account, or null after the run was set to ask
 */
export function settleOwner(
  sql: Sql,
  run: ImportRunState,
  platform: Platform,
  finding: Finding,
  provenance: Provenance,
  now: number,
): SettledOwner | null {
  if (run.ownAccountId !== null) {
    return { ownAccountId: run.ownAccountId, displayName: finding.candidates[finding.chosen ?? 0]?.displayName ?? '' };
  }
  const accounts = ownAccountsOn(sql, platform);
  const chosen = finding.candidates[finding.chosen ?? 0];
  if (finding.settled !== true) {
    const known = chosen ? ownAccountOf(sql, chosen.identity) : null;
    if (!finding.certain && !known) return ask(sql, run, finding, 'who_are_you', null);
    if (chosen && !known && accounts.length > 0) {
      return ask(sql, run, finding, 'another_account', accounts[0]?.label ?? null);
    }
  }
  if (!chosen) return nameless(sql, platform, accounts[0]?.id ?? null, provenance, now);
  const joins = finding.settled === true ? (finding.joins ?? null) : null;
  const ownAccountId = claimOwnIdentity(
    sql,
    {
      platform,
      identity: chosen.identity,
      displayName: chosen.displayName,
      ...(chosen.profileUrl ? { profileUrl: chosen.profileUrl } : {}),
      basis: finding.settled === true ? 'confirmed' : 'archive',
    },
    ownAccountOf(sql, chosen.identity)?.id ?? (joins === 'known_account' ? (accounts[0]?.id ?? null) : null),
    provenance,
    now,
  );
  return { ownAccountId, displayName: chosen.displayName };
}

function ask(
  sql: Sql,
  run: ImportRunState,
  finding: Finding,
  question: NonNullable<OwnerState['question']>,
  knownAs: string | null,
): null {
  const owner: OwnerState = {
    certain: finding.certain,
    candidates: finding.candidates,
    chosen: null,
    joins: null,
    settled: false,
    question,
    knownAs,
  };
  updateRun(sql, run.id, { status: 'needs_owner', owner: JSON.stringify(owner) });
  return null;
}

/** An archive in which the user never speaks, such as a bare list of connections: it needs an account, but no "me". */
function nameless(sql: Sql, platform: Platform, ownAccountId: number | null, provenance: Provenance, now: number): SettledOwner {
  if (ownAccountId !== null) return { ownAccountId, displayName: '' };
  const id = Number(
    sql
      .prepare(
        `INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (lower(hex(randomblob(6))), ?, ?, 'archive', ?)`,
      )
      .run(platform, platform, now).lastInsertRowid,
  );
  provenance.added('ownAccount', id);
  return { ownAccountId: id, displayName: '' };
}
