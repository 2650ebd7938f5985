/** Whose export it is: a whole one says so, and a chat between two bears the number of the other one. */
import { counted } from '../../lib/text';
import type { Archive, OwnerCandidate, OwnerFinding, Recognition } from '../contract';
import { fileOf } from '../reading/part-file';
import { userIdentity } from './people';
import { surveyExport } from './survey';
import type { Chat, Survey } from './survey';

const MOST_CANDIDATES = 12;

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const chats: Chat[] = [];
  for (const { path, kind } of recognition.parts) {
    const isTold = (survey: Survey) => kind === 'account' && survey.owner !== null;
    const { owner, chats: found } = await surveyExport(fileOf(archive, path), isTold);
    if (owner) return { certain: true, candidates: [{ ...owner, evidence: 'The export says that it is theirs.' }] };
    chats.push(...found.values());
  }
  return among(chats);
}

interface Suspect {
  key: string;
  name: string;
  messages: number;
  /** Chats between two in which they stand across from the one the chat is with. */
  across: number;
  /** Chats between two that are with them. */
  partner: number;
}

function among(chats: readonly Chat[]): OwnerFinding {
  const suspects = new Map<string, Suspect>();
  for (const chat of chats) {
    for (const [key, { name, messages }] of chat.senders) {
      const suspect = suspects.get(key) ?? { key, name, messages: 0, across: 0, partner: 0 };
      suspects.set(key, suspect);
      suspect.messages += messages;
      if (chat.type !== 'personal_chat') continue;
      if (key === chat.id) suspect.partner += 1;
      else suspect.across += 1;
    }
  }
  const list = [...suspects.values()]
    .filter(({ partner }) => partner === 0)
    .sort((a, b) => b.across - a.across || b.messages - a.messages || (a.key < b.key ? -1 : 1));
  const across = list.filter((suspect) => suspect.across > 0);
  return { certain: across.length === 1, candidates: list.slice(0, MOST_CANDIDATES).map(candidate) };
}

function candidate({ key, name, messages, across }: Suspect): OwnerCandidate {
  const evidence =
    across > 0
      ? `${across === 1 ? 'The chat between two is' : `${counted(across, 'chat', 'chats')} between two are`} with somebody else, and they are the other one in it.`
      : `They wrote ${counted(messages, 'message', 'messages')}.`;
  return { identity: userIdentity(key), displayName: name || key, evidence };
}
