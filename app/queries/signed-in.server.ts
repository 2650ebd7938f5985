import { z } from 'zod';
import { store } from '../db/connection.server';

const themes = z.enum(['system', 'light', 'dark']);

const row = z.object({
  id: z.number(),
  publicId: z.string(),
  name: z.string(),
  role: z.string(),
  theme: themes.catch('system'),
  workspaceName: z.string(),
  timeZone: z.string(),
  minutesADay: z.number(),
  horizonDays: z.number(),
});

/** The teammate a request comes from. */
export interface SignedInTeammate {
  id: number;
  publicId: string;
  name: string;
  role: string;
  theme: z.infer<typeof themes>;
}

export interface WorkspaceSettings {
  name: string;
  /** IANA name. */
  timeZone: string;
  minutesADay: number;
  /** Waits longer than this stand in "Older threads". */
  horizonDays: number;
}

/**
 * The teammate of a sign-in account, and the workspace. Every request asks, so it is one prepared statement.
 * @returns null for an account that belongs to no teammate
 */
export function signedInTeammate(authUserId: string): { teammate: SignedInTeammate; workspace: WorkspaceSettings } | null {
  const found = store()
    .prepare(
      `SELECT t.id, t.publicId, t.name, t.role, t.theme, w.name AS workspaceName, w.timeZone, w.minutesADay, w.horizonDays
       FROM Teammate t JOIN Workspace w ON w.id = 1 WHERE t.authUserId = ?`,
    )
    .get(authUserId);
  if (found === undefined) return null;
  const { id, publicId, name, role, theme, workspaceName, timeZone, minutesADay, horizonDays } = row.parse(found);
  return {
    teammate: { id, publicId, name, role, theme },
    workspace: { name: workspaceName, timeZone, minutesADay, horizonDays },
  };
}
