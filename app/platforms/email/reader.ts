/** Reads mailboxes and loose mails: letters between the owner and people, and what they said. */
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Archive, ArchiveReader, Own, ReadItem, ReadResult, Recognition } from '../contract';
import { CoverageKeeper } from '../reading/coverage';
import type { Shown } from '../reading/coverage';
import { rejected } from '../reading/records';
import { LeftOutTally } from '../reading/tally';
import { LetterReader } from './letters';
import { readMail } from './mail';
import { OwnAddresses } from './own';
import { findOwner } from './owner';
import { recognise } from './recognise';
import { isMbox, partPurpose, rawMails } from './sources';
import { survey } from './survey';

export const emailReader: ArchiveReader = {
  platform: 'email',
  version: 1,
  recognise,
  findOwner,
  read,
};

const STRAY = 'The beginning of this file is no mail.';

/** Letters received and letters sent; only an export of all mail shows that there were none. */
const shown = (isWhole: boolean): Shown => ({
  in: [
    { kind: 'email', direction: 'in', listed: isWhole },
    { kind: 'reply', direction: 'in', listed: isWhole },
  ],
  out: [
    { kind: 'email', direction: 'out', listed: isWhole },
    { kind: 'reply', direction: 'out', listed: isWhole },
  ],
});

async function* read(
  archive: Archive,
  recognition: Recognition,
  own: Own,
  _answers: ReadingAnswers,
): AsyncGenerator<ReadItem, ReadResult> {
  const addresses = new OwnAddresses(own);
  const known = await survey(archive, recognition, addresses);
  const letters = new LetterReader(addresses, known);
  const coverage = new CoverageKeeper(shown(known.isWhole));
  let bytesBefore = 0;
  for (const [index, part] of recognition.parts.entries()) {
    const folder = partPurpose(part, archive);
    const tally = new LeftOutTally(part.path);
    let [row, bytes, isStray] = [0, bytesBefore, false];
    for await (const batch of rawMails(archive, part)) {
      bytes = Math.min(bytesBefore + part.size, bytes + batch.bytes);
      if (batch.stray > 0 && !isStray) {
        isStray = true;
        yield { record: rejected(part.path, null, STRAY), part: index, row, bytes };
      }
      for (const raw of batch.mails) {
        row += 1;
        for (const record of letters.records(readMail(raw, folder), part.path, isMbox(part))) {
          if (record.record === 'left_out') {
            tally.add(record.reason, record.count);
            continue;
          }
          if (record.record === 'interaction' && record.direction !== 'other') coverage.note(record.direction, record);
          if (record.record === 'rejected') for (const side of ['in', 'out']) coverage.incomplete(side);
          yield { record, part: index, row, bytes };
        }
      }
    }
    bytesBefore += part.size;
    for (const record of tally.records()) yield { record, part: index, row, bytes: bytesBefore };
  }
  const result = coverage.result(recognition.generatedAt);
  return { coverage: known.showsSent ? result : result.filter(({ direction }) => direction === 'in') };
}
