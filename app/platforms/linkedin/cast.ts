/**
 * Who takes part in which conversation, gathered in a first pass over the messages. It has to come first: LinkedIn lists
 * the newest line first and names a line's people in it alone, while whether a line addresses the user depends on how
 * many they are, and a name in TO may belong to somebody whose address only stands in a later row.
 *
 * What is kept grows with people and conversations, not with messages.
 */
import type { Evidence, IdentityRef } from '../../domain/activity';
import { detach } from '../csv/detach';
import type { MessageRow } from './message-row';
import { isGone, splitNames } from './names';
import { cleanName, nameKey } from '../reading/names';

/** Distinct TO cells kept per conversation: membership of a group changes, but not this often. */
const MOST_NAME_LISTS = 50;

export interface Person {
  identity: IdentityRef;
  displayName: string | null;
  evidence: Evidence;
  conversations: number;
}

interface Thread {
  title: string;
  members: Set<Person>;
  /** Senders without an address. */
  senders: Set<string>;
  /** TO cells of rows that give no addresses. */
  lists: Set<string>;
}

export const identityId = (identity: IdentityRef): string => `${identity.kind}:${identity.key}\u001f${identity.scope}`;

export class Casts {
  readonly #people = new Map<string, Person>();
  readonly #threads = new Map<string, Thread>();
  /** Keys of names that hold a comma, from cells with one name only. */
  readonly #namesWithComma = new Set<string>();

  get conversations(): number {
    return this.#threads.size;
  }

  people(): Iterable<Person> {
    return this.#people.values();
  }

  person(identity: IdentityRef): Person | undefined {
    return this.#people.get(identityId(identity));
  }

  title(conversation: string): string {
    return this.#threads.get(conversation)?.title ?? '';
  }

  members(conversation: string): ReadonlySet<Person> {
    return this.#threads.get(conversation)?.members ?? new Set();
  }

  /** Takes note of one message's people. */
  note(message: MessageRow, title: string): void {
    const thread = this.#thread(message.conversation);
    if (thread.title === '' && title !== '') thread.title = detach(title);
    const { name, identity } = message.from;
    if (name.includes(',')) this.#namesWithComma.add(detach(nameKey(name)));
    if (identity) this.#join(thread, identity, name, 'export');
    else if (!thread.senders.has(name)) thread.senders.add(detach(name));
    this.#noteRecipients(thread, message);
  }

  /** Names of those in a conversation for whom no address was seen, the deleted ones included. */
  namesOnly(conversation: string): string[] {
    const thread = this.#threads.get(conversation);
    if (!thread) return [];
    const names = new Map<string, string>();
    const resolved = new Set([...thread.members].map((person) => nameKey(person.displayName ?? '')));
    for (const name of [...thread.senders, ...[...thread.lists].flatMap((list) => this.split(list))]) {
      if (!resolved.has(nameKey(name)) && !names.has(nameKey(name))) names.set(nameKey(name), name);
    }
    return [...names.values()];
  }

  /** The one member of a conversation with that name; null for none or several. */
  memberNamed(conversation: string, name: string): Person | null {
    const key = nameKey(name);
    const named = [...this.members(conversation)].filter((person) => nameKey(person.displayName ?? '') === key);
    return named.length === 1 ? named[0] ?? null : null;
  }

  /** Names without an address and in how many conversations they are, most first. */
  namesByConversations(): { name: string; conversations: number }[] {
    const found = new Map<string, { name: string; conversations: number }>();
    for (const conversation of this.#threads.keys()) {
      for (const name of this.namesOnly(conversation)) {
        if (isGone(name)) continue;
        const seen = found.get(nameKey(name)) ?? { name, conversations: 0 };
        seen.conversations += 1;
        found.set(nameKey(name), seen);
      }
    }
    return [...found.values()].sort((a, b) => b.conversations - a.conversations || (a.name < b.name ? -1 : 1));
  }

  /** The names in a TO cell. */
  split(to: string): string[] {
    return to.includes(',') ? splitNames(to, this.#namesWithComma) : [cleanName(to)].filter((name) => name !== '');
  }

  #noteRecipients(thread: Thread, { recipients, to }: MessageRow): void {
    if (recipients.length === 0) {
      if (to !== '' && !thread.lists.has(to) && thread.lists.size < MOST_NAME_LISTS) thread.lists.add(detach(to));
      return;
    }
    // Where more names than addresses stand in the cell, somebody deleted or hidden is among them.
    const hasGone = to.toLowerCase().includes('linkedin member');
    const isAlone = recipients.length === 1 && !hasGone;
    if (isAlone && to.includes(',')) this.#namesWithComma.add(detach(nameKey(to)));
    const names = isAlone ? [cleanName(to)] : this.split(to).filter((name) => !isGone(name));
    const matches = names.length === recipients.length;
    recipients.forEach((identity, index) => {
      // A single name is stated; one out of a list is our reading of the commas.
      this.#join(thread, identity, matches ? names[index] ?? '' : '', isAlone ? 'export' : 'inferred');
    });
    if (hasGone) thread.senders.add('LinkedIn Member');
  }

  #thread(id: string): Thread {
    const known = this.#threads.get(id);
    if (known) return known;
    const thread: Thread = { title: '', members: new Set(), senders: new Set(), lists: new Set() };
    this.#threads.set(detach(id), thread);
    return thread;
  }

  #join(thread: Thread, identity: IdentityRef, name: string, evidence: Evidence): void {
    const id = identityId(identity);
    let person = this.#people.get(id);
    if (!person) {
      const kept = { ...identity, key: detach(identity.key) };
      person = { identity: kept, displayName: null, evidence: 'stub', conversations: 0 };
      this.#people.set(detach(id), person);
    }
    if (name !== '' && (person.displayName === null || (person.evidence === 'inferred' && evidence === 'export'))) {
      person.displayName = detach(name);
      person.evidence = evidence;
    }
    if (!thread.members.has(person)) {
      thread.members.add(person);
      person.conversations += 1;
    }
  }
}
