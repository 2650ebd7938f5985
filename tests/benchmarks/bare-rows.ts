/** What a page of Kith lists, without anything around it: the minimal page renders the same rows. */
import type { Sql } from '../../app/db/connection.server';
import { conversationPane } from '../../app/queries/conversation.server';
import { person } from '../../app/queries/person.server';
import { today } from '../../app/queries/today.server';

export interface BareRow {
  id: string;
  name: string;
  where: string;
  line: string;
  when: string;
  /** Paths of the pulse; null for a row without one. */
  them: string | null;
  you: string;
}

const WITHOUT_PULSE = { them: null, you: '' } as const;

export interface Asker {
  /** IANA name. */
  zone: string;
  teammateId: number;
  horizonDays: number;
  minutesADay: number;
  /** UTC milliseconds. */
  now: number;
}

/** Who waits, and the messages of the conversation that is open beside them. */
export function rowsOfToday(sql: Sql, asker: Asker): BareRow[] {
  const waiting = today(sql, asker).groups.flatMap(({ rows }) => rows);
  const first = waiting[0] && conversationPane(sql, waiting[0].conversation ?? '', asker);
  return [
    ...waiting.map(({ id, name, platform, state, line, wait, pulse }) => ({
      id, name, where: `${platform} ${state ?? ''}`, line, when: wait, them: pulse?.themPath ?? null, you: pulse?.youPath ?? '',
    })),
    ...(first?.messages ?? []).map(({ id, sender, text, day, kind }) => ({
      id, name: sender, where: kind, line: text ?? '', when: day, ...WITHOUT_PULSE,
    })),
  ];
}

/** The timeline of one person, and their pulse. */
export function rowsOfPerson(sql: Sql, publicId: string, { zone, now }: Asker): BareRow[] {
  const answer = person(sql, { publicId, show: null, zone, now });
  if (answer?.is !== 'person') throw new Error('There is no such person.');
  const { name, headline, pulse, timeline } = answer.person;
  const { themPath, youPath } = pulse?.geometry ?? { themPath: null, youPath: '' };
  return [
    { id: publicId, name, where: headline ?? '', line: '', when: '', them: themPath, you: youPath },
    ...timeline.items.map(({ id, byline, date, kind, text, deed }) => ({
      id, name: byline, where: kind, line: text ?? deed, when: date, ...WITHOUT_PULSE,
    })),
  ];
}
