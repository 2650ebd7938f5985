/** Identities and the contacts that come of them, as an import meets them. */
import { EVIDENCE, type Evidence, type IdentityRecord, type IdentityRef } from '../../domain/activity';
import { newPublicId } from '../../lib/ids.server';
import { interactionsOfIdentity, refreshEventsOf } from '../derive/contact-events.server';
import type { Sql } from '../connection.server';
import type { Previous, Provenance } from './provenance.server';

/** Identities remembered between records; past this the memory is emptied, so that any archive fits. */
const REMEMBERED = 50_000;

/** What a source may say about an identity, in the order of the columns. */
const FACTS = ['handle', 'displayName', 'profileUrl', 'email', 'phone', 'company', 'title'] as const;
type Fact = (typeof FACTS)[number];

interface IdentityRow extends Record<Fact, string | null> {
  id: number;
  publicId: string;
  contactId: number | null;
  evidence: Evidence;
  gone: 0 | 1;
  seenAt: number;
  own: 0 | 1;
}

/** An identity of the store, as far as writing needs it. */
export interface KnownIdentity {
  id: number;
  contactId: number | null;
  own: boolean;
  /** Made in this run: nothing older can hang on it. */
  fresh: boolean;
}

const rank = (evidence: Evidence) => EVIDENCE.indexOf(evidence);
const cacheKey = (ref: IdentityRef) => `${ref.platform}\n${ref.kind}\n${ref.key}\n${ref.scope}`;

/** "Director, Northwind", from what the platform shows. */
function headlineOf(row: Pick<IdentityRow, 'title' | 'company'>): string | null {
  return [row.title, row.company].filter(Boolean).join(', ') || null;
}

export class IdentityWriter {
  private readonly known = new Map<string, KnownIdentity>();
  private readonly written = new Map<string, string>();
  private readonly met = new Set<number>();
  private readonly find;
  private readonly findAlias;
  private readonly insert;

  /**
   * @param seenAt when the source was made: an older archive never renames what a newer one named
   * @param counted is told of what is added; `contact` also whether its identity is new, and so was audience until now
   */
  constructor(
    private readonly sql: Sql,
    private readonly provenance: Provenance,
    private readonly seenAt: number,
    private readonly now: number,
    private readonly counted: { identity(): void; contact(fresh: boolean): void; refreshed(): void },
  ) {
    const columns = `n.id, n.publicId, n.contactId, n.evidence, n.gone, n.seenAt, ${FACTS.map((fact) => `n.${fact}`).join(', ')},
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
    return this.known.get(cacheKey(ref)) ?? this.write({ ...ref, record: 'identity', evidence: 'stub' });
  }

  /** Adds an identity, or refreshes what its source may refresh. */
  write(record: IdentityRecord): KnownIdentity {
    const key = cacheKey(record);
    const signature = `${record.evidence}\n${record.gone ?? false}\n${FACTS.map((fact) => record[fact] ?? '').join('\n')}`;
    const remembered = this.known.get(key);
    if (remembered && this.written.get(key) === signature) return remembered;
    const row = this.lookUp(record);
    const known = row ? this.refresh(row, record) : this.add(record);
    this.remember(key, known, signature);
    return known;
  }

  /** Makes a contact of an identity that has none, and gives it the events that were there before. */
  makeContact(known: KnownIdentity): number {
    if (known.contactId !== null) {
      this.meetContact(known.contactId);
      return known.contactId;
    }
    const row = this.sql
      .prepare<[number], Pick<IdentityRow, 'displayName' | 'handle' | 'email' | 'title' | 'company'> & { key: string }>(
        'SELECT displayName, handle, email, title, company, key FROM Identity WHERE id = ?',
      )
      .get(known.id);
    if (!row) throw new Error('An identity vanished during its import.');
    const contactId = Number(
      this.sql
        .prepare(
          `INSERT INTO Contact (publicId, name, headline, stage, createdAt, createdHow) VALUES (?, ?, ?, 'in_conversation', ?, 'import')`,
        )
        .run(newPublicId(), row.displayName ?? row.handle ?? row.email ?? row.key, headlineOf(row), this.now).lastInsertRowid,
    );
    this.sql.prepare('UPDATE Identity SET contactId = ? WHERE id = ?').run(contactId, known.id);
    const link = this.sql
      .prepare(`INSERT INTO ContactIdentity (contactId, identityId, how, attachedAt) VALUES (?, ?, 'first_word', ?)`)
      .run(contactId, known.id, this.now).lastInsertRowid;
    this.provenance.added('contact', contactId);
    this.met.add(contactId);
    this.provenance.added('contactIdentity', Number(link));
    known.contactId = contactId;
    for (const interactionId of interactionsOfIdentity(this.sql, known.id)) refreshEventsOf(this.sql, interactionId);
    this.counted.contact(known.fresh);
    return contactId;
  }

  /** A contact this run would have made too stays when the run that did make it is undone. */
  private meetContact(contactId: number): void {
    if (this.met.has(contactId)) return;
    this.met.add(contactId);
    this.provenance.met('contact', contactId);
  }

  private lookUp(ref: IdentityRef): IdentityRow | undefined {
    return (
      this.find.get(ref.platform, ref.kind, ref.key, ref.scope) ??
      this.findAlias.get(ref.platform, ref.kind, ref.key, ref.scope)
    );
  }

  private add(record: IdentityRecord): KnownIdentity {
    const { lastInsertRowid } = this.insert.run(
      newPublicId(), record.platform, record.kind, record.key, record.scope,
      ...FACTS.map((fact) => record[fact] ?? null), record.evidence, record.gone ? 1 : 0, this.seenAt,
    );
    const id = Number(lastInsertRowid);
    this.provenance.added('identity', id);
    this.counted.identity();
    return { id, contactId: null, own: false, fresh: true };
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
    if (Object.keys(changes).length === 0) {
      this.provenance.met('identity', row.id);
    } else {
      this.applyRefresh(row, { ...changes, seenAt: Math.max(row.seenAt, this.seenAt) });
    }
    return { id: row.id, contactId: row.contactId, own: row.own === 1, fresh: false };
  }

  private applyRefresh(row: IdentityRow, changes: Previous): void {
    const current: Previous = { ...row };
    const columns = Object.keys(changes);
    const previous = Object.fromEntries(columns.map((column) => [column, current[column] ?? null]));
    this.sql
      .prepare(`UPDATE Identity SET ${columns.map((column) => `"${column}" = @${column}`).join(', ')}, version = version + 1 WHERE id = @id`)
      .run({ ...changes, id: row.id });
    this.provenance.refreshed('identity', row.id, previous);
    this.counted.refreshed();
    if (row.contactId !== null) this.renameContact(row.contactId, { ...current, ...changes }, row);
  }

  /** A contact that still carries its source's words follows them; what the user typed stays. */
  private renameContact(contactId: number, next: Previous, before: IdentityRow): void {
    const contact = this.sql
      .prepare<[number], { name: string; nameBasis: string; headline: string | null; headlineBasis: string }>(
        'SELECT name, nameBasis, headline, headlineBasis FROM Contact WHERE id = ?',
      )
      .get(contactId);
    if (!contact) return;
    const text = (value: Previous[string] | undefined) => (typeof value === 'string' ? value : null);
    const name = text(next['displayName']);
    const headline = headlineOf({ title: text(next['title']), company: text(next['company']) });
    const renames = contact.nameBasis === 'source' && name !== null && name !== contact.name;
    const nameWasTheirs = before.displayName === null || before.displayName === contact.name;
    const retitles = contact.headlineBasis === 'source' && headline !== contact.headline && headlineOf(before) === contact.headline;
    if (!(renames && nameWasTheirs) && !retitles) return;
    this.provenance.refreshed('contact', contactId, { name: contact.name, headline: contact.headline });
    this.sql
      .prepare('UPDATE Contact SET name = ?, headline = ?, version = version + 1 WHERE id = ?')
      .run(renames && nameWasTheirs ? name : contact.name, retitles ? headline : contact.headline, contactId);
  }

  private remember(key: string, known: KnownIdentity, signature: string): void {
    if (this.known.size >= REMEMBERED) {
      this.known.clear();
      this.written.clear();
    }
    this.known.set(key, known);
    this.written.set(key, signature);
  }
}
