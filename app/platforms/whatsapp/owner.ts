/** "Which one is you?" A chat never says, so the likeliest are offered. */
import { counted } from '../../lib/text';
import type { Archive, OwnerCandidate, OwnerFinding, Recognition } from '../contract';
import { ownerIdentity, phoneUrl } from './author';
import type { Author } from './author';
import { isTheGroup, isTitledAfter, surveyAll } from './survey';
import type { Survey } from './survey';

const MOST_CANDIDATES = 12;

interface Suspect {
  author: Author;
  /** Took a message back on this phone. */
  tookBack: boolean;
  /** Chats between two that are called after the other one. */
  oneToOnes: number;
  chats: number;
  messages: number;
  /** Chats called after them: then they are the other one. */
  titled: number;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const surveys = await surveyAll(archive, recognition);
  const suspects = ranked(suspectsIn(surveys)).filter((suspect) => !isTheOther(suspect, surveys));
  return {
    certain: isCertain(suspects, surveys),
    candidates: suspects.slice(0, MOST_CANDIDATES).map((suspect) => candidate(suspect, surveys.length)),
  };
}

function suspectsIn(surveys: readonly Survey[]): Suspect[] {
  const suspects = new Map<string, Suspect>();
  for (const survey of surveys) {
    const authors = [...survey.authors.values()].filter((author) => !isTheGroup(survey, author));
    for (const author of authors) {
      const suspect = suspects.get(author.key) ?? { author, tookBack: false, oneToOnes: 0, chats: 0, messages: 0, titled: 0 };
      suspects.set(author.key, suspect);
      suspect.chats += 1;
      suspect.messages += author.messages;
      suspect.tookBack ||= survey.owners.has(author.key);
      if (isTitledAfter(survey, author)) suspect.titled += 1;
      else if (authors.length === 2 && authors.some((other) => isTitledAfter(survey, other))) suspect.oneToOnes += 1;
    }
  }
  return [...suspects.values()];
}

const ranked = (suspects: readonly Suspect[]): Suspect[] =>
  [...suspects].sort(
    (a, b) =>
      Number(b.tookBack) - Number(a.tookBack) ||
      a.titled - b.titled ||
      b.oneToOnes - a.oneToOnes ||
      b.chats - a.chats ||
      b.messages - a.messages ||
      (a.author.key < b.author.key ? -1 : 1),
  );

/** A chat called after its only author holds nothing of the user. */
const isTheOther = (suspect: Suspect, surveys: readonly Survey[]): boolean =>
  suspect.titled === suspect.chats && surveys.every(({ authors }) => authors.size === 1 || !authors.has(suspect.author.key));

/** One alone took messages back on this phone, or one alone stands across from everybody in several chats between two. */
function isCertain(suspects: readonly Suspect[], surveys: readonly Survey[]): boolean {
  const tookBack = suspects.filter((suspect) => suspect.tookBack);
  if (tookBack.length > 0) return tookBack.length === 1;
  const [first] = suspects;
  return first !== undefined && first.oneToOnes >= 2 && first.chats === surveys.length && suspects.every((one) => one === first || one.oneToOnes === 0);
}

function candidate({ author, tookBack, oneToOnes, chats, messages, titled }: Suspect, total: number): OwnerCandidate {
  const reasons = [
    ...(tookBack ? ['They took a message back on the phone this comes from'] : []),
    ...(oneToOnes > 0 ? [`${counted(oneToOnes, 'chat is', 'chats are')} called after the other one in it`] : []),
    ...(titled > 0 ? ['The chat is called after them, so they are rather the other one'] : []),
    `they wrote ${counted(messages, 'message', 'messages')} in ${chats} of ${counted(total, 'chat', 'chats')}`,
  ].join(', and ');
  return {
    identity: ownerIdentity(author),
    displayName: author.displayName,
    ...(author.phone === '' ? {} : { profileUrl: phoneUrl(author.phone) }),
    evidence: `${reasons.charAt(0).toUpperCase()}${reasons.slice(1)}.`,
  };
}
