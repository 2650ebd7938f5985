/** Names as platforms show them. A name proves nothing: as an identity it always carries a scope. */
import type { IdentityRef, Platform } from '../../domain/activity';

/** Control letters and the invisible marks that change how a line is shown. Joiners stay: emoji and scripts need them. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What needs no cleaning: most names, and asking is five times cheaper. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One line, NFC, blanks collapsed, nothing invisible. */
export const cleanName = (text: string): string =>
  CLEAN.test(text)
    ? text
    : text.normalize('NFC').replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();

/** The key of a name: the same for all spellings that only differ in case and blanks. */
export const nameKey = (name: string): string => cleanName(name).toLowerCase();

/** Somebody known by name only. `scope` is what the name was seen in, so that namesakes stay apart. */
export const namedPerson = (platform: Platform, name: string, scope: string): IdentityRef => ({
  platform,
  kind: 'name',
  key: nameKey(name),
  scope,
});
