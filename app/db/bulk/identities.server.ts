/** Identities, as an import meets them. */
import { EVIDENCE, type Evidence, type IdentityRecord, type IdentityRef } from '../../domain/activity';
import { newPublicId } from '../../lib/ids.server';
import type { Sql } from '../connection.server';
import type { ContactWriter, KnownIdentity } from './contacts.server';
import type { Previous, Provenance } from './provenance.server';

/** Identities remembered between records; past this the memory is emptied, so that any archive fits. */
const REMEMBERED = 50_000;

/** What a source may say about an identity, in the order of the columns. */
const FACTS = ['handle', 'displayName', 'profileUrl', 'email', 'phone', 'company', 'title'] as const;
type Fact = (typeof FACTS)[number];

interface IdentityRow extends Record<Fact, string | null> {
  id: number;
  contactId: number | null;
  evidence: Evidence;
  gone: 0 | 1;
  seenAt: number;
  version: number;
  own: 0 | 1;
}

interface Remembered {
  identity: KnownIdentity;
  /** What was last written of it: the same again needs no look into the store. */
  signature: string;
}

const rank = (evidence: Evidence) => EVIDENCE.indexOf(evidence);
const cacheKey = (ref: IdentityRef) => `${ref.platform}\n${ref.kind}\n${ref.key}\n${ref.scope}`;
const signatureOf = (record: IdentityRecord) =>
  `${record.evidence}\n${record.gone ?? ''}\n${FACTS.map((fact) => record[fact] ?? '').join('\n')}`;

export class IdentityWriter {
  private readonly known = new Map<string, Remembered>();
  private readonly find;
  private readonly findAlias;
  private readonly insert;

  /**
   * @param seenAt when the source was made: an older archive never renames what a newer one named
   * @param counted is told of what is added and refreshed
   */
  constructor(
    private readonly sql: Sql,
    private readonly provenance: Provenance,
    private readonly contacts: ContactWriter,
    private readonly seenAt: number,
    private readonly counted: { identity(): void; refreshed(): void },
  ) {
    const columns = `n.id, n.contactId, n.evidence, n.gone, n.seenAt, n.version, ${FACTS.map((fact) => `n.${fact}`).join(', ')},
      EXISTS (SELECT 1 FROM OwnIdentity o WHERE o.identityId = n.id) AS own`;
    this.find = sql.prepare<[string, string, string, string], IdentityRow>(
      `SELECT ${columns} FROM Identity n WHERE n.platform = ? AND n.kind = ? AND n.key = ? AND n.scope = ?`,
    );
    this.findAlias = sql.prepare<[string, string, string, string], IdentityRow>(
      `SELECT ${columns} FROM IdentityAlias a JOIN Identity n ON n.id = a.identityId
       WHERE a.platform = ? AND a.kind = ? AND a.key = ? AND a.scope = ?`,
    );
    this.insert = sql.prepare(
      `INSERT INTO Identity (publicId, platform, kind, key, scope, ${FACTS.join(', ')}, evidence, gone, seenAt, version)
       VALUES (?, ?, ?, ?, ?, ${FACTS.map(() => '?').join(', ')}, ?, ?, ?, 1)`,
    );
  }

  /** The identity behind a reference, made as a stub where nothing is known of it yet. */
  ensure(ref: IdentityRef): KnownIdentity {
    return this.known.get(cacheKey(ref))?.identity ?? this.write({ ...ref, record: 'identity', evidence: 'stub' });
  }

  /** Adds an identity, or refreshes what its source may refresh. */
  write(record: IdentityRecord): KnownIdentity {
    const key = cacheKey(record);
    const signature = signatureOf(record);
    const remembered = this.known.get(key);
    if (remembered?.signature === signature) return remembered.identity;
    const row = this.find.get(record.platform, record.kind, record.key, record.scope)
      ?? this.findAlias.get(record.platform, record.kind, record.key, record.scope);
    const identity = row ? this.refresh(row, record) : this.add(record);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(key, { identity, signature });
    return identity;
  }

  private add(record: IdentityRecord): KnownIdentity {
    const { lastInsertRowid } = this.insert.run(
      newPublicId(), record.platform, record.kind, record.key, record.scope,
      ...FACTS.map((fact) => record[fact] ?? null), record.evidence, record.gone ? 1 : 0, this.seenAt,
    );
    const id = Number(lastInsertRowid);
    this.provenance.added('identity', id);
    this.counted.identity();
    return { id, contactId: null, own: false };
  }

  /** Fills gaps always; overwrites only with evidence as good and a source as new as what is there. */
  private refresh(row: IdentityRow, record: IdentityRecord): KnownIdentity {
    const overwrites = rank(record.evidence) >= rank(row.evidence) && this.seenAt >= row.seenAt;
    const changes: Previous = {};
    for (const fact of FACTS) {
      const stated = record[fact];
      if (!stated || stated === row[fact]) continue;
      if (row[fact] === null || overwrites) changes[fact] = stated;
    }
    if (overwrites && record.gone !== undefined && record.gone !== (row.gone === 1)) changes['gone'] = record.gone ? 1 : 0;
    if (rank(record.evidence) > rank(row.evidence)) changes['evidence'] = record.evidence;
    if (Object.keys(changes).length > 0) this.apply(row, { ...changes, seenAt: Math.max(row.seenAt, this.seenAt) });
    else this.provenance.met('identity', row.id);
    return { id: row.id, contactId: row.contactId, own: row.own === 1 };
  }

  private apply(row: IdentityRow, changes: Previous): void {
    const current: Previous = { ...row };
    const columns = Object.keys(changes);
    const overwritten = Object.fromEntries(columns.map((column) => [column, current[column] ?? null]));
    const first = this.provenance.refreshed('identity', row.id, {
      ...overwritten, version: row.version, leftAtVersion: row.version + 1,
    });
    this.sql
      .prepare(`UPDATE Identity SET ${columns.map((column) => `"${column}" = @${column}`).join(', ')}, version = version + @raise WHERE id = @id`)
      .run({ ...changes, raise: first ? 1 : 0, id: row.id });
    if (first) this.counted.refreshed();
    if (row.contactId === null) return;
    const fact = (column: 'displayName' | 'title' | 'company') => {
      const changed = changes[column];
      return typeof changed === 'string' ? changed : row[column];
    };
    this.contacts.follow(row.contactId, row, { displayName: fact('displayName'), title: fact('title'), company: fact('company') });
  }
}
