/** What the platforms call an identity, as one text: the same for a row that an import makes anew. */
import type { IdentityRef } from '../activity';

/** Keys and scopes hold no line breaks: readers make them of one line. */
export function refText({ platform, kind, key, scope }: IdentityRef): string {
  return [platform, kind, scope, key].join('\n');
}

/** Two of them in the order in which a pair is kept. */
export function refPair(one: string, other: string): { left: string; right: string } {
  return one < other ? { left: one, right: other } : { left: other, right: one };
}
