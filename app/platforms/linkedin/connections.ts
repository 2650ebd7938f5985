/** Connections.csv: who is connected with the user, and since when. */
import type { CanonicalRecord, IdentityRef, StatedTime } from '../../domain/activity';
import type { TableRow } from '../csv/table';
import { parseDate } from './dates';
import type { DateOrder } from './dates';
import { nameIdentity } from './names';
import { cleanName } from '../reading/names';
import { identityRecord } from './part-reader';
import type { PartReader } from './part-reader';
import { leftOut } from '../reading/records';
import { profileIdentity } from './slug';

export const HIDDEN = 'Connections that hide from LinkedIn’s export: only a date, no name.';
export const UNREADABLE_DATE = 'Dates of connections that could not be read; the people were kept.';

const EMAIL = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[^\s@,;<>.]{2,}$/;

/** Reads rows of Connections.csv. `order` is the one the file's dates are written in. */
export function connectionReader(order: DateOrder): PartReader {
  return {
    read(row, file) {
      const displayName = cleanName(`${row.cell('first name')} ${row.cell('last name')}`);
      const address = profileIdentity(row.cell('url'));
      if (displayName === '' && address === null) return [leftOut(file, HIDDEN)];
      const written = row.cell('connected on').trim();
      const since = parseDate(written, order);
      const identity = address ?? nameIdentity(displayName, connectionScope(since));
      const records: CanonicalRecord[] = [
        identityRecord(identity, { evidence: 'export', displayName, ...detailsOf(row) }),
        relation(identity, since),
      ];
      if (since === null && written !== '') records.push(leftOut(file, UNREADABLE_DATE));
      return records;
    },
  };
}

/**
 * Exports before 2023 give no addresses. The day of connecting never changes from one export to the next and keeps
 * namesakes apart: two people of one name connected on one day are not told apart, everybody else is.
 */
const connectionScope = (since: StatedTime | null) =>
  since === null ? 'connected' : `connected ${new Date(since.at).toISOString().slice(0, 10)}`;

const relation = (identity: IdentityRef, since: StatedTime | null): CanonicalRecord => ({
  record: 'relation',
  identity,
  kind: 'connection',
  since,
  sinceBasis: since === null ? 'first_seen' : 'stated',
});

function detailsOf(row: TableRow) {
  const email = row.cell('email address').trim().toLowerCase();
  return {
    company: cleanName(row.cell('company')),
    title: cleanName(row.cell('position')),
    email: EMAIL.test(email) ? email : '',
  };
}
