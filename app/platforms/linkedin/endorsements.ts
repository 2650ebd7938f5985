/** Endorsement_Received_Info.csv: who endorsed the user for which skill, and when. */
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
import { profileIdentity } from './slug';

export const TURNED_DOWN = 'Endorsements you turned down or that were taken back.';

/** A pending one was given all the same: it only waits for the user to show it on the profile. */
const WITHDRAWN = /^(rejected|declined|ignored|deleted|removed|withdrawn|revoked)$/i;

/** Reads rows of Endorsement_Received_Info.csv. The skill is the interaction's text. */
export function endorsementReader(own: Own, order: DateOrder): PartReader {
  return {
    read(row, file) {
      if (WITHDRAWN.test(row.cell('endorsement status').trim())) return [leftOut(file, TURNED_DOWN)];
      const displayName = cleanName(`${row.cell('endorser first name')} ${row.cell('endorser last name')}`);
      const address = profileIdentity(row.cell('endorser public url'));
      if (address === null && displayName === '') return [rejectedRow(row, file, 'This endorsement does not say who gave it.')];
      const skill = cleanName(row.cell('skill name'));
      if (skill === '') return [rejectedRow(row, file, 'This endorsement names no skill.')];
      const givenAt = parseDate(row.cell('endorsement date'), order);
      if (givenAt === null) return [rejectedRow(row, file, 'This endorsement has no date that can be read.')];
      // Several skills are endorsed in one go: the day keeps one person together and namesakes apart.
      const day = new Date(givenAt.at).toISOString().slice(0, 10);
      const endorser = address ?? nameIdentity(displayName, `endorsement ${day}`);
      const records: CanonicalRecord[] = [
        identityRecord(endorser, { evidence: 'export', displayName }),
        identityRecord(own.self, { evidence: 'export', displayName: own.displayName }),
        {
          record: 'interaction',
          kind: 'endorsement',
          externalId: hashOf(['linkedin', 'endorsement', endorser.key, skill.toLowerCase(), givenAt.at]),
          idBasis: 'hash',
          direction: 'in',
          actor: endorser,
          targets: [{ identity: own.self, role: 'to' }],
          occurredAt: givenAt,
          text: skill,
          textFormat: 'plain',
        },
      ];
      return records;
    },
  };
}
