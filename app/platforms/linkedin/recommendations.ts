/** Recommendations_Received.csv: what somebody wrote about the user, for everybody to read. */
import type { CanonicalRecord } from '../../domain/activity';
import { parseDate } from './dates';
import type { DateOrder } from './dates';
import { nameIdentity } from './names';
import { cleanName } from '../reading/names';
import { hashOf } from '../reading/ordinals';
import type { Own } from './own';
import { leftOut } from '../reading/records';
import { identityRecord, rejectedRow } from './part-reader';
import type { PartReader } from './part-reader';
import { cleanText } from '../reading/clean-text';

export const TAKEN_BACK = 'Recommendations you turned down or that were taken back.';

/** One that is hidden or waits for the user's answer was written all the same. */
const WITHDRAWN = /^(rejected|declined|dismissed|ignored|deleted|removed|withdrawn|revoked)$/i;

/**
 * Reads rows of Recommendations_Received.csv. LinkedIn gives no address in it, so the author is a name; the moment of
 * writing keeps namesakes apart, and company and position help to see who it is.
 */
export function recommendationReader(own: Own, order: DateOrder): PartReader {
  return {
    read(row, file) {
      if (WITHDRAWN.test(row.cell('status').trim())) return [leftOut(file, TAKEN_BACK)];
      const displayName = cleanName(`${row.cell('first name')} ${row.cell('last name')}`);
      if (displayName === '') return [rejectedRow(row, file, 'This recommendation does not say who wrote it.')];
      const writtenAt = parseDate(row.cell('creation date'), order);
      if (writtenAt === null) return [rejectedRow(row, file, 'This recommendation has no date that can be read.')];
      const author = nameIdentity(displayName, `recommendation ${new Date(writtenAt.at).toISOString()}`);
      const { text, format } = cleanText(row.cell('text'));
      const [company, title] = [cleanName(row.cell('company')), cleanName(row.cell('job title'))];
      const records: CanonicalRecord[] = [
        identityRecord(author, { evidence: 'export', displayName, company, title }),
        identityRecord(own.self, { evidence: 'export', displayName: own.displayName }),
        {
          record: 'interaction',
          kind: 'recommendation',
          externalId: hashOf(['linkedin', 'recommendation', author.key, writtenAt.at]),
          idBasis: 'hash',
          direction: 'in',
          actor: author,
          targets: [{ identity: own.self, role: 'to' }],
          occurredAt: writtenAt,
          ...(text === '' ? {} : { text, textFormat: format }),
        },
      ];
      return records;
    },
  };
}
