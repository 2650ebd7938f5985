/** The user's side of an archive. */
import type { IdentityRef } from '../../domain/activity';
import { identityId } from './cast';
import { nameIdentity, OWNER_SCOPE } from './names';
import { nameKey } from '../reading/names';

/** Who "me" is while an archive is read. */
export class Own {
  /** Stands for the user where a row gives no address; its key goes into the ids of messages. */
  readonly self: IdentityRef;
  /** '' where the account has no identity yet (an archive of connections only). */
  readonly key: string;
  readonly #ids: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #mention: RegExp | null;

  /** `alsoNamed`: what the archive calls the user, who may go by another name in Kith. */
  constructor(identities: readonly IdentityRef[], readonly displayName: string, alsoNamed: readonly string[] = []) {
    this.self = identities[0] ?? nameIdentity(displayName, OWNER_SCOPE);
    this.key = identities[0]?.key ?? '';
    this.#ids = new Set(identities.map(identityId));
    const names = identities.filter(({ kind }) => kind === 'name').map(({ key }) => key);
    this.#names = new Set([...names, ...[displayName, ...alsoNamed].map(nameKey)].filter((name) => name !== ''));
    this.#mention = mentionOf(displayName);
  }

  has(identity: IdentityRef): boolean {
    return this.#ids.has(identityId(identity));
  }

  isNamed(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** Whether a text speaks to the user: by "@Jordan" or by their full name. */
  isMentionedIn(text: string): boolean {
    return this.#mention?.test(text) ?? false;
  }
}

function mentionOf(displayName: string): RegExp | null {
  const full = displayName.trim().replace(/\s+/g, ' ');
  if (full === '') return null;
  const [first = full] = full.split(' ');
  const ways = [`@${escaped(first)}`, ...(full.includes(' ') ? [escaped(full)] : [])];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
