/** Facts about identities that are no interactions: consent, numbers as of a day, what a profile shows. Kept per run. */
import type { AggregateRecord, ConsentRecord, ProfileRecord } from '../../domain/activity';
import type { Sql } from '../connection.server';
import type { IdentityWriter } from './identities.server';

export class FactWriter {
  private readonly consent;
  private readonly aggregate;
  private readonly profile;

  constructor(
    sql: Sql,
    private readonly target: { importRunId: number; ownAccountId: number; seenAt: number },
    private readonly identities: IdentityWriter,
  ) {
    // A source that says two things of one address means the stricter one.
    this.consent = sql.prepare(
      `INSERT INTO Consent (importRunId, identityId, channel, ownAccountId, state, at, seenAt) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at WHERE state = 'subscribed'`,
    );
    this.aggregate = sql.prepare(
      'INSERT OR REPLACE INTO Aggregate (importRunId, identityId, metric, "window", ownAccountId, value, asOf) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.profile = sql.prepare('INSERT OR REPLACE INTO IdentityProfile (importRunId, identityId, facts, asOf) VALUES (?, ?, ?, ?)');
  }

  /** The same fact again overwrites itself, so that an interrupted run may go over its rows twice. */
  write(record: ConsentRecord | AggregateRecord | ProfileRecord): void {
    const { importRunId, ownAccountId, seenAt } = this.target;
    const identityId = this.identities.ensure(record.identity).id;
    switch (record.record) {
      case 'consent':
        this.consent.run(importRunId, identityId, record.channel, ownAccountId, record.state, record.at?.at ?? null, seenAt);
        return;
      case 'aggregate':
        this.aggregate.run(importRunId, identityId, record.metric, record.window, ownAccountId, record.value, record.asOf);
        return;
      case 'profile':
        this.profile.run(importRunId, identityId, JSON.stringify(record.facts), record.asOf);
        return;
    }
  }
}
