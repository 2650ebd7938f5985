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
  version: z.number(),
  sessionId: z.string(),
  expiresAt: z.number(),
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
  /** Rises with every change. */
  version: number;
}

/**
 * Whose session a token is, and the workspace. Every request asks, so it is one statement on unique keys.
 * @param token from a cookie whose signature was checked
 * @param now UTC milliseconds
 * @returns null where the session has ended, or belongs to no teammate
 */
export function signedIn(token: string, now: number) {
  const found = store()
    .prepare(
      `SELECT t.id, t.publicId, t.name, t.role, t.theme, w.name AS workspaceName, w.timeZone, w.minutesADay,
              w.horizonDays, w.version, s.id AS sessionId, s.expiresAt
       FROM AuthSession s JOIN Teammate t ON t.authUserId = s.userId JOIN Workspace w ON w.id = 1
       WHERE s.token = ? AND s.expiresAt > ?`,
    )
    .get(token, now);
  if (found === undefined) return null;
  const { id, publicId, name, role, theme, ...rest } = row.parse(found);
  const teammate: SignedInTeammate = { id, publicId, name, role, theme };
  const { workspaceName, timeZone, minutesADay, horizonDays, version, sessionId, expiresAt } = rest;
  const workspace: WorkspaceSettings = { name: workspaceName, timeZone, minutesADay, horizonDays, version };
  return { teammate, workspace, session: { id: sessionId, expiresAt } };
}
