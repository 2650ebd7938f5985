/** Relations to the user's account, as an import meets them. */
import type { RelationRecord } from '../../domain/activity';
import { newPublicId } from '../../lib/ids.server';
import type { Sql } from '../connection.server';
import type { IdentityWriter } from './identities.server';
import type { Provenance } from './provenance.server';

interface RelationRow {
  id: number;
  since: number | null;
  precision: string;
  zone: string;
  sinceBasis: string;
}

export class RelationWriter {
  private readonly find;
  private readonly insert;
  private readonly date;

  constructor(
    sql: Sql,
    private readonly ownAccountId: number,
    private readonly identities: IdentityWriter,
    private readonly provenance: Provenance,
    private readonly counted: { relation(): void; met(): void },
  ) {
    this.find = sql.prepare<[number, number, string], RelationRow>(
      'SELECT id, since, precision, zone, sinceBasis FROM Relation WHERE ownAccountId = ? AND identityId = ? AND kind = ?',
    );
    this.insert = sql.prepare(
      `INSERT INTO Relation (publicId, ownAccountId, identityId, kind, since, precision, zone, sinceBasis)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.date = sql.prepare('UPDATE Relation SET since = ?, precision = ?, zone = ?, sinceBasis = ? WHERE id = ?');
  }

  /** Adds a relation, or dates one whose beginning was not known. */
  write({ identity: ref, kind, since, sinceBasis }: RelationRecord): void {
    const identity = this.identities.ensure(ref);
    const present = this.find.get(this.ownAccountId, identity.id, kind);
    const stated = [since?.at ?? null, since?.precision ?? 'unknown', since?.zone ?? 'unknown', sinceBasis] as const;
    if (!present) {
      const { lastInsertRowid } = this.insert.run(newPublicId(), this.ownAccountId, identity.id, kind, ...stated);
      this.provenance.added('relation', Number(lastInsertRowid));
      this.counted.relation();
    } else if (since !== null && present.since === null) {
      const { id, ...previous } = present;
      this.provenance.refreshed('relation', id, previous);
      this.date.run(...stated, id);
    } else {
      this.provenance.met('relation', present.id);
      this.counted.met();
    }
  }
}
