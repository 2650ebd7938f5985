/** One message of a chat, taken apart without saying who the user is. */
import type { IdentityRef, StatedTime } from '../../domain/activity';
import { cleanText } from '../reading/clean-text';
import { isObject, listIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { utcTime, zonedTime } from '../reading/stated-time';
import { handleOf, userIdentity } from './people';

/** Fields of which each says that something beside the words was sent. */
const ATTACHED = ['photo', 'file', 'media_type', 'poll', 'location_information', 'contact_information', 'game_title', 'invoice_information', 'venue', 'place_name'] as const;

const HANDLE = /@\w{3,40}/g;
const MOST_HANDLES = 100;

export interface Written {
  text: string;
  attachments: number;
  /** Accounts it mentions by number. */
  mentioned: IdentityRef[];
  /** User names it mentions. */
  handles: string[];
}

export function writtenIn(message: JsonObject): Written {
  const parts = partsOf(message);
  const mentioned = parts.flatMap((part) => {
    const id = part.type === 'mention_name' ? part.userId.replace(/^user/, '') : '';
    return /^[1-9]\d{0,18}$/.test(id) ? [userIdentity(id)] : [];
  });
  const { text } = cleanText(parts.map((part) => part.text).join(''), false);
  return {
    text,
    attachments: ATTACHED.some((field) => Object.hasOwn(message, field) && message[field] !== null) ? 1 : 0,
    mentioned,
    handles: (text.match(HANDLE) ?? []).slice(0, MOST_HANDLES).map(handleOf),
  };
}

interface TextPart {
  type: string;
  text: string;
  userId: string;
}

/** `text` is a text, or a list of texts and of objects with one. */
function partsOf(message: JsonObject): TextPart[] {
  const whole = textIn(message, 'text');
  if (whole !== '') return [{ type: 'plain', text: whole, userId: '' }];
  return listIn(message, 'text').flatMap((part) => {
    if (typeof part === 'string') return [{ type: 'plain', text: part, userId: '' }];
    return isObject(part) ? [{ type: textIn(part, 'type'), text: textIn(part, 'text'), userId: textIn(part, 'user_id') }] : [];
  });
}

/** UTC where the export says so; older ones have the clock of the computer that made it. */
export function timeOf(message: JsonObject, zone: string): StatedTime | null {
  const unix = textIn(message, 'date_unixtime');
  const utc = /^\d{9,11}$/.test(unix) ? utcTime(Number(unix) * 1000, 'second') : null;
  return utc ?? localTime(textIn(message, 'date'), zone);
}

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/;

export function localTime(written: string, zone: string): StatedTime | null {
  const [year, month, day, hour, minute, second] = (LOCAL.exec(written)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined || second === undefined) return null;
  return zonedTime({ year, month, day, hour, minute, second }, zone, 'second');
}

/** The time of a reaction, which is only given on the clock of the export: its message tells how far that is from UTC. */
export function reactionTime(written: string, message: JsonObject, zone: string): StatedTime | null {
  const at = localTime(written, 'UTC');
  const messageAt = localTime(textIn(message, 'date'), 'UTC');
  const unix = textIn(message, 'date_unixtime');
  if (at === null || messageAt === null || !/^\d{9,11}$/.test(unix)) return localTime(written, zone);
  const ahead = messageAt.at - Number(unix) * 1000;
  return { at: at.at - ahead, precision: 'second', zone: 'offset' };
}
