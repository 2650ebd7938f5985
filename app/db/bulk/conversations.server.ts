/** Conversations and who is in them, as an import meets them. */
import type { ConversationKind, ConversationRecord } from '../../domain/activity';
import { newPublicId } from '../../lib/ids.server';
import { refreshEventsOfConversation } from '../derive/contact-events.server';
import type { Sql } from '../connection.server';
import type { IdentityWriter } from './identities.server';
import { ENTITY, memberRow, TAKEN_BACK, type Previous, type Provenance } from './provenance.server';

/** Conversations remembered between records; past this the memory is emptied. */
const REMEMBERED = 50_000;

export interface KnownConversation {
  id: number;
  kind: ConversationKind;
  /** Everybody in it, the user included. */
  people: number;
}

interface Words {
  kind: ConversationKind;
  title: string | null;
  folder: string | null;
  nativeUrl: string | null;
}

type ConversationRow = Words & { id: number };

export class ConversationWriter {
  private readonly known = new Map<string, KnownConversation>();
  private readonly findRow;
  private readonly insert;
  private readonly join;
  private readonly countPeople;

  /** @param seenAt when the source was made, UTC milliseconds: an older archive never renames what a newer one named */
  constructor(
    private readonly sql: Sql,
    private readonly target: { ownAccountId: number; seenAt: number },
    private readonly identities: IdentityWriter,
    private readonly provenance: Provenance,
    private readonly counted: { conversation(): void },
  ) {
    this.findRow = sql.prepare<[number, string], ConversationRow>(
      'SELECT id, kind, title, folder, nativeUrl FROM Conversation WHERE ownAccountId = ? AND externalId = ?',
    );
    this.insert = sql.prepare(
      `INSERT INTO Conversation (publicId, ownAccountId, externalId, kind, title, folder, nativeUrl) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.join = sql.prepare('INSERT OR IGNORE INTO ConversationParticipant (conversationId, identityId) VALUES (?, ?)');
    this.countPeople = sql.prepare<[number], { people: number }>(
      'SELECT count(*) AS people FROM ConversationParticipant WHERE conversationId = ?',
    );
  }

  /** A conversation that was written before, in this run or an earlier one. */
  find(externalId: string): KnownConversation | null {
    const remembered = this.known.get(externalId);
    if (remembered) return remembered;
    const row = this.findRow.get(this.target.ownAccountId, externalId);
    return row ? this.remember(externalId, row) : null;
  }

  /** Adds a conversation with its members, or refreshes what is known of it. */
  write(record: ConversationRecord): void {
    const row = this.findRow.get(this.target.ownAccountId, record.externalId);
    const kind = row ? this.refresh(row, record) : record.kind;
    const id = row?.id ?? this.add(record);
    let joined = 0;
    for (const participant of record.participants) {
      const identityId = this.identities.ensure(participant).id;
      const isNew = this.join.run(id, identityId).changes === 1;
      this.provenance[isNew ? 'added' : 'met']('member', memberRow(id, identityId));
      joined += isNew ? 1 : 0;
    }
    // How large a group is decides which of its lines anybody was meant by.
    if (row && (joined > 0 || kind !== row.kind)) refreshEventsOfConversation(this.sql, id);
    this.remember(record.externalId, { id, kind });
  }

  private add(record: ConversationRecord): number {
    const { lastInsertRowid } = this.insert.run(
      newPublicId(), this.target.ownAccountId, record.externalId, record.kind, record.title ?? null, record.folder ?? null,
      record.nativeUrl ?? null,
    );
    const id = Number(lastInsertRowid);
    this.provenance.added('conversation', id);
    this.counted.conversation();
    return id;
  }

  /** @returns the kind it has afterwards */
  private refresh(row: ConversationRow, record: ConversationRecord): ConversationKind {
    const { id, ...before } = row;
    const stated: Words = {
      kind: record.kind,
      title: record.title ?? null,
      folder: record.folder ?? null,
      nativeUrl: record.nativeUrl ?? null,
    };
    const old: Previous = { ...before };
    if (Object.entries(stated).every(([column, value]) => value === null || value === old[column])) {
      this.provenance.met('conversation', id);
      return row.kind;
    }
    const next = this.isNewest(id)
      ? { ...stated, title: stated.title ?? before.title, folder: stated.folder ?? before.folder, nativeUrl: stated.nativeUrl ?? before.nativeUrl }
      : { kind: before.kind, title: before.title ?? stated.title, folder: before.folder ?? stated.folder, nativeUrl: before.nativeUrl ?? stated.nativeUrl };
    const changed = Object.entries(next).filter(([column, value]) => value !== old[column]);
    if (changed.length === 0) {
      this.provenance.met('conversation', id);
      return row.kind;
    }
    this.provenance.refreshed('conversation', id, Object.fromEntries(changed.map(([column]) => [column, old[column] ?? null])));
    this.sql
      .prepare('UPDATE Conversation SET kind = @kind, title = @title, folder = @folder, nativeUrl = @nativeUrl WHERE id = @id')
      .run({ ...next, id });
    return next.kind;
  }

  /** Whether no newer source has spoken of this conversation. */
  private isNewest(id: number): boolean {
    const newest = this.sql
      .prepare<[number], { at: number | null }>(
        `SELECT max(u.generatedAt) AS at FROM ImportRun u CROSS JOIN ImportRunRow r ON r.importRunId = u.id
         WHERE u.status NOT IN ${TAKEN_BACK} AND r.entity = ${ENTITY.conversation} AND r.rowId = ?`,
      )
      .get(id);
    return this.target.seenAt >= (newest?.at ?? -Infinity);
  }

  private remember(externalId: string, { id, kind }: { id: number; kind: ConversationKind }): KnownConversation {
    if (this.known.size >= REMEMBERED) this.known.clear();
    const known = { id, kind, people: this.countPeople.get(id)?.people ?? 0 };
    this.known.set(externalId, known);
    return known;
  }
}
