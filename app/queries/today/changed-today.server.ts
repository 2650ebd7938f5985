/** Whom the teammate answered today, and how their health moved since midnight. */
import { healthContext, healthLog } from '../../db/derive/contact-health.server';
import type { Sql } from '../../db/connection.server';
import type { Platform } from '../../domain/activity';
import { pausedNow } from '../../domain/contacts/keeping';
import { readHealth, rebuildHealth } from '../../domain/health';
import type { PulseGeometry } from '../../domain/pulse';
import { startOfDay } from '../../lib/dates';
import { pulsesOf } from '../pulses.server';
import type { TodayContext } from './provider';

/** As many as stand beside the sentence without scrolling. */
const SHOWN = 8;

export interface ChangedPerson {
  contact: string;
  name: string;
  platform: Platform | null;
  pulse: PulseGeometry | null;
  /** Points since midnight; null where there was nothing to read then: somebody new. */
  change: number | null;
}

interface AnsweredRow {
  id: number;
  contact: string;
  name: string;
  platform: Platform | null;
}

/** The latest first. */
export function changedToday(sql: Sql, { now, zone, teammateId }: TodayContext): ChangedPerson[] {
  const midnight = startOfDay(now, zone);
  const people = sql
    .prepare<[number, number, number], AnsweredRow>(
      `SELECT c.id, c.publicId AS contact, c.name,
              (SELECT n.platform FROM Identity n WHERE n.contactId = c.id ORDER BY n.platform = 'in_person', n.id LIMIT 1) AS platform
       FROM JournalEntry e JOIN json_each(e.touched, '$.contacts') j JOIN Contact t ON t.id = j.value
       JOIN Contact c ON c.id = coalesce(t.mergedIntoId, t.id) AND c.deletedAt IS NULL AND c.mergedIntoId IS NULL
       WHERE e.teammateId = ? AND e.at >= ? AND e.undoneAt IS NULL AND e.verb = 'log-interaction'
       GROUP BY c.id ORDER BY max(e.id) DESC LIMIT ?`,
    )
    .all(teammateId, midnight, SHOWN);
  const pulses = pulsesOf(sql, people.map(({ id }) => id), now, 'row');
  const context = healthContext(sql);
  return people.map(({ id, ...person }) => {
    const present = pulses.get(id);
    const before = rebuildHealth(healthLog(sql, id).filter(({ at }) => at < midnight), context.dayOf);
    // Both readings stop where somebody's time away began, or a day's change would hold what the whole absence made.
    const change = !present || before.last === null ? null : present.reading.health - readHealth(before, pausedNow(midnight, present.kept.keeping), context).health;
    return { ...person, pulse: present?.pulse ?? null, change };
  });
}
