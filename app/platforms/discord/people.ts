/** Who is who on Discord: a snowflake is the key; user names and the names people show may change. */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';
import { fieldsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { cleanName, namedPerson } from '../reading/names';

export interface Person {
  id: string;
  /** "nova", or "nova#1234" of the time before user names were one of a kind. */
  handle: string;
  displayName: string;
}

export const discordIdentity = (id: string): IdentityRef => ({ platform: 'discord', kind: 'id', key: id, scope: '' });

export const isSnowflake = (id: string): boolean => /^\d{1,20}$/.test(id);

/** A user as Discord's own files give one. */
export function personIn(user: JsonObject): Person | null {
  const id = textIn(user, 'id');
  if (!isSnowflake(id)) return null;
  const handle = handleOf(textIn(user, 'username') || textIn(user, 'name'), textIn(user, 'discriminator'));
  const displayName = cleanName(textIn(user, 'nickname') || textIn(user, 'global_name') || textIn(user, 'display_name'));
  return { id, handle, displayName: displayName || handle.replace(/#\d+$/, '') };
}

/** Discriminators of four zeros, or of one, say that there is none. */
export function handleOf(name: string, discriminator: string): string {
  const clean = cleanName(name).slice(0, 100);
  if (clean === '' || /^deleted[ _]user\b/i.test(clean)) return '';
  return /^\d{1,4}$/.test(discriminator) && Number(discriminator) > 0 ? `${clean}#${discriminator}` : clean.toLowerCase();
}

/** What Discord calls accounts that are gone. */
export const isGone = (name: string): boolean => /^deleted[ _]user(?:[ _#]|$)/i.test(name.trim());

export function identityRecord({ id, handle, displayName }: Person): IdentityRecord {
  const gone = isGone(displayName) || isGone(handle);
  return {
    record: 'identity',
    ...discordIdentity(id),
    ...(handle === '' ? {} : { handle }),
    ...(displayName === '' ? {} : { displayName }),
    profileUrl: `https://discord.com/users/${id}`,
    evidence: displayName === '' ? 'stub' : 'export',
    ...(gone ? { gone: true } : {}),
  };
}

/** Somebody of whom only that is left: known in one conversation. */
export const goneIdentity = (channel: string): IdentityRef => namedPerson('discord', 'Deleted User', channel);

/** The user of a row, null where there is none. */
export const userOf = (row: JsonObject): Person | null => personIn(fieldsIn(row, 'user'));
