/** Gives each identity and conversation of an archive once, before the first record that refers to it. */
import type { IdentityRef } from '../../domain/activity';
import { detach } from '../csv/detach';

/** Remembered at most; past this the memory is emptied and some are given again, which the import takes for nothing new. */
const REMEMBERED = 200_000;

export class Introduced {
  readonly #seen = new Set<string>();

  /** Whether this id was not given yet; from now on it was. */
  isNew(id: string): boolean {
    if (this.#seen.has(id)) return false;
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    this.#seen.add(detach(id));
    return true;
  }

  /** The same for an identity. @param known raise where more is known than before ("handle", say), so that it is given again */
  isNewIdentity({ platform, kind, key, scope }: IdentityRef, known = ''): boolean {
    return this.isNew(`${platform}\n${kind}\n${key}\n${scope}\n${known}`);
  }
}
