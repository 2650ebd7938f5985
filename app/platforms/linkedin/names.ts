/** Names as LinkedIn writes them. A name proves nothing: as an identity it always carries a scope. */
import type { IdentityRef } from '../../domain/activity';
import { cleanName, nameKey } from '../reading/names';

/** Pieces between commas that one name is made of at most. */
const MOST_PIECES = 5;

/** What LinkedIn writes for members who deleted their account or hide from the user. */
const GONE = 'linkedin member';

/** Short endings people put behind a comma in their last name. Without a list, "Hale, PhD" is one person or two. */
const CREDENTIAL =
  /^(?:[A-Z]{1,5}\.?|(?:[A-Z]\.){2,5}|Ph\.?\s?D\.?|Dr\.?|Jr\.?|Sr\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?Ed\.?|LL\.?M\.?|Esq\.?|[A-Z][A-Za-z]{0,4}[A-Z]{1,4}\W?\d*)$/;

export const isGone = (name: string): boolean => nameKey(name) === GONE;

/** A person known by name only. `scope` is what the name was seen in, so that namesakes stay apart. */
export const nameIdentity = (name: string, scope: string): IdentityRef => ({
  platform: 'linkedin',
  kind: 'name',
  key: nameKey(name),
  scope,
});

/** The scope of the archive owner's name, for archives too old to tell the owner's address. */
export const OWNER_SCOPE = 'owner';

/**
 * The names in LinkedIn's TO cell, which joins them with ", " although names may hold one ("Tomás Reyes, Wren Hale, PhD").
 * `known` are keys of names seen alone elsewhere; they win over the guess that a short ending is a credential.
 */
export function splitNames(cell: string, known: ReadonlySet<string>): string[] {
  const pieces = cell
    .split(',')
    .map(cleanName)
    .filter((piece) => piece !== '');
  const names: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] ?? '';
    const before = names.at(-1);
    if (before !== undefined && CREDENTIAL.test(piece)) {
      names[names.length - 1] = `${before}, ${piece}`;
      at += 1;
      continue;
    }
    let taken = Math.min(MOST_PIECES, pieces.length - at);
    while (taken > 1 && !known.has(nameKey(pieces.slice(at, at + taken).join(', ')))) taken -= 1;
    names.push(pieces.slice(at, at + taken).join(', '));
    at += taken;
  }
  return names;
}
