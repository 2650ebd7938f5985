/** Who is asking. Every loader and action outside public-routes.ts starts with `requireTeammate`. */
import { redirect } from '@remix-run/node';
import { auth, PROLONGED_WHEN_BELOW_MS } from '../db/auth.server';
import { houseSecret } from '../db/secret.server';
import { env } from '../lib/env.server';
import { ownerExists } from '../queries/owner-exists.server';
import { signedIn, type SignedInTeammate, type WorkspaceSettings } from '../queries/signed-in.server';
import { sessionToken } from './session-cookie.server';
import { cookieHeaders } from './sign-in.server';

/** Who asks, and the workspace they work in. */
export interface SignedIn {
  teammate: SignedInTeammate;
  workspace: WorkspaceSettings;
  session: {
    id: string;
    /** UTC milliseconds. */
    expiresAt: number;
  };
}

/** Who asks; null without a session that still holds. */
export function findTeammate(request: Request): SignedIn | null {
  const token = sessionToken(request.headers.get('cookie'), houseSecret(env().dataFolder));
  return token === null ? null : signedIn(token, Date.now());
}

/**
 * The guard.
 * @throws a redirect to /sign-in (which leads back), or to /welcome while there is no owner
 */
export async function requireTeammate(request: Request): Promise<SignedIn> {
  const found = findTeammate(request);
  if (found) return found;
  if (!ownerExists()) throw redirect('/welcome');
  const { pathname, search } = new URL(request.url);
  const back = request.method === 'GET' && pathname !== '/' ? `?${new URLSearchParams({ to: pathname + search })}` : '';
  throw redirect(`/sign-in${back}`);
}

/** The other way round, for /sign-in: who is signed in already goes on to where they wanted. */
export function requireStranger(request: Request, to: string): void {
  if (findTeammate(request)) throw redirect(to);
}

/** Prolongs a session once a day; the headers carry its new cookie, or nothing. For the layout's loader. */
export async function prolongSession(request: Request, { expiresAt }: SignedIn['session']): Promise<Headers> {
  if (expiresAt - Date.now() > PROLONGED_WHEN_BELOW_MS) return new Headers();
  const { api } = await auth();
  const { headers } = await api.getSession({ headers: request.headers, returnHeaders: true });
  return cookieHeaders(request, headers);
}
