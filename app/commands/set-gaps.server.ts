/** Says how often to be in touch with a person, with everybody who carries a tag, or with everybody of a stage. */
import { requireContact } from '../db/contacts.server';
import type { Sql } from '../db/connection.server';
import { followGaps } from '../db/derive/follow-gaps.server';
import { GoneError, transact, type Actor, type Done, type Work } from '../db/transact.server';
import { problemOfGap, wholeGap, type Gap } from '../domain/contacts/keeping';
import { gapWords } from '../domain/contacts/keeping-words';
import { firstName } from '../domain/contacts/names';
import { STAGE_WORDS, type Stage } from '../domain/contacts/stages';

/** Whom a gap is for; people and tags by public id. */
export type GapFor = { is: 'person'; contact: string } | { is: 'tag'; tag: string } | { is: 'stage'; stage: Stage };

/**
 * Both null: nothing is wished for any more, and what is left counts: a tag's wish, a stage's, else the learned rhythm.
 * @throws GoneError; RangeError for gaps that `problemOfGap` refuses
 */
export function setGaps(sql: Sql, actor: Actor, input: { of: GapFor; gap: Gap }, now: number): Done<null> {
  const { of, gap } = input;
  const problem = problemOfGap(gap);
  if (problem) throw new RangeError(problem.sentence);
  if (of.is === 'person') return ofPerson(sql, actor, of.contact, gap, now);
  return of.is === 'tag' ? ofTag(sql, actor, of.tag, gap, now) : ofStage(sql, actor, of.stage, gap, now);
}

const columnsOf = ({ idealDays, longestDays }: Gap) => ({ idealGapDays: idealDays, longestGapDays: longestDays });

function ofPerson(sql: Sql, actor: Actor, publicId: string, gap: Gap, now: number): Done<null> {
  const { id, name } = requireContact(sql, publicId);
  const sentence = wholeGap(gap) ? `${firstName(name)}: ${gapWords(gap)}` : `No gap of your own for ${firstName(name)}`;
  return transact(sql, { actor, verb: 'set-gaps', sentence, subject: publicId, now }, (work) => {
    work.update('Contact', { id }, columnsOf(gap));
    work.touchContact(id);
    return null;
  });
}

function ofTag(sql: Sql, actor: Actor, publicId: string, gap: Gap, now: number): Done<null> {
  const tag = sql.prepare<[string], { id: number; name: string }>('SELECT id, name FROM Tag WHERE publicId = ?').get(publicId);
  if (!tag) throw new GoneError('That tag is no longer there.');
  const meta = { actor, verb: 'set-gaps', sentence: shared(`Tag ${tag.name}`, gap), subject: publicId, now };
  return transact(sql, meta, (work) => {
    work.update('Tag', { id: tag.id }, columnsOf(gap));
    followGaps(sql, { tagId: tag.id }, now);
    return null;
  });
}

function ofStage(sql: Sql, actor: Actor, stage: Stage, gap: Gap, now: number): Done<null> {
  const meta = { actor, verb: 'set-gaps', sentence: shared(`Stage ${STAGE_WORDS[stage]}`, gap), subject: stage, now };
  return transact(sql, meta, (work) => {
    writeStage(work, stage, gap);
    followGaps(sql, { stage }, now);
    return null;
  });
}

/** A stage without a wish has no row. */
function writeStage(work: Work, stage: Stage, gap: Gap): void {
  const there = work.sql.prepare('SELECT 1 FROM StageGap WHERE stage = ?').get(stage) !== undefined;
  if (wholeGap(gap) === null) work.remove('StageGap', { stage });
  else if (there) work.update('StageGap', { stage }, columnsOf(gap));
  else work.insert('StageGap', { stage, ...columnsOf(gap) });
}

function shared(who: string, gap: Gap): string {
  return wholeGap(gap) ? `${who}: ${gapWords(gap)}` : `${who}: their own rhythm`;
}
