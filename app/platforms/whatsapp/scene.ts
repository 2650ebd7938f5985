/** A chat as it stands: who the user is in it, who else, and whether it is a group. */
import type { CanonicalRecord, IdentityRecord, IdentityRef } from '../../domain/activity';
import type { Own } from '../contract';
import { nameKey } from '../reading/names';
import { phoneKey } from '../reading/phone';
import { identityOf, phoneUrl } from './author';
import type { Author } from './author';
import { isTheGroup, isTitledAfter } from './survey';
import type { Survey } from './survey';

export interface Member {
  author: Author;
  identity: IdentityRef;
}

export interface Scene {
  conversation: string;
  title: string;
  isGroup: boolean;
  /** Null where the account knows nobody as the user. */
  self: IdentityRef | null;
  isOwn: IsOwn;
  others: Map<string, Member>;
  /** Key under which WhatsApp's own lines stand; '' where they have no author. */
  group: string;
  /** The number the chat is called after: that of the only other one, who goes by another name in it. */
  phone: string;
}

/** Whether an author is the user. */
export type IsOwn = (author: Author) => boolean;

export function ownAuthors({ identities, displayName }: Own): IsOwn {
  const keys = new Set(identities.map(({ key }) => key));
  if (identities.length > 0) keys.add(nameKey(displayName));
  keys.delete('');
  return ({ key }) => keys.has(key);
}

export function setScene(survey: Survey, own: Own, isOwn: IsOwn): Scene {
  const written = [...survey.authors.values()];
  const mine = ownIn(survey, written, own, isOwn);
  const authors = written.filter((author) => !mine(author) && !isTheGroup(survey, author));
  const [only] = authors;
  const titlePhone = phoneKey(survey.title ?? '');
  const isAloneTitled = authors.length === 1 && only !== undefined && (survey.title === null || titlePhone !== '' || isTitledAfter(survey, only));
  const isGroup = authors.length > 1 || survey.saysGroup || (authors.length === 1 && !isAloneTitled);
  // Between two, the other one tells the chats apart, whatever the file is called.
  const conversation = !isGroup && only ? titlePhone || only.key : nameKey(survey.title ?? survey.path);
  const others = new Map(authors.map((author) => [author.key, { author, identity: identityOf(author, conversation) }]));
  const title = survey.title ?? (isGroup ? '' : (only?.displayName ?? ''));
  return { conversation, title, isGroup, isOwn: mine, self: own.identities[0] ?? null, others, group: written.find((author) => isTheGroup(survey, author))?.key ?? '', phone: !isGroup && only?.phone === '' ? titlePhone : '' };
}

/** The user may have gone by another name when they wrote: across from the one a chat is called after, it is them. */
function ownIn(survey: Survey, written: readonly Author[], own: Own, isOwn: IsOwn): IsOwn {
  const across = written.filter((author) => !isTitledAfter(survey, author));
  const isRenamed = own.identities.length > 0 && written.length === 2 && across.length === 1 && !written.some(isOwn);
  return isRenamed ? ({ key }) => key === across[0]?.key : isOwn;
}

/** Everybody in the chat and the chat itself, before its first message. */
export function introduce(scene: Scene, own: Own): CanonicalRecord[] {
  const members = [...scene.others.values()];
  const records: CanonicalRecord[] = members.map((member) => identityRecord(member, scene.phone));
  if (scene.self !== null) records.unshift({ record: 'identity', ...scene.self, ...(own.displayName === '' ? {} : { displayName: own.displayName }), evidence: 'export' });
  const phone = scene.isGroup ? '' : scene.phone || (members[0]?.author.phone ?? '');
  records.push({
    record: 'conversation',
    externalId: scene.conversation,
    kind: scene.isGroup ? 'group' : 'dm',
    ...(scene.title === '' ? {} : { title: scene.title }),
    participants: [...(scene.self === null ? [] : [scene.self]), ...members.map(({ identity }) => identity)],
    ...(phone === '' ? {} : { nativeUrl: phoneUrl(phone) }),
  });
  return records;
}

function identityRecord({ author, identity }: Member, titlePhone: string): IdentityRecord {
  const phone = author.phone || titlePhone;
  return {
    record: 'identity',
    ...identity,
    displayName: author.displayName,
    ...(phone === '' ? {} : { phone, profileUrl: phoneUrl(phone) }),
    evidence: 'export',
  };
}
