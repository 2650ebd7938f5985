/** The people of a workspace: users.json, where an e-mail address stands beside most. */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';
import { isObject, fieldsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { cleanName } from '../reading/names';
import { phoneKey } from '../reading/phone';

export interface Member {
  id: string;
  /** What people see; '' where nothing is known. */
  displayName: string;
  handle: string;
  email: string;
  phone: string;
  title: string;
  isBot: boolean;
  isDeleted: boolean;
  /** Runs the workspace, and so can export it. */
  rank: 0 | 1 | 2 | 3;
}

/** Slack's own account, which reminds and answers. */
const SLACKBOT = 'USLACKBOT';
const USER_ID = /^[UW][A-Z0-9]{1,20}$/;

export const slackIdentity = (id: string): IdentityRef => ({ platform: 'slack', kind: 'id', key: id, scope: '' });

export const isUserId = (id: string): boolean => USER_ID.test(id);

/** One row of users.json; null for what is none. */
export function memberIn(value: unknown): Member | null {
  if (!isObject(value)) return null;
  const id = textIn(value, 'id');
  if (!isUserId(id)) return null;
  const profile = fieldsIn(value, 'profile');
  const handle = textIn(value, 'name').trim().toLowerCase().slice(0, 100);
  return {
    id,
    displayName: nameIn(profile) || cleanName(textIn(value, 'real_name')) || handle,
    handle,
    email: emailIn(textIn(profile, 'email')),
    phone: phoneKey(textIn(profile, 'phone')),
    title: cleanName(textIn(profile, 'title')).slice(0, 200),
    isBot: value.is_bot === true || value.is_workflow_bot === true || id === SLACKBOT,
    isDeleted: value.deleted === true,
    rank: rankIn(value),
  };
}

/** What a message says of somebody who stands in no list: guests from another company's workspace. */
export function strangerIn(message: JsonObject, id: string): Member | null {
  if (!isUserId(id)) return null;
  const profile = fieldsIn(message, 'user_profile');
  const handle = textIn(profile, 'name').trim().toLowerCase().slice(0, 100);
  return { id, displayName: nameIn(profile) || handle, handle, email: '', phone: '', title: '', isBot: id === SLACKBOT, isDeleted: false, rank: 0 };
}

export const nameIn = (profile: JsonObject): string =>
  cleanName(textIn(profile, 'real_name')) || cleanName(textIn(profile, 'display_name'));

function rankIn(user: JsonObject): Member['rank'] {
  if (user.is_primary_owner === true) return 3;
  if (user.is_owner === true) return 2;
  return user.is_admin === true ? 1 : 0;
}

const emailIn = (written: string): string => {
  const email = written.trim().toLowerCase();
  return /^[^\s@<>"]{1,100}@[^\s@<>"]{1,150}$/.test(email) ? email : '';
};

export function identityRecord(member: Member): IdentityRecord {
  return {
    record: 'identity',
    ...slackIdentity(member.id),
    ...(member.handle === '' ? {} : { handle: member.handle }),
    ...(member.displayName === '' ? {} : { displayName: member.displayName }),
    ...(member.email === '' ? {} : { email: member.email }),
    ...(member.phone === '' ? {} : { phone: member.phone }),
    ...(member.title === '' ? {} : { title: member.title }),
    evidence: member.displayName === '' ? 'stub' : 'export',
    ...(member.isDeleted ? { gone: true } : {}),
  };
}
