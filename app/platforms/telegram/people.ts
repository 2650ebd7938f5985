/** Who is who in Telegram: the number of an account is its key; names and user names may change. */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';
import { isObject, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { phoneKey } from '../reading/phone';

/** Old exports give bare numbers; users' came first, groups and channels were counted from here. */
const FIRST_GROUP = 4_294_967_296;

export const userIdentity = (id: string): IdentityRef => ({ platform: 'telegram', kind: 'id', key: id, scope: '' });

/**
 * "user100000002" and the bare number of old exports are a person; "channel…" and what stands for a group are not, and give
 * their whole text as key.
 */
export function senderOf(fromId: string): { identity: IdentityRef; isPerson: boolean } | null {
  const id = fromId.trim();
  const user = /^(?:user)?(\d{1,19})$/.exec(id)?.[1];
  if (user !== undefined && (id.startsWith('user') || Number(user) < FIRST_GROUP)) return { identity: userIdentity(user), isPerson: true };
  return /^[a-z]*\d{1,19}$/.test(id) ? { identity: userIdentity(id), isPerson: false } : null;
}

export interface Owner {
  identity: IdentityRef;
  also: IdentityRef[];
  displayName: string;
}

/** personal_information of a full export. */
export function ownerIn(value: unknown): Owner | null {
  if (!isObject(value)) return null;
  const id = textIn(value, 'user_id');
  if (!/^\d{1,19}$/.test(id)) return null;
  const handle = handleOf(textIn(value, 'username'));
  const phone = phoneKey(textIn(value, 'phone_number'), true);
  return {
    identity: userIdentity(id),
    also: [
      ...(handle === '' ? [] : [{ platform: 'telegram', kind: 'handle', key: handle, scope: '' } as const]),
      ...(phone === '' ? [] : [{ platform: 'telegram', kind: 'phone', key: phone, scope: '' } as const]),
    ],
    displayName: fullName(value) || handle || id,
  };
}

/** A row of the address book. Without an account of Telegram's the number is the key; without either it is nobody. */
export function contactIn(value: unknown): IdentityRecord | null {
  if (!isObject(value)) return null;
  const id = textIn(value, 'user_id');
  const phone = phoneKey(textIn(value, 'phone_number'), true);
  const name = fullName(value);
  const hasId = /^[1-9]\d{0,18}$/.test(id);
  if (!hasId && phone === '') return null;
  return {
    record: 'identity',
    ...(hasId ? userIdentity(id) : { platform: 'telegram', kind: 'phone', key: phone, scope: '' }),
    ...(name === '' ? {} : { displayName: name }),
    ...(phone === '' ? {} : { phone }),
    evidence: 'export',
    listed: true,
  };
}

function fullName(object: JsonObject): string {
  return cleanName(`${textIn(object, 'first_name')} ${textIn(object, 'last_name')}`);
}

/** "@ana" or "ana", as a key. */
export const handleOf = (written: string): string => {
  const handle = written.trim().replace(/^@/, '').toLowerCase();
  return /^[a-z0-9_]{3,40}$/.test(handle) ? handle : '';
};

/** Whom Telegram counts among those the user talks with most; other things (bots, groups, calls by app) are none. */
export function frequentIn(value: unknown): { identity: IdentityRef; name: string; category: string; rating: number } | null {
  if (!isObject(value) || !['user', 'correspondent', ''].includes(textIn(value, 'type'))) return null;
  const id = textIn(value, 'id').replace(/^user/, '');
  const rating = Number(textIn(value, 'rating'));
  const category = textIn(value, 'category').slice(0, 40);
  if (!/^[1-9]\d{0,18}$/.test(id) || !Number.isFinite(rating) || /bot/.test(category)) return null;
  return { identity: userIdentity(id), name: cleanName(textIn(value, 'name')), category, rating };
}

