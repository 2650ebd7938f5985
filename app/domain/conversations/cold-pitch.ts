/**
 * Whether a first approach is a cold pitch, which makes no turn. Two mistakes are possible and they are not equal: a
 * pitch in Today costs one key, a newcomer's question lost costs a person. So a pitch needs two signals more than what
 * speaks against it, and one of them has to be selling or a machine's trace.
 */
import type { Direction, InteractionKind } from '../activity';
import { DAY } from '../../lib/dates';
import { APPROACHING, KNOWING, SELLING, type PitchSignal } from './pitch-signals';

export interface OpeningMessage {
  /** UTC milliseconds. */
  at: number;
  direction: Direction;
  kind: InteractionKind;
  text: string | null;
  subject: string | null;
}

export interface PitchContext {
  /** The user wrote in this conversation, ever. */
  everAnswered: boolean;
  /** The user reached or met this person elsewhere, or keeps them by hand. */
  knownBefore: boolean;
  /** UTC milliseconds; null where they are not connected or nobody knows since when. */
  connectedAt: number | null;
}

export interface PitchJudgement {
  pitch: boolean;
  /** Sentences that speak for a pitch. */
  signals: string[];
  /** Sentences that speak for somebody real. */
  against: string[];
}

/** Signals for less signals against. */
const SIGNALS_NEEDED = 2;
/** Longer than people write to strangers by hand, in characters. */
const MONOLOGUE = 600;
/** A question this short, in characters, asks something and leaves it at that. */
const SHORT = 300;
/** Connected this long before the first word, they are no stranger who connected in order to sell. */
const OLD_CONNECTION = 90 * DAY;

const LINK = /\bhttps?:\/\/|\bwww\.|\b[\w-]{1,63}\.(?:com|io|co|net|org|agency|ai)\//i;
const PLEASANTRY = /\bhow(?:'s| is| are) (?:you|it|things|your (?:day|week))\b|\bhow do you do\b|\bhope\b/i;

const wordsOf = (message: OpeningMessage): string =>
  [message.subject, message.text].filter(Boolean).join('\n').replaceAll('’', "'");

const found = (signals: readonly PitchSignal[], words: string): string[] =>
  signals.filter(({ patterns }) => patterns.some((pattern) => pattern.test(words))).map(({ says }) => says);

/** Short, with a question about something, and nothing that sells or presses. */
function asksPlainly(words: string): boolean {
  if (words.length >= SHORT || found([...SELLING, ...APPROACHING], words).length > 0) return false;
  return words.split(/(?<=[.!?\n])\s*/).some((sentence) => sentence.trim().endsWith('?') && !PLEASANTRY.test(sentence));
}

/** Only LinkedIn's paid mail to strangers has a subject; e-mail always has one. */
const isInMail = (message: OpeningMessage): boolean => message.kind === 'message' && Boolean(message.subject?.trim());

function signalsFor(messages: readonly OpeningMessage[], words: string): { selling: string[]; others: string[] } {
  const others = found(APPROACHING, words);
  if (messages.some(isInMail)) others.push('Came as paid mail to a stranger.');
  if (messages.some((message) => wordsOf(message).length > MONOLOGUE && LINK.test(wordsOf(message)))) {
    others.push('A long text with a link.');
  }
  return { selling: found(SELLING, words), others };
}

function signalsAgainst(messages: readonly OpeningMessage[], words: string, connectedAt: number | null): string[] {
  const against = found(KNOWING, words);
  const first = messages[0];
  if (asksPlainly(words)) against.push('Asks one plain question.');
  if (first && connectedAt !== null && first.at - connectedAt >= OLD_CONNECTION) {
    against.push('You had been connected for months when they first wrote.');
  }
  return against;
}

/** A later message without a trace of selling that says something of its own: whatever came first, a person writes. */
function speaksForItself(message: OpeningMessage): boolean {
  const words = wordsOf(message);
  const { selling, others } = signalsFor([message], words);
  return selling.length + others.length === 0 && signalsAgainst([message], words, null).length > 0;
}

const NO_PITCH: PitchJudgement = { pitch: false, signals: [], against: [] };

/**
 * @param opening their first messages, oldest first; lines of the user are ignored
 */
export function isColdPitch(opening: readonly OpeningMessage[], context: PitchContext): PitchJudgement {
  if (context.everAnswered || context.knownBefore) return NO_PITCH;
  const messages = opening.filter((message) => message.direction === 'in' && wordsOf(message).trim() !== '');
  if (messages.length === 0) return NO_PITCH;
  const words = messages.map(wordsOf).join('\n');
  const { selling, others } = signalsFor(messages, words);
  const against = signalsAgainst(messages, words, context.connectedAt);
  const signals = [...selling, ...others];
  const weighs = selling.length > 0 && signals.length - against.length >= SIGNALS_NEEDED;
  return { pitch: weighs && !messages.slice(1).some(speaksForItself), signals, against };
}
