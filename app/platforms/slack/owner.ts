/** Whose export it is: Slack never says, so those who can have made it are offered, the likeliest first. */
import { counted } from '../../lib/text';
import type { Archive, OwnerCandidate, OwnerFinding } from '../contract';
import { isObject, textIn } from '../reading/json-fields';
import { readDay } from './days';
import { layoutOf, readConversations, readMembers } from './layout';
import type { Layout, SlackConversation } from './layout';
import { slackIdentity } from './roster';
import type { Member } from './roster';

/** Enough to find oneself in, few enough to look through. */
const MOST_CANDIDATES = 25;
/** Days looked at for who writes most. */
const MOST_DAYS = 300;

interface Suspect {
  member: Member;
  /** Conversations between two or a few that they take part in. */
  personal: number;
  messages: number;
}

export async function findOwner(archive: Archive): Promise<OwnerFinding> {
  const layout = layoutOf(archive);
  const members = await readMembers(layout);
  const suspects = new Map<string, Suspect>();
  for (const member of members.values()) {
    if (!member.isBot && !member.isDeleted) suspects.set(member.id, { member, personal: 0, messages: 0 });
  }
  const personal = (await readConversations(layout)).filter(({ kind }) => kind === 'dm' || kind === 'group');
  for (const { members: ids } of personal) for (const id of ids) countPersonal(suspects.get(id));
  await countMessages(layout, personal, suspects);
  const ranked = [...suspects.values()].sort(
    (a, b) =>
      b.personal - a.personal || b.messages - a.messages || b.member.rank - a.member.rank || (a.member.displayName < b.member.displayName ? -1 : 1),
  );
  // Never certain: an administrator's export holds conversations they take no part in.
  return { certain: false, candidates: ranked.slice(0, MOST_CANDIDATES).map((suspect) => candidate(suspect, personal.length)) };
}

function countPersonal(suspect: Suspect | undefined): void {
  if (suspect) suspect.personal += 1;
}

async function countMessages(layout: Layout, personal: readonly SlackConversation[], suspects: ReadonlyMap<string, Suspect>): Promise<void> {
  const folders = personal.length > 0 ? personal.map(({ folder }) => folder) : [...layout.days.keys()];
  for (const file of folders.flatMap((folder) => layout.days.get(folder) ?? []).slice(0, MOST_DAYS)) {
    for (const message of (await readDay(file)) ?? []) {
      const suspect = isObject(message) ? suspects.get(textIn(message, 'user')) : undefined;
      if (suspect) suspect.messages += 1;
    }
  }
}

const RANKS = ['', 'an administrator of the workspace', 'an owner of the workspace', 'the primary owner of the workspace'] as const;

function candidate({ member, personal, messages }: Suspect, total: number): OwnerCandidate {
  const reasons = [
    ...(personal > 0 ? [`they take part in ${personal} of ${counted(total, 'direct conversation', 'direct conversations')}`] : []),
    ...(messages > 0 ? [`they wrote ${counted(messages, 'message', 'messages')} in what was looked at`] : []),
    ...(member.rank > 0 ? [`they are ${RANKS[member.rank]}`] : []),
  ];
  const sentence = reasons.length === 0 ? 'they are a member of the workspace' : reasons.join(', and ');
  return {
    identity: slackIdentity(member.id),
    ...(member.email === '' ? {} : { also: [{ platform: 'email', kind: 'email', key: member.email, scope: '' } as const] }),
    displayName: member.displayName || member.id,
    evidence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
  };
}
