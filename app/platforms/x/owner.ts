/** Whose archive it is. */
import type { IdentityRef } from '../../domain/activity';
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { readJsonArray } from '../reading/json-array';
import { isObject, fieldsIn, textIn } from '../reading/json-fields';
import { fileOf } from '../reading/part-file';
import { readManifest } from './manifest';
import { byHandle, byId, isUserId } from './people';

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
