/** Writes canonical records into the store, a batch per transaction, each with its checkpoint, under one import run. */
import type { CanonicalRecord, IdentityRecord, InteractionKind, InteractionRecord, ReadItem } from '../domain/activity';
import { monthOf } from '../domain/imports/months';
import type { ImportCounts, LeftOut } from '../domain/imports/run';
import { Adoption } from './bulk/adoption.server';
import { ContactWriter } from './bulk/contacts.server';
import { ConversationWriter } from './bulk/conversations.server';
import { ABOUT_THE_ERASED, ErasedGate } from './bulk/erased-gate.server';
import { FactWriter } from './bulk/facts.server';
import { IdentityWriter } from './bulk/identities.server';
import { InteractionWriter } from './bulk/interactions.server';
import { provenanceOf } from './bulk/provenance.server';
import { RelationWriter } from './bulk/relations.server';
import type { Sql } from './connection.server';

/** Rejected rows kept one by one; past this only their number grows. */
export const REJECTS_KEPT = 5_000;

/** What counts as a message on the import's card: somebody wrote something to somebody. */
const WORDS: readonly InteractionKind[] = ['message', 'email', 'reply', 'comment', 'mention', 'quote'];

export interface BulkTarget {
  importRunId: number;
  ownAccountId: number;
  /** When the source was made, UTC milliseconds: older sources never rename what newer ones named. */
  seenAt: number;
  now: number;
}

export class BulkWriter {
  private readonly identities: IdentityWriter;
  private readonly contacts: ContactWriter;
  private readonly facts: FactWriter;
  private readonly conversations: ConversationWriter;
  private readonly relations: RelationWriter;
  private readonly interactions: InteractionWriter;
  private readonly gate: ErasedGate | null;
  private readonly insertReject;
  private readonly saveProgress;

  /** @param counts continued where an interrupted run stopped, and changed in place */
  constructor(
    private readonly sql: Sql,
    private readonly target: BulkTarget,
    readonly counts: ImportCounts,
    readonly leftOut: LeftOut[],
  ) {
    const provenance = provenanceOf(sql, target.importRunId);
    this.contacts = new ContactWriter(sql, provenance, target.now, {
      contact: (fresh) => {
        counts.people += 1;
        if (fresh) counts.audience -= 1;
      },
      joined: (fresh) => {
        if (fresh) counts.audience -= 1;
      },
    });
    this.identities = new IdentityWriter(sql, provenance, this.contacts, target.seenAt, {
      identity: () => (counts.audience += 1),
      refreshed: () => (counts.refreshed += 1),
    });
    this.conversations = new ConversationWriter(sql, target, this.identities, provenance, {
      conversation: () => (counts.conversations += 1),
    });
    this.relations = new RelationWriter(sql, target.ownAccountId, this.identities, provenance, {
      relation: () => (counts.relations += 1),
      met: () => (counts.relationsMet += 1),
    });
    this.interactions = new InteractionWriter(
      sql,
      target.ownAccountId,
      {
        identities: this.identities,
        contacts: this.contacts,
        conversations: this.conversations,
        adoption: new Adoption(sql, target.ownAccountId, provenance),
      },
      provenance,
      { interaction: (record) => this.countInteraction(record), alreadyThere: () => (counts.alreadyThere += 1) },
    );
    this.facts = new FactWriter(sql, target, this.identities);
    this.gate = ErasedGate.of(sql, (externalId) => this.conversations.find(externalId)?.kind ?? null);
    this.insertReject = sql.prepare('INSERT INTO ImportReject (importRunId, file, line, reason, sample) VALUES (?, ?, ?, ?, ?)');
    this.saveProgress = sql.prepare(
      'UPDATE ImportRun SET checkpoint = ?, bytesRead = ?, counts = ?, leftOut = ? WHERE id = ?',
    );
  }

  /** One transaction: the rows, what could not be used, and how far the run has come. */
  write(items: readonly ReadItem[]): void {
    const last = items.at(-1);
    if (!last) return;
    this.sql
      .transaction(() => {
        for (const { record } of items) this.admit(record);
        this.saveProgress.run(
          JSON.stringify({ part: last.part, row: last.row }), last.bytes, JSON.stringify(this.counts),
          JSON.stringify(this.leftOut), this.target.importRunId,
        );
      })
      .immediate();
  }

  /** A record from before the checkpoint once more, which stays where it is. */
  repeat(record: CanonicalRecord): void {
    this.sql.transaction(() => this.admit(record)).immediate();
  }

  private admit(record: CanonicalRecord): void {
    const admitted = this.gate ? this.gate.pass(record) : record;
    if (admitted) this.one(admitted);
    else this.countLeftOut('', ABOUT_THE_ERASED, 1);
  }

  private one(record: CanonicalRecord): void {
    switch (record.record) {
      case 'identity':
        this.identity(record);
        return;
      case 'relation':
        this.relations.write(record);
        return;
      case 'conversation':
        this.conversations.write(record);
        return;
      case 'same_person':
        this.contacts.join(record.identities.map((identity) => this.identities.ensure(identity)));
        return;
      case 'consent':
      case 'aggregate':
      case 'profile':
        this.facts.write(record);
        return;
      case 'interaction':
        this.countMonth(record);
        this.interactions.write(record);
        return;
      case 'rejected':
        this.counts.rejected += 1;
        if (this.counts.rejected <= REJECTS_KEPT) {
          this.insertReject.run(this.target.importRunId, record.file, record.line, record.reason, record.sample ?? null);
        }
        return;
      case 'left_out':
        this.countLeftOut(record.file, record.reason, record.count);
        return;
    }
  }

  private identity(record: IdentityRecord): void {
    const known = this.identities.write(record);
    if (record.listed && !known.own) this.contacts.list(known);
  }

  private countLeftOut(file: string, reason: string, count: number): void {
    const known = this.leftOut.find((one) => one.file === file && one.reason === reason);
    if (known) known.count += count;
    else this.leftOut.push({ file, reason, count });
  }

  private countMonth({ occurredAt }: InteractionRecord): void {
    if (!occurredAt) return;
    const month = monthOf(occurredAt.at);
    this.counts.months[month] = (this.counts.months[month] ?? 0) + 1;
    this.counts.lastMonth = month;
  }

  private countInteraction(record: InteractionRecord): void {
    if (WORDS.includes(record.kind)) this.counts.messages += 1;
    else if (record.kind === 'invitation') this.counts.invitations += 1;
    else this.counts.reactions += 1;
    const at = record.occurredAt?.at;
    if (at === undefined) return;
    this.counts.firstAt = Math.min(this.counts.firstAt ?? at, at);
    this.counts.lastAt = Math.max(this.counts.lastAt ?? at, at);
  }
}
