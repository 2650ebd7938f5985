import type { CanonicalRecord } from '../../domain/activity';

/** UTC milliseconds of what a record tells; null where it has no date. */
export const instantOf = (record: CanonicalRecord): number | null =>
  (record.record === 'interaction' ? record.occurredAt?.at : record.record === 'relation' ? record.since?.at : null) ?? null;
