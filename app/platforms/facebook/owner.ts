/** Whose Facebook export it is. */
import type { IdentityRef } from '../../domain/activity';
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { fileOf, isPage, loadJson } from '../meta/load';
import { ownerFrom } from '../meta/owner';
import { plainName } from '../meta/plain-text';
import { presenceIn } from '../meta/presence';
import type { Presence } from '../meta/presence';
import { dict, text } from '../meta/shapes';
import { threadFile, threadId } from '../meta/thread-files';

export interface Profile {
  /** '' where the archive has no profile. */
  name: string;
  account: IdentityRef | null;
}

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const { name, account } = await profileIn(archive, recognition);
  return ownerFrom({
    platform: 'facebook',
    account: account && { identity: account, profileUrl: profileUrl(account), evidence: 'The address is on the profile in this archive.', isCertain: true },
    profileName: name,
    presence: await presenceOf(archive, recognition),
  });
}

/** One message file of each thread, the newest. */
export function presenceOf(archive: Archive, recognition: Recognition): Promise<Presence> {
  const paths = new Map<string, string>();
  for (const { path, kind } of recognition.parts) {
    const thread = threadFile(path);
    const id = thread ? threadId(thread.name) : path;
    if (kind === 'messages' && !paths.has(id)) paths.set(id, path);
  }
  return presenceIn(archive, [...paths.values()]);
}

/** `profile_v2` of profile_information.json; until 2019 `profile` with the name as text. */
export async function profileIn(archive: Archive, recognition: Recognition): Promise<Profile> {
  const part = recognition.parts.find(({ kind, path }) => kind === 'profile' && !isPage(path));
  const nobody: Profile = { name: '', account: null };
  if (!part) return nobody;
  try {
    const file = dict(await loadJson(fileOf(archive, part.path)));
    const profile = dict(Object.entries(file ?? {}).find(([key]) => /^profile(?:_v\d)?$/.test(key))?.[1]);
    const name = text(profile?.name) || text(dict(profile?.name)?.full_name);
    return { name: plainName(name), account: accountAt(text(profile?.profile_uri)) };
  } catch (error) {
    if (error instanceof ArchiveProblem) return nobody;
    throw error;
  }
}

/** The user's own address; nobody else's stands in the export. */
function accountAt(address: string): IdentityRef | null {
  const rest = /^https?:\/\/(?:[a-z-]{1,5}\.)?facebook\.com\/([^\s#]{1,200})$/i.exec(address.trim())?.[1] ?? '';
  const id = /^profile\.php\?id=(\d{3,20})(?:&|$)/.exec(rest)?.[1];
  if (id !== undefined) return { platform: 'facebook', kind: 'id', key: id, scope: '' };
  const handle = /^([a-z0-9.]{3,60})\/?(?:\?|$)/i.exec(rest)?.[1]?.toLowerCase();
  if (handle === undefined || handle === 'profile.php') return null;
  return { platform: 'facebook', kind: /^\d+$/.test(handle) ? 'id' : 'handle', key: handle, scope: '' };
}

const profileUrl = ({ kind, key }: IdentityRef): string =>
  kind === 'id' ? `https://www.facebook.com/profile.php?id=${key}` : `https://www.facebook.com/${key}`;
