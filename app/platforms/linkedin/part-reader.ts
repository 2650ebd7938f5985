/** What reads the rows of one kind of table. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, RejectedRecord } from '../../domain/activity';
import type { TableRow } from '../csv/table';
import { rejected } from '../reading/records';
import { profileUrl } from './slug';

export interface PartReader {
  /** The records of one row, those they refer to first. Left-out ones are added up by the caller. */
  read(row: TableRow, file: string): CanonicalRecord[];
}

/** A row that could not be used, with where it stands. */
export const rejectedRow = (row: TableRow, file: string, reason: string): RejectedRecord => rejected(file, row.line, reason, row.sample());

/** An identity with the address and handle that follow from its key; empty details are left away. */
export function identityRecord(
  identity: IdentityRef,
  details: Pick<IdentityRecord, 'evidence'> &
    Partial<Pick<IdentityRecord, 'displayName' | 'company' | 'title' | 'email' | 'gone'>>,
): IdentityRecord {
  const url = profileUrl(identity);
  return {
    record: 'identity',
    ...identity,
    ...(identity.kind === 'handle' ? { handle: identity.key } : {}),
    ...(url === undefined ? {} : { profileUrl: url }),
    ...(details.displayName ? { displayName: details.displayName } : {}),
    ...(details.email ? { email: details.email } : {}),
    ...(details.company ? { company: details.company } : {}),
    ...(details.title ? { title: details.title } : {}),
    ...(details.gone ? { gone: true } : {}),
    evidence: details.evidence,
  };
}
