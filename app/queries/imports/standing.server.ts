/** How the people of an import stand, and how many of them wait for an answer. */
import { ENTITY } from '../../db/bulk/provenance.server';
import type { Sql } from '../../db/connection.server';
import { horizonStart } from '../../domain/conversations/rank';
import type { HealthStateName } from '../../domain/health/states';
import type { Standing } from '../../domain/imports/view';
import { counted, withThousands } from '../../lib/text';

/** States as a person would list them, the closest first. */
const ORDER: readonly HealthStateName[] = [
  'Strong', 'Steady', 'Warming', 'New', 'Light', 'Cooling', 'Fading', 'One-sided: they write', 'One-sided: you write', 'Dormant',
];

/** @param here the moment and the horizon beyond which a wait is an older thread */
export function standingOfRun(sql: Sql, importRunId: number, here: { now: number; horizonDays: number }): Standing {
  const states = sql
    .prepare<[number], { state: string; count: number }>(
      `SELECT h.stateName AS state, count(*) AS count FROM ImportRunRow r JOIN ContactHealth h ON h.contactId = r.rowId
       WHERE r.importRunId = ? AND r.entity = ${ENTITY.contact} GROUP BY h.stateName`,
    )
    .all(importRunId);
  const waits = sql
    .prepare<[number, number], { recent: 0 | 1; count: number }>(
      `SELECT s.turnSince >= ? AS recent, count(*) AS count FROM ConversationState s
       JOIN ImportRunRow r ON r.importRunId = ? AND r.entity = ${ENTITY.conversation} AND r.rowId = s.conversationId
       WHERE s.turn = 'yours' AND s.turnSince IS NOT NULL GROUP BY 1`,
    )
    .all(horizonStart(here.now, here.horizonDays), importRunId);
  const owed = waits.find((one) => one.recent === 1)?.count ?? 0;
  const older = waits.find((one) => one.recent === 0)?.count ?? 0;
  return {
    states: ORDER.flatMap((state) => {
      const count = states.find((one) => one.state === state)?.count ?? 0;
      return count > 0 ? [{ state, count: withThousands(count) }] : [];
    }),
    owed: owed > 0 ? `${counted(owed, 'reply is', 'replies are')} owed.` : null,
    older: older > 0 ? `${counted(older, 'older thread waits', 'older threads wait')} too.` : null,
  };
}
