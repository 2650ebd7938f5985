/** Interactions with their words, participants and per-contact events, as an import meets them. */
import type { InteractionRecord } from '../../domain/activity';
import { contactEventsOf, SMALL_GROUP } from '../../domain/contacts/events';
import { standingOf } from '../../domain/contacts/standing';
import { newPublicId } from '../../lib/ids.server';
import { insertEvents, refreshEventsOf } from '../derive/contact-events.server';
import type { Sql } from '../connection.server';
import type { Adoption } from './adoption.server';
import type { ContactWriter, KnownIdentity } from './contacts.server';
import type { ConversationWriter, KnownConversation } from './conversations.server';
import type { IdentityWriter } from './identities.server';
import type { Provenance } from './provenance.server';

interface Participant {
  identity: KnownIdentity;
  role: 'from' | 'to' | 'mentioned' | 'group';
}

function hasWords(record: InteractionRecord): boolean {
  return Boolean(record.text) || (record.attachments ?? 0) > 0;
}

export class InteractionWriter {
  private readonly find;
  private readonly insert;
  private readonly insertBody;
  private readonly insertParticipant;

  constructor(
    private readonly sql: Sql,
    private readonly ownAccountId: number,
    private readonly writers: {
      identities: IdentityWriter;
      contacts: ContactWriter;
      conversations: ConversationWriter;
      adoption: Adoption;
    },
    private readonly provenance: Provenance,
    private readonly counted: { interaction(record: InteractionRecord): void; alreadyThere(): void },
  ) {
    this.find = sql.prepare<[number, string, string], { id: number }>(
      'SELECT id FROM Interaction WHERE ownAccountId = ? AND kind = ? AND externalId = ?',
    );
    this.insert = sql.prepare(
      `INSERT INTO Interaction (publicId, ownAccountId, kind, externalId, idBasis, direction, origin, occurredAt, precision,
         zone, conversationId, parentExternalId, attachments, emoji, url)
       VALUES (?, ?, ?, ?, ?, ?, 'imported', ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.insertBody = sql.prepare('INSERT INTO InteractionBody (interactionId, subject, text, format) VALUES (?, ?, ?, ?)');
    this.insertParticipant = sql.prepare(
      'INSERT OR IGNORE INTO InteractionParticipant (interactionId, identityId, role) VALUES (?, ?, ?)',
    );
  }

  write(record: InteractionRecord): void {
    const { contacts, conversations, adoption } = this.writers;
    const conversation = record.conversationExternalId ? conversations.find(record.conversationExternalId) : null;
    const participants = this.participants(record, conversation);
    const concerned = this.concerned(record, conversation, participants);
    const present = this.find.get(this.ownAccountId, record.kind, record.externalId);
    if (present) this.provenance.met('interaction', present.id);
    const there = present?.id ?? (conversation ? adoption.adopt(record, conversation.id) : null);
    if (there !== null) {
      // Whoever is no contact any more although this was said is so by the user's own hand.
      concerned.forEach((identity) => contacts.meet(identity));
      if (!present) refreshEventsOf(this.sql, there);
      this.counted.alreadyThere();
      return;
    }
    const id = this.add(record, conversation);
    // Contacts first: they are given the events that were there before, and this one's are added below.
    concerned.forEach((identity) => contacts.make(identity));
    for (const one of participants) this.insertParticipant.run(id, one.identity.id, one.role);
    this.addEvents(id, record, conversation, participants);
    this.provenance.added('interaction', id);
    this.counted.interaction(record);
  }

  private add(record: InteractionRecord, conversation: KnownConversation | null): number {
    const { lastInsertRowid } = this.insert.run(
      newPublicId(), this.ownAccountId, record.kind, record.externalId, record.idBasis, record.direction,
      record.occurredAt?.at ?? null, record.occurredAt?.precision ?? 'unknown', record.occurredAt?.zone ?? 'unknown',
      conversation?.id ?? null, record.parentExternalId ?? null, record.attachments ?? 0, record.emoji ?? null, record.url ?? null,
    );
    if (record.text || record.subject) {
      this.insertBody.run(lastInsertRowid, record.subject ?? null, record.text ?? '', record.textFormat ?? 'plain');
    }
    return Number(lastInsertRowid);
  }

  /** In large groups only who spoke and who was meant is kept: listing every member at every line would grow without end. */
  private participants(record: InteractionRecord, conversation: KnownConversation | null): Participant[] {
    const large = (conversation?.people ?? 0) > SMALL_GROUP;
    const targets = record.targets.filter((target) => target.role !== 'group' || !large);
    return [
      { identity: this.writers.identities.ensure(record.actor), role: 'from' as const },
      ...targets.map((target) => ({ identity: this.writers.identities.ensure(target.identity), role: target.role })),
    ];
  }

  private addressesUser(participants: Participant[]): boolean {
    return participants.some((one) => one.identity.own && (one.role === 'to' || one.role === 'mentioned'));
  }

  /** Whom it makes a contact: data-model.md, "Who becomes a contact". */
  private concerned(record: InteractionRecord, conversation: KnownConversation | null, participants: Participant[]): KnownIdentity[] {
    const standing = standingOf({
      what: 'interaction',
      kind: record.kind,
      direction: record.direction,
      conversation: conversation?.kind ?? null,
      groupSize: conversation?.people ?? null,
      addressesUser: this.addressesUser(participants),
      hasWords: hasWords(record),
      sponsored: record.sponsored ?? false,
      automated: false,
    });
    if (standing !== 'contact') return [];
    return participants
      .filter(({ identity, role }) => !identity.own && (record.direction === 'out' ? role !== 'from' : role === 'from'))
      .map(({ identity }) => identity);
  }

  private addEvents(id: number, record: InteractionRecord, conversation: KnownConversation | null, participants: Participant[]): void {
    const events = contactEventsOf({
      kind: record.kind,
      direction: record.direction,
      occurredAt: record.occurredAt?.at ?? null,
      conversationKind: conversation?.kind ?? null,
      people: conversation?.people ?? null,
      addressesUser: this.addressesUser(participants),
      hasWords: hasWords(record),
      participants: participants
        .filter((one) => !one.identity.own)
        .map((one) => ({ contactId: one.identity.contactId, role: one.role })),
    });
    insertEvents(this.sql, id, this.ownAccountId, events);
  }
}
