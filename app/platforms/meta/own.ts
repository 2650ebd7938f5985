/** The user's side of Meta's exports, which know people in threads by their names alone, the user included. */
import type { IdentityRef, Platform } from '../../domain/activity';
import type { Own } from '../contract';
import { nameKey, namedPerson } from '../reading/names';

/** The scope of the owner's name, so that no namesake in a thread is taken for the user's own account. */
export const OWNER_SCOPE = 'owner';

/** Stands for a user of whom an archive says nothing. */
const NOBODY = 'me';

export const ownerByName = (platform: Platform, name: string): IdentityRef => namedPerson(platform, name, OWNER_SCOPE);

/** Who "me" is while an archive is read. */
export class MetaOwn {
  /** Stands for the user; its key goes into the ids of everything that has none. */
  readonly self: IdentityRef;
  readonly displayName: string;
  readonly #identities: readonly IdentityRef[];
  readonly #names: ReadonlySet<string>;

  /** @param alsoNamed what the archive itself calls its owner, who may go by another name in Kith */
  constructor(platform: Platform, { identities, displayName }: Own, alsoNamed: readonly string[]) {
    this.self = identities[0] ?? ownerByName(platform, [displayName, ...alsoNamed].find((name) => name !== '') ?? NOBODY);
    this.displayName = displayName;
    this.#identities = identities;
    const names = identities.filter(({ kind }) => kind === 'name').map(({ key }) => key);
    this.#names = new Set([...names, ...[displayName, ...alsoNamed].map(nameKey)].filter((name) => name !== ''));
  }

  isNamed(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** Whether a handle is the user's own. */
  isHandle(platform: Platform, handle: string): boolean {
    return this.#identities.some((one) => one.kind === 'handle' && one.key === handle && (one.platform === platform || platform === 'threads'));
  }

  /** The user's identity on another network of the same archive, or the one that stands for the user. */
  on(platform: Platform): IdentityRef {
    return this.#identities.find((one) => one.platform === platform) ?? this.self;
  }

  /** Whether a text speaks to the user by name. */
  isMentionedIn(text: string): boolean {
    const lower = text.toLowerCase();
    return [...this.#names].some((name) => name.length > 2 && (lower.includes(`@${name}`) || (name.includes(' ') && isWordIn(name, lower))));
  }
}

/** Whether a name stands in a text by itself, not as a piece of a longer word. */
export function isWordIn(name: string, lower: string): boolean {
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(lower.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{N}]/u.test(lower.slice(at + name.length, at + name.length + 2))) return true;
  }
  return false;
}
