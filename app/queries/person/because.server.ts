/** The events that a sentence rests on, for the timeline, and what stands above them. */
import { z } from 'zod';
import type { HealthContext } from '../../db/derive/contact-health.server';
import { evidenceOf, EVIDENCE_TOPICS, type Evidence, type EvidenceTopic, type Fact } from '../../domain/health';
import { counted } from '../../lib/text';
import { reasonsInWords, type PersonReading } from './health.server';
import type { PersonLog } from './log.server';

export interface Because {
  topic: EvidenceTopic;
  /** "They were in touch on 4 of the last 30 days" */
  sentence: string;
  /** Where the events are not those of the days that were spoken of. */
  note: string | null;
  /** "6 entries" */
  entries: string;
  /** A part of them that can be opened by itself: the calls without an answer. */
  part: { topic: EvidenceTopic; words: string } | null;
}

/** What `because` in an address may say. */
export const becauseTopic = z.enum(EVIDENCE_TOPICS).nullable().catch(null);

/** Rows of the interactions a topic rests on; null for no topic, or nothing to read. */
export function evidenceRows(
  topic: EvidenceTopic | null, read: PersonReading | null, log: PersonLog, context: HealthContext,
): number[] | null {
  return topic && read ? evidence(topic, read, log, context).events.map(({ id }) => id) : null;
}

function evidence(topic: EvidenceTopic, { reading }: PersonReading, log: PersonLog, { dayOf, coverage }: HealthContext) {
  return evidenceOf(topic, { log: log.health, readAt: reading.readAt, dayOf, coverage });
}

/**
 * @param facts those told of this person
 * @returns null for what isn't said of them: the timeline is then whole
 */
export function becauseOf(
  topic: EvidenceTopic | null, read: PersonReading | null, log: PersonLog, context: HealthContext, facts: readonly Fact[],
): Because | null {
  if (!topic || !read) return null;
  const found = evidence(topic, read, log, context);
  const said = reasonsInWords(read, log, context).find((reason) => reason.topic === topic) ?? facts.find((fact) => fact.topic === topic);
  const sentence = said?.sentence ?? missed(topic, read);
  if (sentence === null || found.events.length === 0) return null;
  return {
    topic, sentence, note: noteOf(topic, found), entries: counted(found.events.length, 'entry', 'entries'), part: partOf(topic, read),
  };
}

/** What stands above the calls without an answer; null where there are none, and for every other topic. */
function missed(topic: EvidenceTopic, { replies: { theirs, yours } }: PersonReading): string | null {
  if (topic !== 'theirMisses' && topic !== 'yourMisses') return null;
  const { calls, answered } = topic === 'theirMisses' ? theirs : yours;
  if (calls === answered) return null;
  return `${topic === 'theirMisses' ? 'They' : 'You'} did not answer ${calls - answered} of ${calls}`;
}

const MISSES = { theirAnswers: 'theirMisses', yourAnswers: 'yourMisses' } as const satisfies Partial<Record<EvidenceTopic, EvidenceTopic>>;

function partOf(topic: EvidenceTopic, { replies }: PersonReading): Because['part'] {
  if (topic !== 'theirAnswers' && topic !== 'yourAnswers') return null;
  const { calls, answered } = topic === 'theirAnswers' ? replies.theirs : replies.yours;
  return calls > answered ? { topic: MISSES[topic], words: `Only the ${calls - answered} without an answer` } : null;
}

function noteOf(topic: EvidenceTopic, { how }: Evidence<unknown>): string | null {
  if (how === 'these') return null;
  if (how === 'earlier') return 'In those days there was nothing; this is the last before them.';
  const isOfYours = topic.startsWith('your') || topic === 'onlyYou';
  return isOfYours ? 'You were never in touch; this is all of theirs.' : 'They were never in touch; this is all of yours.';
}
