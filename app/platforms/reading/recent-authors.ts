/** Who wrote the latest messages of a conversation, so that an answer to one of them has somebody it is meant for. */
import type { IdentityRef } from '../../domain/activity';
import { detach } from '../csv/detach';

/** Messages remembered; answers to older ones address nobody. */
const REMEMBERED = 100_000;

export class RecentAuthors {
  readonly #authors = new Map<string, IdentityRef>();
  /** One object for each author, however many messages. */
  readonly #people = new Map<string, IdentityRef>();

  note(message: string, author: IdentityRef): void {
    const key = `${author.kind} ${author.key}`;
    let known = this.#people.get(key);
    if (!known) this.#people.set(detach(key), (known = author));
    if (this.#authors.size >= REMEMBERED) {
      const [oldest] = this.#authors.keys();
      if (oldest !== undefined) this.#authors.delete(oldest);
    }
    this.#authors.set(detach(message), known);
  }

  authorOf(message: string): IdentityRef | null {
    return this.#authors.get(message) ?? null;
  }
}
