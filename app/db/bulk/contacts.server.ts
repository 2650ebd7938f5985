/** The contacts that come of identities, as an import meets them. */
import { FIRST_STAGE, type Stage } from '../../domain/contacts/stages';
import { newPublicId } from '../../lib/ids.server';
import { interactionsOfIdentity, refreshEventsOf } from '../derive/contact-events.server';
import type { Sql } from '../connection.server';
import { isRefused } from '../identity/refusals.server';
import type { Provenance } from './provenance.server';

/** Why an import makes a contact of somebody: they spoke, or they stand in a list of the user's own people. */
export type MadeBecause = 'first_word' | 'address_book';

/** Identities of one row that are remembered until one of them becomes a contact. */
const REMEMBERED = 50_000;

/** An identity of the store, as far as writing needs it. Kept between records. */
export interface KnownIdentity {
  id: number;
  contactId: number | null;
  own: boolean;
}

/** What a contact takes over from what its platform shows. */
export interface ShownFacts {
  displayName: string | null;
  title: string | null;
  company: string | null;
}

interface IdentityRow extends ShownFacts {
  handle: string | null;
  email: string | null;
  key: string;
  contactId: number | null;
}

interface ContactRow {
  name: string;
  nameBasis: string;
  headline: string | null;
  headlineBasis: string;
  version: number;
}

/** Where somebody begins: a word is a conversation; a line in a list is none. */
const BEGINS: Record<MadeBecause, { stage: Stage; createdHow: string }> = {
  first_word: { stage: 'in_conversation', createdHow: 'import' },
  address_book: { stage: FIRST_STAGE, createdHow: 'listed' },
};

/** "Director, Northwind", from what the platform shows. */
function headlineOf({ title, company }: ShownFacts): string | null {
  return [title, company].filter(Boolean).join(', ') || null;
}

export class ContactWriter {
  private readonly met = new Set<number>();
  private readonly together = new Map<number, readonly KnownIdentity[]>();
  private readonly findIdentity;
  private readonly insert;
  private readonly attach;
  private readonly insertLink;
  private readonly wasAttached;

  /** @param counted is told of a new contact, and of an identity that joined one; `fresh`: this run brought the identity */
  constructor(
    private readonly sql: Sql,
    private readonly provenance: Provenance,
    private readonly now: number,
    private readonly counted: { contact(fresh: boolean): void; joined(fresh: boolean): void },
  ) {
    this.findIdentity = sql.prepare<[number], IdentityRow>(
      'SELECT displayName, handle, email, title, company, key, contactId FROM Identity WHERE id = ?',
    );
    this.insert = sql.prepare(
      `INSERT INTO Contact (publicId, name, headline, stage, createdAt, createdHow) VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.attach = sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?');
    this.insertLink = sql.prepare(
      `INSERT INTO ContactIdentity (contactId, identityId, how, attachedAt) VALUES (?, ?, ?, ?)`,
    );
    this.wasAttached = sql.prepare<[number], number>('SELECT 1 FROM ContactIdentity WHERE identityId = ? LIMIT 1').pluck();
  }

  /** Makes a contact of an identity that has none, and gives it the events that were there before. */
  make(known: KnownIdentity, because: MadeBecause = 'first_word'): void {
    if (known.contactId !== null) return this.meet(known);
    const row = this.findIdentity.get(known.id);
    if (!row) throw new Error('An identity vanished during its import.');
    // Somebody may have welcomed them on screen while the import remembered them without a contact.
    known.contactId = row.contactId;
    if (known.contactId !== null) return this.meet(known);
    const name = row.displayName ?? row.handle ?? row.email ?? row.key;
    const contactId = Number(this.insert.run(newPublicId(), name, headlineOf(row), BEGINS[because].stage, this.now, BEGINS[because].createdHow).lastInsertRowid);
    this.provenance.added('contact', contactId);
    this.met.add(contactId);
    this.link(known, contactId, because);
    this.counted.contact(this.provenance.isAdded('identity', known.id));
    const together = this.together.get(known.id);
    if (together) this.join(together);
  }

  /** Somebody in the user's own list; whoever was a contact once and is none any more is so by the user's own hand. */
  list(known: KnownIdentity): void {
    if (known.contactId !== null) return this.meet(known);
    if (this.wasAttached.get(known.id) === undefined) this.make(known, 'address_book');
  }

  /** Gives the identities of one row to the contact that one of them is; two contacts stay two, for the user to judge. */
  join(identities: readonly KnownIdentity[]): void {
    const contactId = identities.find((one) => one.contactId !== null)?.contactId ?? null;
    if (contactId === null) return this.remember(identities);
    for (const one of identities) {
      if (one.contactId !== null || one.own || this.wasAttached.get(one.id) !== undefined) continue;
      if (isRefused(this.sql, identities.filter((other) => other.contactId === contactId).map(({ id }) => id), [one.id])) continue;
      this.link(one, contactId, 'same_row');
      this.counted.joined(this.provenance.isAdded('identity', one.id));
    }
  }

  /** Nobody's contact yet: whoever becomes one takes the others along. */
  private remember(identities: readonly KnownIdentity[]): void {
    if (this.together.size >= REMEMBERED) this.together.clear();
    for (const { id } of identities) this.together.set(id, identities);
  }

  /** Attaches an identity, with the events that were there before. */
  private link(known: KnownIdentity, contactId: number, how: MadeBecause | 'same_row'): void {
    this.attach.run(contactId, known.id);
    this.provenance.added('contactIdentity', Number(this.insertLink.run(contactId, known.id, how, this.now).lastInsertRowid));
    known.contactId = contactId;
    for (const interactionId of interactionsOfIdentity(this.sql, known.id)) refreshEventsOf(this.sql, interactionId);
  }

  /** A contact that this run too has words of stays when the run that made it is undone. */
  meet({ contactId }: KnownIdentity): void {
    if (contactId === null || this.met.has(contactId)) return;
    this.met.add(contactId);
    this.provenance.met('contact', contactId);
  }

  /** A contact that still carries its source's words follows them; what the user typed stays. */
  follow(contactId: number, before: ShownFacts, next: ShownFacts): void {
    const contact = this.sql
      .prepare<[number], ContactRow>('SELECT name, nameBasis, headline, headlineBasis, version FROM Contact WHERE id = ?')
      .get(contactId);
    if (!contact) return;
    const nameFollows =
      contact.nameBasis === 'source' && next.displayName !== null && (before.displayName ?? contact.name) === contact.name;
    const headlineFollows = contact.headlineBasis === 'source' && headlineOf(before) === contact.headline;
    const name = nameFollows ? (next.displayName ?? contact.name) : contact.name;
    const headline = headlineFollows ? headlineOf(next) : contact.headline;
    if (name === contact.name && headline === contact.headline) return;
    const previous = { name: contact.name, headline: contact.headline, version: contact.version, leftAtVersion: contact.version + 1 };
    const first = this.provenance.refreshed('contact', contactId, previous);
    this.sql
      .prepare('UPDATE Contact SET name = ?, headline = ?, version = version + ? WHERE id = ?')
      .run(name, headline, first ? 1 : 0, contactId);
  }
}
