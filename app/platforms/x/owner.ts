/** Whose archive it is. */
import type { IdentityRef } from '../../domain/activity';
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { readJsonArray } from '../reading/json-array';
import { isObject, fieldsIn, textIn } from '../reading/json-fields';
import { fileOf } from '../reading/part-file';
import { readManifest } from './manifest';
import { byHandle, byId, isUserId } from './people';
import { postOf } from './posts';

export interface Account {
  id: string;
  /** '' where not told. */
  handle: string;
  displayName: string;
  evidence: string;
}

const MOST_CANDIDATES = 5;

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const stated = await statedAccount(archive, recognition);
  if (stated) return { certain: true, candidates: [candidateOf(stated)] };
  const thread = await threadAuthor(archive, recognition);
  if (thread) return { certain: true, candidates: [candidateOf(thread)] };
  const { total, counts } = await countMembers(archive, recognition);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CANDIDATES);
  const inAll = sorted.filter(([, count]) => count === total);
  return {
    certain: total >= 2 && inAll.length === 1,
    candidates: sorted.map(([id, count]) =>
      candidateOf({ id, handle: '', displayName: `X user ${id}`, evidence: `This account takes part in ${count} of ${total} conversations of two.` }),
    ),
  };
}

/** What account.js says, or the manifest; null where neither is there. */
export async function statedAccount(archive: Archive, recognition: Recognition): Promise<Account | null> {
  for (const { path, kind } of recognition.parts) {
    if (kind === 'account') {
      for await (const { elements } of readJsonArray(fileOf(archive, path))) {
        for (const element of elements) {
          const account = 'value' in element && isObject(element.value) ? fieldsIn(element.value, 'account') : {};
          const id = textIn(account, 'accountId');
          if (isUserId(id)) {
            return { id, handle: textIn(account, 'username'), displayName: textIn(account, 'accountDisplayName'), evidence: 'The archive’s account.js names this account.' };
          }
        }
      }
    }
    if (kind === 'manifest') {
      const manifest = await readManifest(fileOf(archive, path));
      if (manifest && isUserId(manifest.accountId)) {
        const { accountId: id, handle, displayName } = manifest;
        return { id, handle, displayName, evidence: 'X’s own list of the archive’s files names this account.' };
      }
    }
  }
  return null;
}

function candidateOf({ id, handle, displayName, evidence }: Account): OwnerFinding['candidates'][number] {
  const also: IdentityRef[] = handle === '' ? [] : [byHandle(handle)];
  return {
    identity: byId(id),
    displayName: displayName || (handle === '' ? `X user ${id}` : `@${handle}`),
    profileUrl: `https://x.com/i/user/${id}`,
    evidence,
    ...(also.length === 0 ? {} : { also }),
  };
}

/** Posts remembered while looking for threads. */
const MOST_POSTS = 200_000;

/** Who goes on a post of the archive goes on their own: threads tell who the user is. Null for none. */
async function threadAuthor(archive: Archive, { parts }: Recognition): Promise<Account | null> {
  const posts = new Set<string>();
  const answers: { status: string; id: string; handle: string }[] = [];
  for (const { path } of parts.filter(({ kind }) => kind === 'tweets')) {
    for await (const { elements } of readJsonArray(fileOf(archive, path))) {
      for (const element of elements) {
        const post = 'value' in element ? postOf(element.value) : null;
        if (!post || posts.size >= MOST_POSTS) continue;
        const [status, id] = [textIn(post, 'in_reply_to_status_id_str'), textIn(post, 'in_reply_to_user_id_str')];
        posts.add(textIn(post, 'id_str'));
        if (isUserId(status) && isUserId(id)) answers.push({ status, id, handle: textIn(post, 'in_reply_to_screen_name') });
      }
    }
  }
  const own = answers.find(({ status }) => posts.has(status));
  return own ? { id: own.id, handle: own.handle, displayName: '', evidence: 'Posts in the archive go on earlier ones of this account’s.' } : null;
}

/** How many conversations of two each account takes part in: their ids are made of the two. */
async function countMembers(archive: Archive, recognition: Recognition): Promise<{ total: number; counts: Map<string, number> }> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { path, kind } of recognition.parts) {
    if (kind !== 'messages' && kind !== 'headers') continue;
    for await (const { elements } of readJsonArray(fileOf(archive, path))) {
      for (const element of elements) {
        if (!('value' in element) || !isObject(element.value)) continue;
        const members = textIn(fieldsIn(element.value, 'dmConversation'), 'conversationId').split('-').filter(isUserId);
        if (members.length !== 2 || members[0] === members[1]) continue;
        total += 1;
        for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
      }
    }
  }
  return { total, counts };
}
