/** Conversations as rows of a list: who, where, their last words, how long they wait, their pulse. */
import type { Sql } from '../../db/connection.server';
import type { HealthContext } from '../../db/derive/contact-health.server';
import type { Platform } from '../../domain/activity';
import { oneLine } from '../../domain/conversations/one-line';
import { waitLabel } from '../../domain/conversations/words';
import { pulsesOf } from '../pulses.server';
import type { TodayRow } from './provider';

/** A conversation somebody waits in. `since` is UTC milliseconds. */
export interface WaitingConversation {
  id: number;
  since: number;
}

/** Characters read of the last message: far more than a line shows. */
const READ_CHARACTERS = 400;

interface DetailRow {
  id: number;
  conversation: string;
  contactId: number;
  contact: string;
  name: string;
  platform: Platform;
  seenThrough: number | null;
  text: string | null;
  attachments: number | null;
  theirs: 0 | 1 | null;
}

function lineOf({ text, attachments }: DetailRow): string {
  const line = oneLine(text ?? '');
  if (line !== '') return line;
  if (attachments) return attachments === 1 ? 'Sent an attachment' : `Sent ${attachments} attachments`;
  return 'Wrote without words';
}

/**
 * In the given order, in six statements; conversations that are gone are left out.
 * @param owed that all of these are owed a reply; otherwise the turn says who is
 */
export function waitingRows(
  sql: Sql,
  waiting: readonly WaitingConversation[],
  now: number,
  owed?: 'everybody',
  health?: HealthContext,
): TodayRow[] {
  const details = sql
    .prepare<[string], DetailRow>(
      `SELECT c.id, c.publicId AS conversation, s.contactId, k.publicId AS contact, k.name, a.platform, s.lastInAt AS seenThrough,
              substr(b.text, 1, ${READ_CHARACTERS}) AS text, i.attachments, i.direction <> 'out' AS theirs
       FROM json_each(?) j CROSS JOIN Conversation c ON c.id = j.value
       JOIN ConversationState s ON s.conversationId = c.id JOIN OwnAccount a ON a.id = c.ownAccountId
       JOIN Contact k ON k.id = s.contactId
       LEFT JOIN Interaction i ON i.id = s.lastMessageId LEFT JOIN InteractionBody b ON b.interactionId = i.id`,
    )
    .all(JSON.stringify(waiting.map(({ id }) => id)));
  const byId = new Map(details.map((row) => [row.id, row]));
  const pulses = pulsesOf(sql, details.map((row) => row.contactId), now, 'row', owed, health);
  return waiting.flatMap(({ id, since }): TodayRow[] => {
    const row = byId.get(id);
    if (!row) return [];
    const { conversation, contact, name, platform, seenThrough } = row;
    const health = pulses.get(row.contactId);
    return [
      {
        about: 'turn', id: conversation, conversation, contact, name, platform, seenThrough, since, tone: null,
        state: health?.reading.state ?? null,
        line: lineOf(row),
        lineIsTheirs: row.theirs === 1 && Boolean(row.text),
        wait: waitLabel(since, now),
        waiting: `waiting ${waitLabel(since, now)}`,
        pulse: health?.pulse ?? null,
      },
    ];
  });
}
