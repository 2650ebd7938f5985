/** Settings of the workspace and of one teammate. */
import type { Sql } from '../db/connection.server';
import { transact, type Done } from '../db/transact.server';

interface Saving {
  actor: { teammateId: number };
  /** UTC milliseconds. */
  now: number;
}

export interface WorkspaceChanges {
  name: string;
  /** IANA name, checked. */
  timeZone: string;
  minutesADay: number;
}

/** Saves name, time zone and minutes a day. */
export function saveWorkspace(sql: Sql, { actor, now }: Saving, changes: WorkspaceChanges): Done<null> {
  return transact(sql, { actor, now, verb: 'save-workspace', sentence: 'Settings saved' }, (work) => {
    work.update('Workspace', { id: 1 }, { ...changes });
    return null;
  });
}

/** Saves how Kith looks to this teammate. */
export function saveTheme(sql: Sql, { actor, now }: Saving, theme: 'system' | 'light' | 'dark'): Done<null> {
  return transact(sql, { actor, now, verb: 'save-theme', sentence: 'Theme changed' }, (work) => {
    work.update('Teammate', { id: actor.teammateId }, { theme });
    return null;
  });
}
