/** The contacts that come of identities, as an import meets them. */
import { newPublicId } from '../../lib/ids.server';
import { interactionsOfIdentity, refreshEventsOf } from '../derive/contact-events.server';
import type { Sql } from '../connection.server';
import type { Provenance } from './provenance.server';

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

/** "Director, Northwind", from what the platform shows. */
function headlineOf({ title, company }: ShownFacts): string | null {
  return [title, company].filter(Boolean).join(', ') || null;
}

export class ContactWriter {
  private readonly met = new Set<number>();
  private readonly findIdentity;
  private readonly insert;
  private readonly attach;
  private readonly insertLink;

  /** @param counted is told of a new contact, and whether its identity is new too */
  constructor(
    private readonly sql: Sql,
    private readonly provenance: Provenance,
    private readonly now: number,
    private readonly counted: { contact(fresh: boolean): void },
  ) {
    this.findIdentity = sql.prepare<[number], IdentityRow>(
      'SELECT displayName, handle, email, title, company, key, contactId FROM Identity WHERE id = ?',
    );
    this.insert = sql.prepare(
      `INSERT INTO Contact (publicId, name, headline, stage, createdAt, createdHow) VALUES (?, ?, ?, 'in_conversation', ?, 'import')`,
    );
    this.attach = sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?');
    this.insertLink = sql.prepare(
      `INSERT INTO ContactIdentity (contactId, identityId, how, attachedAt) VALUES (?, ?, 'first_word', ?)`,
    );
  }

  /** Makes a contact of an identity that has none, and gives it the events that were there before. */
  make(known: KnownIdentity): void {
    if (known.contactId !== null) return this.meet(known);
    const row = this.findIdentity.get(known.id);
    if (!row) throw new Error('An identity vanished during its import.');
    // Somebody may have welcomed them on screen while the import remembered them without a contact.
    known.contactId = row.contactId;
    if (known.contactId !== null) return this.meet(known);
    const name = row.displayName ?? row.handle ?? row.email ?? row.key;
    const contactId = Number(this.insert.run(newPublicId(), name, headlineOf(row), this.now).lastInsertRowid);
    this.attach.run(contactId, known.id);
    const link = Number(this.insertLink.run(contactId, known.id, this.now).lastInsertRowid);
    this.provenance.added('contact', contactId);
    this.provenance.added('contactIdentity', link);
    this.met.add(contactId);
    known.contactId = contactId;
    for (const interactionId of interactionsOfIdentity(this.sql, known.id)) refreshEventsOf(this.sql, interactionId);
    this.counted.contact(this.provenance.isAdded('identity', known.id));
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
