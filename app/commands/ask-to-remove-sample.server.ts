/** Asks for the sample community to be taken out. */
import type { Sql } from '../db/connection.server';
import type { Actor } from '../db/transact.server';
import { askToUndoImport } from './undo-import.server';

/** Does nothing where it is not in. */
export function askToRemoveSample(sql: Sql, actor: Actor, now: number): void {
  const publicId = sql.prepare<[], string>(`SELECT publicId FROM ImportRun WHERE isSample = 1 AND status = 'finished'`).pluck().get();
  if (publicId !== undefined) askToUndoImport(sql, actor, publicId, now);
}
