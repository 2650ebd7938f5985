/** Who an archive belongs to. LinkedIn nowhere gives the user's own address, so it is concluded, and asked when unsure. */
import type { IdentityRef } from '../../domain/activity';
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { identityId } from './cast';
import type { Casts, Person } from './cast';
import { nameIdentity, OWNER_SCOPE } from './names';
import { cleanName, nameKey } from '../reading/names';
import { gatherCasts, rowsOf } from './parts';
import { profileIdentity, profileUrl } from './slug';

/** The owner is in every conversation. Old exports lack the recipients' addresses, hence nearly. */
const NEARLY_ALL = 0.9;
/** With a single conversation both sides are in all of them. */
const ENOUGH_CONVERSATIONS = 2;
const MOST_CANDIDATES = 5;

interface Suspect {
  identity: IdentityRef;
  displayName: string;
  invitations: number;
  conversations: number;
  bearsProfileName: boolean;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const profileName = await nameOnProfile(archive, recognition);
  const casts = await gatherCasts(archive, recognition);
  const suspects = new Map<string, Suspect>();
  for (const person of casts.people()) suspects.set(identityId(person.identity), suspectOf(person, profileName));
  await countInvitations(archive, recognition, profileName, suspects);
  const list = [...suspects.values()];
  const chosen = choose(list, casts, profileName !== null);
  if (chosen) {
    const rest = ranked(list).filter((suspect) => suspect !== chosen);
    return finding(true, [chosen, ...rest.filter(isLikely)], casts, profileName);
  }
  const isOnProfile = list.some(({ bearsProfileName }) => bearsProfileName);
  const isTold =
    isOnProfile || list.some(({ invitations, conversations }) => invitations > 0 || isEverywhere(conversations, casts));
  if (list.length === 0 || (profileName !== null && !isTold)) return nameOnly(casts, profileName);
  const unsure = finding(false, ranked(list), casts, profileName);
  // Messages that only came in never show the owner's address: then the name has to be among the choices.
  if (profileName !== null && !isOnProfile) unsure.candidates.unshift(...nameOnly(casts, profileName).candidates);
  return unsure;
}

const isEverywhere = (conversations: number, casts: Casts) =>
  conversations >= casts.conversations * NEARLY_ALL && conversations > 0;

async function nameOnProfile(archive: Archive, recognition: Recognition): Promise<string | null> {
  for await (const { row } of rowsOf(archive, recognition, 'profile')) {
    const name = cleanName(`${row.cell('first name')} ${row.cell('last name')}`);
    if (name !== '') return name;
  }
  return null;
}

const suspectOf = (person: Person, profileName: string | null): Suspect => ({
  identity: person.identity,
  displayName: person.displayName ?? '',
  invitations: 0,
  conversations: person.conversations,
  bearsProfileName: profileName !== null && nameKey(person.displayName ?? '') === nameKey(profileName),
});

/** The user is the inviter of what goes out and the invitee of what comes in. */
async function countInvitations(
  archive: Archive,
  recognition: Recognition,
  profileName: string | null,
  suspects: Map<string, Suspect>,
): Promise<void> {
  for await (const { row } of rowsOf(archive, recognition, 'invitations')) {
    const outgoing = row.cell('direction').trim().toUpperCase() === 'OUTGOING';
    const identity = profileIdentity(row.cell(outgoing ? 'inviterprofileurl' : 'inviteeprofileurl'));
    if (identity === null) continue;
    const displayName = cleanName(row.cell(outgoing ? 'from' : 'to'));
    const id = identityId(identity);
    const suspect =
      suspects.get(id) ?? suspectOf({ identity, displayName, evidence: 'export', conversations: 0 }, profileName);
    suspect.invitations += 1;
    suspects.set(id, suspect);
  }
}

/** Certain only where everything that tells anything tells the same, and something does. */
function choose(list: readonly Suspect[], casts: Casts, hasProfile: boolean): Suspect | null {
  const total = casts.conversations;
  const invited = list.filter(({ invitations }) => invitations > 0);
  const named = list.filter(({ bearsProfileName }) => bearsProfileName);
  const everywhere = total >= ENOUGH_CONVERSATIONS ? list.filter((one) => isEverywhere(one.conversations, casts)) : [];
  // Two who are both in all conversations tell nothing; they must only not contradict.
  const telling = [invited, named, ...(everywhere.length === 1 ? [everywhere] : [])].filter((some) => some.length > 0);
  if (telling.length === 0) return null;
  const agreed = list.filter((suspect) => telling.every((some) => some.includes(suspect)));
  const [only] = agreed;
  if (!only || agreed.length > 1) return null;
  // A profile whose name nobody bears, and only presence to go by: another person's profile may have slipped in.
  return hasProfile && named.length === 0 && invited.length === 0 ? null : only;
}

const isLikely = (suspect: Suspect) => suspect.invitations > 0 || suspect.bearsProfileName || suspect.conversations > 1;

const ranked = (list: readonly Suspect[]): Suspect[] =>
  [...list].sort(
    (a, b) =>
      Number(b.bearsProfileName) - Number(a.bearsProfileName) ||
      b.invitations - a.invitations ||
      b.conversations - a.conversations ||
      (a.identity.key < b.identity.key ? -1 : 1),
  );

function finding(
  certain: boolean,
  suspects: readonly Suspect[],
  casts: Casts,
  profileName: string | null,
): OwnerFinding {
  return {
    certain,
    candidates: suspects.slice(0, MOST_CANDIDATES).map((suspect) => ({
      identity: suspect.identity,
      displayName: (suspect.bearsProfileName ? profileName : null) ?? (suspect.displayName || suspect.identity.key),
      profileUrl: profileUrl(suspect.identity),
      evidence: evidenceFor(suspect, casts.conversations),
    })),
  };
}

function evidenceFor(suspect: Suspect, total: number): string {
  const reasons: string[] = [];
  if (suspect.bearsProfileName) reasons.push('Their name is on the profile in this archive');
  if (suspect.invitations > 0) {
    reasons.push(
      `${suspect.invitations} ${
        suspect.invitations === 1 ? 'invitation' : 'invitations'
      } in it went out from or came in to this address`,
    );
  }
  if (suspect.conversations > 0) {
    reasons.push(
      `they take part in ${suspect.conversations} of ${total} ${total === 1 ? 'conversation' : 'conversations'}`,
    );
  }
  const sentence = reasons.join(', and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/**
 * No address to go by: exports whose messages give none, or connections alone. The name on the profile then stands for
 * the owner, in a scope of its own so that a namesake among the contacts can't be taken for them.
 */
function nameOnly(casts: Casts, profileName: string | null): OwnerFinding {
  if (profileName !== null) {
    const identity = nameIdentity(profileName, OWNER_SCOPE);
    return {
      certain: true,
      candidates: [{ identity, displayName: profileName, evidence: 'Their name is on the profile in this archive.' }],
    };
  }
  const total = casts.conversations;
  const names = casts.namesByConversations().slice(0, MOST_CANDIDATES);
  const inNearlyAll = names.filter(({ conversations }) => conversations >= total * NEARLY_ALL);
  return {
    certain: total >= ENOUGH_CONVERSATIONS && inNearlyAll.length === 1,
    candidates: names.map(({ name, conversations }) => ({
      identity: nameIdentity(name, OWNER_SCOPE),
      displayName: name,
      evidence: `The name is in ${conversations} of ${total} ${total === 1 ? 'conversation' : 'conversations'}.`,
    })),
  };
}
