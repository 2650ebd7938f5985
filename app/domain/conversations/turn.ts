/**
 * Whose turn it is in a conversation: derived from the messages, overruled by the user's own words about it. Those hold
 * until the other side writes again, by the time of their message and never by the wall clock, so that an archive
 * imported later gives the same answer.
 */
import type { ConversationKind, Direction, InteractionKind } from '../activity';
import { DAY } from '../../lib/dates';
import { isColdPitch } from './cold-pitch';
import { isGroup } from './kind';

/** Messages read per conversation: enough for every wait that Today shows, few enough to derive on every touch. */
export const RECENT_MESSAGES = 100;

/** After this much silence their next word begins a new approach, and a new wait. */
export const NEW_APPROACH_AFTER = 14 * DAY;

/** Kinds that say something which can be answered. */
const WORDS: ReadonlySet<InteractionKind> = new Set(['message', 'email', 'reply', 'mention', 'comment']);

export interface TurnMessage {
  id: number;
  /** UTC milliseconds. */
  at: number;
  direction: Direction;
  kind: InteractionKind;
  text: string | null;
  subject: string | null;
  /** It answers or names the user. */
  addressesUser: boolean;
  hasAttachments: boolean;
}

/** What the user said about the conversation. Instants are UTC milliseconds. */
export interface UserWords {
  /** The time of their last word when the user closed it; null where it is open. */
  closedThrough: number | null;
  closedBecause: string | null;
  snoozeMode: 'date' | 'they_write' | 'rhythm' | null;
  /** When a snooze by date or rhythm ends. */
  snoozedUntil: number | null;
  /** The time of their last word when the user snoozed it; null where they had not written. */
  snoozedThrough: number | null;
}

export interface TurnInput {
  kind: ConversationKind;
  /** In it, the user included. */
  people: number;
  /** Newest first, up to RECENT_MESSAGES; their words need not be given where the user answered or knew the sender. */
  recent: readonly TurnMessage[];
  /** The user wrote in this conversation, ever. */
  everAnswered: boolean;
  /** The user reached or met this person elsewhere, or keeps them by hand. */
  knownBefore: boolean;
  /** UTC milliseconds. */
  connectedAt: number | null;
  /**
   * Kinds of which only one side can be seen where this conversation is: what follows on such a word, and whether
   * anything does, nobody knows.
   */
  oneSided: ReadonlySet<InteractionKind>;
  /** Their first messages, oldest first, up to five; only read where the user never answered and did not know the sender. */
  opening: readonly TurnMessage[];
  words: UserWords;
}

export interface DerivedTurn {
  turn: 'yours' | 'theirs' | 'none';
  /** Since when the one whose turn it is has been waited for, UTC milliseconds; null where it is nobody's. */
  since: number | null;
  /** Set exactly where it is nobody's turn. */
  quietBecause: 'closed' | 'snoozed' | 'cold_pitch' | 'not_addressed' | 'nothing_said' | 'one_sided' | null;
  /** When a snooze by date or rhythm ends and the turn has to be derived again; set only while it is snoozed. */
  wakeAt: number | null;
  /** The last word said by anybody. */
  lastMessageId: number | null;
  /** The last word of anybody but the user, and of the user. */
  lastInAt: number | null;
  lastOutAt: number | null;
}

type Verdict = Pick<DerivedTurn, 'turn' | 'since' | 'quietBecause' | 'wakeAt'>;

const quiet = (quietBecause: DerivedTurn['quietBecause'], wakeAt: number | null = null): Verdict => ({
  turn: 'none', since: null, quietBecause, wakeAt,
});

/** Newest first. At the same instant the user's word is the answer and stands last. */
function newestFirst(a: TurnMessage, b: TurnMessage): number {
  return b.at - a.at || Number(b.direction === 'out') - Number(a.direction === 'out') || b.id - a.id;
}

/** The first word of the run that is still unanswered: back over one side's words until a long silence. */
function beginOfApproach(run: readonly TurnMessage[]): number | null {
  let since: number | null = null;
  for (const { at } of run) {
    if (since !== null && since - at > NEW_APPROACH_AFTER) break;
    since = at;
  }
  return since;
}

/** Their words snoozed away: until when, UTC milliseconds, or null where the snooze is over. */
function snoozedUntil(words: UserWords, lastAt: number, now: number): number | null {
  if (words.snoozeMode === null || lastAt > (words.snoozedThrough ?? -Infinity)) return null;
  const until = words.snoozeMode === 'they_write' ? Infinity : (words.snoozedUntil ?? -Infinity);
  return now < until ? until : null;
}

/** A snooze asked to see it again, so that afterwards it is shown whatever it looks like. */
function isUnwanted(input: TurnInput, last: TurnMessage): boolean {
  if (isGroup(input.kind, input.people) || input.words.snoozeMode !== null) return false;
  const heard = input.opening.some((message) => message.id === last.id) ? input.opening : [...input.opening, last];
  return isColdPitch(heard, input).pitch;
}

/** @param waiting their words after the user's last one that call for an answer, newest first; at least one */
function theyWait(input: TurnInput, waiting: readonly TurnMessage[], last: TurnMessage, now: number): Verdict {
  const { words } = input;
  if (last.at <= (words.closedThrough ?? -Infinity)) return quiet('closed');
  const until = snoozedUntil(words, last.at, now);
  if (until !== null) return quiet('snoozed', Number.isFinite(until) ? until : null);
  if (isUnwanted(input, last)) return quiet('cold_pitch');
  const open = waiting.filter((message) => message.at > (words.closedThrough ?? -Infinity));
  return { turn: 'yours', since: beginOfApproach(open), quietBecause: null, wakeAt: null };
}

function verdict(input: TurnInput, said: readonly TurnMessage[], now: number): Verdict {
  if (said[0] && input.oneSided.has(said[0].kind)) return quiet('one_sided');
  const group = isGroup(input.kind, input.people);
  const lastOut = said.findIndex((message) => message.direction === 'out');
  const after = lastOut === -1 ? said : said.slice(0, lastOut);
  const waiting = after.filter((message) => (group ? message.addressesUser : message.direction === 'in'));
  const last = waiting[0];
  if (last) return theyWait(input, waiting, last, now);
  if (lastOut === -1 || after.length > 0) return quiet(said.length > 0 ? 'not_addressed' : 'nothing_said');
  const answer = said.findIndex((message) => message.direction !== 'out');
  const mine = answer === -1 ? said : said.slice(0, answer);
  return { turn: 'theirs', since: beginOfApproach(mine), quietBecause: null, wakeAt: null };
}

/**
 * @param now UTC milliseconds; only snoozes depend on it
 */
export function deriveTurn(input: TurnInput, now: number): DerivedTurn {
  const said = input.recent.filter((message) => WORDS.has(message.kind)).sort(newestFirst);
  return {
    ...verdict(input, said, now),
    lastMessageId: said[0]?.id ?? null,
    lastInAt: said.find((message) => message.direction !== 'out')?.at ?? null,
    lastOutAt: said.find((message) => message.direction === 'out')?.at ?? null,
  };
}
