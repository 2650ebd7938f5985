/**
 * Accounts on X. The id never changes and is the key; handle and name stand in an archive only where the user mentioned
 * or answered somebody.
 */
import type { IdentityRecord, IdentityRef } from '../../domain/activity';
import { detach } from '../csv/detach';
import { cleanName } from '../reading/names';

/** People whose handle is remembered at most: more than anybody speaks to, little enough for the memory. */
const MOST_NAMED = 200_000;

/** Ids have 1 to 20 digits; the rest is damage: "-1" for who is gone, 1.31E+18 where a spreadsheet saved the file. */
export const isUserId = (text: string): boolean => /^[1-9]\d{0,19}$/.test(text);

/** 15 letters today, 20 in accounts of the first years. */
const isHandle = (text: string): boolean => /^\w{1,20}$/.test(text);

export const byId = (id: string): IdentityRef => ({ platform: 'x', kind: 'id', key: id, scope: '' });
export const byHandle = (handle: string): IdentityRef => ({ platform: 'x', kind: 'handle', key: handle.toLowerCase(), scope: '' });

/** What an archive calls somebody. */
interface Named {
  handle: string;
  displayName: string;
  /** When it was so, UTC milliseconds: the newest name counts. */
  at: number;
}

/** Handles and names of everybody the user mentioned or answered, gathered before anything else is read. */
export class People {
  readonly #named = new Map<string, Named>();
  readonly #ids = new Map<string, string>();
  /** Author of each post the user answered, by the post's id. */
  readonly #authors = new Map<string, string>();

  note(id: string, handle: string, displayName: string, at: number): void {
    if (!isUserId(id) || !isHandle(handle)) return;
    const known = this.#named.get(id);
    if (!known && this.#named.size >= MOST_NAMED) return;
    const name = cleanName(displayName).slice(0, 200);
    if (known && known.at > at) {
      if (known.displayName === '') known.displayName = detach(name);
    } else {
      this.#named.set(known ? id : detach(id), { handle: detach(handle), displayName: detach(name) || (known?.displayName ?? ''), at });
    }
    this.#ids.set(detach(handle.toLowerCase()), detach(id));
  }

  noteAuthor(post: string, author: string): void {
    if (isUserId(post) && isUserId(author) && this.#authors.size < MOST_NAMED) this.#authors.set(detach(post), detach(author));
  }

  authorOf(post: string): string | null {
    return this.#authors.get(post) ?? null;
  }

  /** By id; by handle where X gives none ("-1") and no other post tells it. Null for neither. */
  reference(id: string, handle: string): IdentityRef | null {
    if (isUserId(id)) return byId(id);
    if (!isHandle(handle)) return null;
    const known = this.#ids.get(handle.toLowerCase());
    return known === undefined ? byHandle(handle) : byId(known);
  }

  handleOf(id: string): string {
    return this.#named.get(id)?.handle ?? '';
  }

  /** An account with what is known of it, to be given before the first record that refers to it. */
  record(identity: IdentityRef): IdentityRecord {
    if (identity.kind === 'handle') {
      return { record: 'identity', ...identity, handle: identity.key, profileUrl: `https://x.com/${encodeURIComponent(identity.key)}`, evidence: 'stub' };
    }
    const named = this.#named.get(identity.key);
    const profileUrl = `https://x.com/i/user/${encodeURIComponent(identity.key)}`;
    if (!named) return { record: 'identity', ...identity, displayName: `X user ${identity.key}`, profileUrl, evidence: 'stub' };
    return {
      record: 'identity', ...identity, handle: named.handle, displayName: named.displayName || `@${named.handle}`, profileUrl, evidence: 'export',
    };
  }
}
