/** Whose archive it is: actor.json says so; else whoever acts in the outbox. */
import type { Archive, OwnerFinding, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { readJsonArray } from '../reading/json-array';
import { readJson } from '../reading/json-text';
import { isObject, textIn } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { fileOf } from '../reading/part-file';
import { handleIdentity, personAt, webAddress } from './people';
import type { Person } from './people';

/** An actor has some kilobytes; with a picture inside it may have more. */
const MOST_ACTOR_BYTES = 5_000_000;

export type Owner = Person & { displayName: string; evidence: string };

export async function findOwner(archive: Archive, recognition: Recognition): Promise<OwnerFinding> {
  const owner = await ownerOf(archive, recognition);
  if (!owner) return { certain: false, candidates: [] };
  const { identity, handle, displayName, evidence } = owner;
  const also = handle === '' ? {} : { also: [handleIdentity(handle)] };
  return { certain: true, candidates: [{ identity, displayName, profileUrl: identity.key, evidence, ...also }] };
}

export async function ownerOf(archive: Archive, { parts }: Recognition): Promise<Owner | null> {
  const actor = parts.find(({ kind }) => kind === 'actor');
  const stated = actor ? await statedOwner(archive, actor.path) : null;
  const outbox = parts.find(({ kind }) => kind === 'outbox');
  return stated ?? (outbox ? actingOwner(archive, outbox.path) : null);
}

async function statedOwner(archive: Archive, path: string): Promise<Owner | null> {
  let actor: unknown;
  try {
    actor = await readJson(fileOf(archive, path), MOST_ACTOR_BYTES);
  } catch (error) {
    if (error instanceof ArchiveProblem) return null; // The outbox tells as well.
    throw error;
  }
  if (!isObject(actor)) return null;
  const uri = textIn(actor, 'id');
  const name = textIn(actor, 'preferredUsername');
  const person = personAt(uri, name);
  if (!person) return null;
  const displayName = cleanName(textIn(actor, 'name')).slice(0, 200) || name;
  return { ...person, displayName, evidence: 'The archive’s actor.json names this account.' };
}

async function actingOwner(archive: Archive, path: string): Promise<Owner | null> {
  for await (const { elements } of readJsonArray(fileOf(archive, path), { under: 'orderedItems' })) {
    for (const element of elements) {
      const person = 'value' in element && isObject(element.value) ? personAt(textIn(element.value, 'actor')) : null;
      if (person) {
        const displayName = person.handle || (webAddress(person.identity.key)?.host ?? '');
        return { ...person, displayName, evidence: 'The posts in the archive are this account’s.' };
      }
    }
  }
  return null;
}
