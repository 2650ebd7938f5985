/** Decides whose archive it is: by itself where the archive leaves no doubt, otherwise by asking. */
import type { OwnerState } from '../../domain/imports/run';
import { provenanceOf, type Provenance } from '../../db/bulk/provenance.server';
import type { Sql } from '../../db/connection.server';
import { updateRun, type ImportRunState } from '../../db/import-runs.server';
import {
  addOwnAccount, claimOwnIdentity, ownAccountOf, ownAccountsOn, relabelOwnAccount, type OwnAccountRow,
} from '../../db/own-accounts.server';
import type { OwnerFinding, Recognition } from '../../platforms/contract';

export interface SettledOwner {
  ownAccountId: number;
  /** '' where the archive does not tell. */
  displayName: string;
}

type Candidate = OwnerState['candidates'][number];

/** What an archive says about its owner, before anybody was asked. */
export function ownerOf({ certain, candidates }: OwnerFinding): OwnerState {
  return { certain, candidates, chosen: null, joins: null, settled: false, question: null, knownAs: null };
}

/**
 * Settles the owner and begins the reading, or sets the run to ask. To be called inside a transaction.
 * @returns null after the run was set to ask
 */
export function settleOwner(
  sql: Sql,
  run: ImportRunState,
  recognition: Recognition,
  owner: OwnerState,
  now: number,
): SettledOwner | null {
  const chosen = owner.chosen ?? surest(sql, owner);
  const me = chosen === null ? undefined : owner.candidates[chosen];
  if (!me && owner.candidates.length > 0) {
    return ask(sql, run, { ...owner, question: 'who_are_you', knownAs: strangerTo(sql, recognition, owner) });
  }
  const place = accountFor(sql, run, recognition, owner, me);
  if ('doubt' in place) return ask(sql, run, { ...owner, chosen, question: 'another_account', knownAs: place.doubt });
  const ownAccountId = claim(sql, { run, recognition, owner, me, place, now });
  updateRun(sql, run.id, {
    status: 'reading',
    ownAccountId,
    startedAt: now,
    owner: JSON.stringify({ ...owner, chosen, question: null, settled: true } satisfies OwnerState),
  });
  return { ownAccountId, displayName: me?.displayName ?? '' };
}

/** The candidate that is "me" beyond doubt: the archive says so, or Kith knows exactly one of them. */
function surest(sql: Sql, { certain, candidates }: OwnerState): number | null {
  const known = candidates.flatMap((candidate, index) => (accountOfAny(sql, candidate) ? [index] : []));
  if (known.length === 1) return known[0] ?? null;
  return certain && candidates.length > 0 ? 0 : null;
}

/** The account that one of somebody's identities belongs to. */
function accountOfAny(sql: Sql, { identity, also = [] }: Candidate): OwnAccountRow | null {
  for (const one of [identity, ...also]) {
    const account = ownAccountOf(sql, one);
    if (account) return account;
  }
  return null;
}

/** Whom Kith knows the user as on the platform, where the archive speaks of somebody else only; otherwise null. */
function strangerTo(sql: Sql, { platform }: Recognition, { candidates }: OwnerState): string | null {
  if (candidates.some((candidate) => accountOfAny(sql, candidate))) return null;
  return ownAccountsOn(sql, platform).find(({ identities }) => identities > 0)?.label ?? null;
}

/** An account that is there, none yet, or a doubt that only the user can settle. */
type Place = { account: OwnAccountRow | null } | { doubt: string };

function accountFor(sql: Sql, run: ImportRunState, recognition: Recognition, owner: OwnerState, me: Candidate | undefined): Place {
  const accounts = ownAccountsOn(sql, recognition.platform);
  const resumed = accounts.find(({ id }) => id === run.ownAccountId);
  if (resumed) return { account: resumed };
  if (!me) return { account: withoutMe(accounts, recognition) };
  const known = accountOfAny(sql, me) ?? accounts.find((account) => isSameByName(account, me));
  if (known) return { account: known };
  if (owner.joins === 'new_account' || accounts.length === 0) return { account: null };
  const named = accounts.find(({ label }) => label === owner.knownAs) ?? accounts[0];
  if (owner.joins === 'known_account') return { account: named ?? null };
  return { doubt: named?.label ?? '' };
}

/** A list that belongs to nobody in particular has an account of its own, told apart by which list it is. */
function withoutMe(accounts: readonly OwnAccountRow[], { accountLabel }: Recognition): OwnAccountRow | null {
  if (accountLabel === undefined) return accounts[0] ?? null;
  return accounts.find(({ label }) => label === accountLabel) ?? null;
}

/**
 * Old exports know the user by name alone, and some not at all. An account that has no address yet, or an archive that
 * gives none, is told apart by the name; two addresses never are.
 */
function isSameByName(account: OwnAccountRow, me: Candidate): boolean {
  if (account.identities === 0) return true;
  const sameName = account.label.toLowerCase() === me.displayName.toLowerCase();
  return sameName && (account.addresses === 0 || me.identity.kind === 'name');
}

interface Claim {
  run: ImportRunState;
  recognition: Recognition;
  owner: OwnerState;
  me: Candidate | undefined;
  place: { account: OwnAccountRow | null };
  now: number;
}

function claim(sql: Sql, { run, recognition, owner, me, place, now }: Claim): number {
  const { platform, title, accountLabel = title } = recognition;
  const provenance: Provenance = provenanceOf(sql, run.id);
  // A bare list of connections needs an account too, but no "me".
  if (!me) return place.account?.id ?? addOwnAccount(sql, platform, accountLabel, provenance, now);
  if (place.account?.identities === 0) relabelOwnAccount(sql, place.account, me.displayName, provenance);
  const answered = owner.chosen !== null || owner.joins !== null;
  const claimed = { platform, displayName: me.displayName, basis: answered ? ('confirmed' as const) : ('archive' as const) };
  const profile = me.profileUrl ? { profileUrl: me.profileUrl } : {};
  const ownAccountId = claimOwnIdentity(sql, { ...claimed, ...profile, identity: me.identity }, place.account?.id ?? null, provenance, now);
  for (const identity of me.also ?? []) claimOwnIdentity(sql, { ...claimed, identity }, ownAccountId, provenance, now);
  return ownAccountId;
}

function ask(sql: Sql, run: ImportRunState, owner: OwnerState): null {
  updateRun(sql, run.id, { status: 'needs_owner', owner: JSON.stringify({ ...owner, settled: false } satisfies OwnerState) });
  return null;
}
