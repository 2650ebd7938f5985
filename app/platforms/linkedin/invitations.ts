/** Invitations.csv: who asked whom to connect, with or without words. */
import type { CanonicalRecord, Direction, IdentityRef, InteractionRecord, StatedTime } from '../../domain/activity';
import type { TableRow } from '../csv/table';
import { parseDate } from './dates';
import type { DateOrder } from './dates';
import { nameIdentity } from './names';
import { cleanName } from '../reading/names';
import { hashOf } from '../reading/ordinals';
import type { Own } from './own';
import { identityRecord, rejectedRow } from './part-reader';
import type { PartReader } from './part-reader';
import { profileIdentity } from './slug';
import { cleanText } from '../reading/clean-text';

/** Reads rows of Invitations.csv. An invitation without words is only a request; with words it is also an interaction. */
export function invitationReader(own: Own, order: DateOrder): PartReader {
  return {
    read(row, file) {
      const sentAt = parseDate(row.cell('sent at'), order);
      if (sentAt === null) return [rejectedRow(row, file, 'This invitation has no date that can be read.')];
      const direction = directionOf(row, own);
      if (direction === null) return [rejectedRow(row, file, 'This invitation does not say who sent it.')];
      const incoming = direction === 'in';
      const displayName = cleanName(row.cell(incoming ? 'from' : 'to'));
      const address = profileIdentity(row.cell(incoming ? 'inviterprofileurl' : 'inviteeprofileurl'));
      if (address === null && displayName === '') return [rejectedRow(row, file, 'This invitation names nobody.')];
      const other = address ?? nameIdentity(displayName, `invitation ${new Date(sentAt.at).toISOString()}`);
      const records: CanonicalRecord[] = [
        identityRecord(other, { evidence: 'export', displayName }),
        {
          record: 'relation',
          identity: other,
          kind: incoming ? 'request_in' : 'request_out',
          since: sentAt,
          sinceBasis: 'stated',
        },
      ];
      const { text, format } = cleanText(row.cell('message'));
      if (text !== '') {
        records.push(identityRecord(own.self, { evidence: 'export', displayName: own.displayName }));
        records.push({ ...words(other, own, direction, sentAt), text, textFormat: format });
      }
      return records;
    },
  };
}

function words(
  other: IdentityRef,
  own: Own,
  direction: Extract<Direction, 'in' | 'out'>,
  sentAt: StatedTime,
): InteractionRecord {
  const [actor, target] = direction === 'in' ? [other, own.self] : [own.self, other];
  return {
    record: 'interaction',
    kind: 'invitation',
    externalId: hashOf(['linkedin', 'invitation', direction, other.key, sentAt.at]),
    idBasis: 'hash',
    direction,
    actor,
    targets: [{ identity: target, role: 'to' }],
    occurredAt: sentAt,
  };
}

/** The addresses decide where one is the user's own; the Direction column elsewhere. */
function directionOf(row: TableRow, own: Own): Extract<Direction, 'in' | 'out'> | null {
  const inviter = profileIdentity(row.cell('inviterprofileurl'));
  const invitee = profileIdentity(row.cell('inviteeprofileurl'));
  const fromOwn = inviter !== null && own.has(inviter);
  const toOwn = invitee !== null && own.has(invitee);
  if (fromOwn !== toOwn) return fromOwn ? 'out' : 'in';
  const stated = row.cell('direction').trim().toUpperCase();
  if (stated === 'INCOMING') return 'in';
  return stated === 'OUTGOING' ? 'out' : null;
}
