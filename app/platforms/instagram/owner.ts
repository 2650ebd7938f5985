/** Whose Instagram export it is. */
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { fileOf, isPage, loadJson, loadPage } from '../meta/load';
import { ownerFrom } from '../meta/owner';
import { mainOf } from '../meta/page';
import { plainName } from '../meta/plain-text';
import { presenceIn } from '../meta/presence';
import type { Presence } from '../meta/presence';
import { dict, list, text } from '../meta/shapes';
import { threadFile, threadId } from '../meta/thread-files';
import { entryOfJson, fieldsOf } from './entries';
import type { EntryField } from './entries';
import { handleIdentity, handleIn, profileUrl } from './handles';
import { handleInFields } from './lists';

export interface Profile {
  /** '' where the archive has no profile. */
  handle: string;
  name: string;
}

const NAME_LABELS = /^(?:name|naam|nom|nombre|nome|namn|navn|nimi|imię(?: i nazwisko)?|ad|jméno|név|nume|nama|имя|ім’я|όνομα)$/i;

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const { handle, name } = await profileIn(archive, recognition);
  const named = handle === '' ? handleInNames(archive) : null;
  const known = handle || named;
  return ownerFrom({
    platform: 'instagram',
    account: known
      ? {
          identity: handleIdentity('instagram', known),
          profileUrl: profileUrl('instagram', known),
          evidence: handle === '' ? 'Instagram put this handle into the name of the archive.' : 'The handle is on the profile in this archive.',
          isCertain: true,
        }
      : null,
    profileName: name,
    presence: await presenceOf(archive, recognition),
  });
}

/** One message file of each thread, the newest. */
export function presenceOf(archive: Archive, recognition: Recognition): Promise<Presence> {
  const paths = new Map<string, string>();
  for (const { path, kind } of recognition.parts) {
    if (kind !== 'messages') continue;
    const thread = threadFile(path);
    const id = thread ? threadId(thread.name) : path;
    if (!paths.has(id)) paths.set(id, path);
  }
  return presenceIn(archive, [...paths.values()]);
}

export async function profileIn(archive: Archive, recognition: Recognition): Promise<Profile> {
  const part = recognition.parts.find(({ kind }) => kind === 'profile');
  if (!part) return { handle: '', name: '' };
  try {
    const file = fileOf(archive, part.path);
    return isPage(part.path) ? profileOf(fieldsOf(mainOf(await loadPage(file)))) : profileOfJson(await loadJson(file));
  } catch (error) {
    if (error instanceof ArchiveProblem) return { handle: '', name: '' };
    throw error;
  }
}

function profileOfJson(value: unknown): Profile {
  const file = dict(value);
  // 2020 and before.
  if (text(file?.username) !== '') return { handle: handleIn(text(file?.username)) ?? '', name: plainName(text(file?.name)) };
  const fields = list(file?.profile_user ?? value).flatMap((one) => entryOfJson(one)?.fields ?? []);
  return profileOf(fields);
}

function profileOf(fields: readonly EntryField[]): Profile {
  const handle = handleInFields({ fields: fields.filter(({ value }) => !value.includes('@') && !/^(?:true|false|\d[\d\s-]*)$/i.test(value)) });
  const name = fields.find(({ label }) => NAME_LABELS.test(label));
  return { handle: handle ?? '', name: plainName(name?.value ?? '') };
}

/** "instagram-anna-2025-01-31-Ab12Cd.zip", or a folder so called inside. Null where there are two of them. */
function handleInNames(archive: Archive): string | null {
  const found = new Set<string>();
  for (const name of [archive.name, ...archive.files.map(({ path }) => path)]) {
    const handle = /(?:^|\/)instagram-([a-z0-9._]{1,30})-20\d\d-\d\d-\d\d-/i.exec(name)?.[1];
    if (handle) found.add(handle.toLowerCase());
  }
  return found.size === 1 ? [...found][0] ?? null : null;
}
