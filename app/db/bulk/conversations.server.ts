/** Conversations and relations, as an import meets them. */
import type { ConversationKind, ConversationRecord, RelationRecord } from '../../domain/activity';
import { newPublicId } from '../../lib/ids.server';
import type { Sql } from '../connection.server';
import type { IdentityWriter } from './identities.server';
import type { Previous, Provenance } from './provenance.server';

const REMEMBERED = 50_000;

export interface KnownConversation {
  id: number;
  kind: ConversationKind;
  /** Everybody in it, the user included. */
  people: number;
}

interface ConversationRow {
  id: number;
  kind: ConversationKind;
  title: string | null;
  folder: string | null;
  nativeUrl: string | null;
}

export class ConversationWriter {
  private readonly known = new Map<string, KnownConversation>();

  constructor(
    private readonly sql: Sql,
    private readonly ownAccountId: number,
    private readonly identities: IdentityWriter,
    private readonly provenance: Provenance,
    private readonly counted: { conversation(): void; relation(): void },
  ) {}

  /** A conversation that was written before, in this run or an earlier one. */
  find(externalId: string): KnownConversation | null {
    const remembered = this.known.get(externalId);
    if (remembered) return remembered;
    const row = this.row(externalId);
    if (!row) return null;
    return this.remember(externalId, { id: row.id, kind: row.kind, people: this.people(row.id) });
  }

  write(record: ConversationRecord): KnownConversation {
    const row = this.row(record.externalId);
    const id = row ? this.refresh(row, record) : this.add(record);
    const join = this.sql.prepare('INSERT OR IGNORE INTO ConversationParticipant (conversationId, identityId) VALUES (?, ?)');
    for (const participant of record.participants) join.run(id, this.identities.ensure(participant).id);
    return this.remember(record.externalId, { id, kind: record.kind, people: this.people(id) });
  }

  writeRelation(record: RelationRecord): void {
    const identity = this.identities.ensure(record.identity);
    const present = this.sql
      .prepare<[number, number, string], { id: number; since: number | null }>(
        'SELECT id, since FROM Relation WHERE ownAccountId = ? AND identityId = ? AND kind = ?',
      )
      .get(this.ownAccountId, identity.id, record.kind);
    if (!present) {
      const { lastInsertRowid } = this.sql
        .prepare(
          `INSERT INTO Relation (publicId, ownAccountId, identityId, kind, since, precision, zone, sinceBasis)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          newPublicId(), this.ownAccountId, identity.id, record.kind, record.since?.at ?? null,
          record.since?.precision ?? 'unknown', record.since?.zone ?? 'unknown', record.sinceBasis,
        );
      this.provenance.added('relation', Number(lastInsertRowid));
      this.counted.relation();
      return;
    }
    if (record.since !== null && present.since === null) {
      this.provenance.refreshed('relation', present.id, { since: null });
      this.sql.prepare('UPDATE Relation SET since = ?, precision = ?, zone = ?, sinceBasis = ? WHERE id = ?')
        .run(record.since.at, record.since.precision, record.since.zone, record.sinceBasis, present.id);
      return;
    }
    this.provenance.met('relation', present.id);
  }

  private row(externalId: string): ConversationRow | undefined {
    return this.sql
      .prepare<[number, string], ConversationRow>(
        'SELECT id, kind, title, folder, nativeUrl FROM Conversation WHERE ownAccountId = ? AND externalId = ?',
      )
      .get(this.ownAccountId, externalId);
  }

  private add(record: ConversationRecord): number {
    const { lastInsertRowid } = this.sql
      .prepare(
        `INSERT INTO Conversation (publicId, ownAccountId, externalId, kind, title, folder, nativeUrl) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        newPublicId(), this.ownAccountId, record.externalId, record.kind, record.title ?? null, record.folder ?? null,
        record.nativeUrl ?? null,
      );
    const id = Number(lastInsertRowid);
    this.provenance.added('conversation', id);
    this.counted.conversation();
    return id;
  }

  private refresh(row: ConversationRow, record: ConversationRecord): number {
    const stated: Previous = {
      kind: record.kind,
      title: record.title ?? row.title,
      folder: record.folder ?? row.folder,
      nativeUrl: record.nativeUrl ?? row.nativeUrl,
    };
    const previous: Previous = { kind: row.kind, title: row.title, folder: row.folder, nativeUrl: row.nativeUrl };
    const changed = Object.keys(stated).filter((column) => stated[column] !== previous[column]);
    if (changed.length === 0) {
      this.provenance.met('conversation', row.id);
      return row.id;
    }
    this.sql
      .prepare('UPDATE Conversation SET kind = @kind, title = @title, folder = @folder, nativeUrl = @nativeUrl WHERE id = @id')
      .run({ ...stated, id: row.id });
    this.provenance.refreshed('conversation', row.id, Object.fromEntries(changed.map((column) => [column, previous[column] ?? null])));
    return row.id;
  }

  private people(id: number): number {
    const row = this.sql
      .prepare<[number], { people: number }>('SELECT count(*) AS people FROM ConversationParticipant WHERE conversationId = ?')
      .get(id);
    return row?.people ?? 0;
  }

  private remember(externalId: string, known: KnownConversation): KnownConversation {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(externalId, known);
    return known;
  }
}
