/** Whose export it is, from its profile, its name, and who is in all its threads. */
import type { IdentityRef, Platform } from '../../domain/activity';
import type { OwnerCandidate, OwnerFinding } from '../contract';
import { counted } from '../../lib/text';
import { nameKey } from '../reading/names';
import { ownerByName } from './own';
import type { Presence } from './presence';

const MOST_CANDIDATES = 5;

/** What the archive says of its owner, each '' or null where it says nothing. */
export interface OwnerSigns {
  platform: Platform;
  /** The account's own address, with a sentence where it stands. */
  account: { identity: IdentityRef; profileUrl: string; evidence: string; isCertain: boolean } | null;
  /** The name on the profile. */
  profileName: string;
  presence: Presence;
}

/** Names are needed beside the account: threads know the user by name alone. Where several fit, the user is asked. */
export function ownerFrom(signs: OwnerSigns): OwnerFinding {
  const { account, presence } = signs;
  const { names, isSure } = namesFor(signs);
  if (names.length === 0) {
    if (!account) return { certain: false, candidates: [] };
    return { certain: account.isCertain, candidates: [candidate(signs, '', account.evidence)] };
  }
  return {
    certain: isSure && (account === null || account.isCertain),
    candidates: names.slice(0, MOST_CANDIDATES).map((name) => candidate(signs, name, evidenceFor(name, signs, presence))),
  };
}

function namesFor({ profileName, presence }: OwnerSigns): { names: string[]; isSure: boolean } {
  const isPresent = presence.names.some(({ name }) => nameKey(name) === nameKey(profileName));
  if (profileName !== '' && (presence.threads === 0 || isPresent)) return { names: [profileName], isSure: true };
  if (presence.owner !== null) return { names: [presence.owner], isSure: true };
  if (presence.threads === 0) return { names: [], isSure: true };
  return { names: presence.names.map(({ name }) => name), isSure: false };
}

function candidate({ platform, account }: OwnerSigns, name: string, evidence: string): OwnerCandidate {
  const byName = name === '' ? [] : [ownerByName(platform, name)];
  if (!account) return { identity: byName[0] ?? ownerByName(platform, ''), displayName: name, evidence };
  return { identity: account.identity, ...(byName.length > 0 ? { also: byName } : {}), displayName: name || account.identity.key, profileUrl: account.profileUrl, evidence };
}

function evidenceFor(name: string, { account, profileName }: OwnerSigns, presence: Presence): string {
  const inThreads = presence.names.find((one) => nameKey(one.name) === nameKey(name))?.threads ?? 0;
  const isOnProfile = nameKey(profileName) === nameKey(name);
  const reasons = [
    ...(isOnProfile ? ['Their name is on the profile in this archive'] : []),
    ...(inThreads > 0 ? [`${isOnProfile ? 'it' : 'The name'} is in ${inThreads} of the ${counted(presence.threads, 'conversation', 'conversations')} looked at`] : []),
  ];
  return `${reasons.join(', and ')}.${account ? ` ${account.evidence}` : ''}`;
}
