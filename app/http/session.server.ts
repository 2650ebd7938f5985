/** Who is asking. Every loader and action outside public-routes.ts starts with `requireTeammate`. */
import { redirect } from '@remix-run/node';
import { auth } from '../db/auth.server';
import { ownerExists } from '../queries/owner-exists.server';
import { signedInTeammate, type SignedInTeammate, type WorkspaceSettings } from '../queries/signed-in.server';
import { cookieHeaders } from './sign-in.server';

/** Who asks, and the workspace they work in. */
export interface SignedIn {
  teammate: SignedInTeammate;
  workspace: WorkspaceSettings;
  session: {
    id: string;
    /** Cookies that prolong the session, once a day; the layout's loader sends them. */
    headers: Headers;
  };
}

/** Who asks; null without a session that still holds. */
export async function findTeammate(request: Request): Promise<SignedIn | null> {
  if (!request.headers.get('cookie')?.includes('kith.session_token=')) return null;
  const { response, headers } = await auth().api.getSession({ headers: request.headers, returnHeaders: true });
  if (!response) return null;
  const known = signedInTeammate(response.user.id);
  return known && { ...known, session: { id: response.session.id, headers: cookieHeaders(request, headers) } };
}

/**
 * The guard.
 * @throws a redirect to /sign-in (which leads back), or to /welcome while there is no owner
 */
export async function requireTeammate(request: Request): Promise<SignedIn> {
  const found = await findTeammate(request);
  if (found) return found;
  if (!ownerExists()) throw redirect('/welcome');
  const { pathname, search } = new URL(request.url);
  const back = request.method === 'GET' && pathname !== '/' ? `?${new URLSearchParams({ to: pathname + search })}` : '';
  throw redirect(`/sign-in${back}`);
}

/** The other way round, for /welcome and /sign-in: who is signed in already goes to Today. */
export async function requireStranger(request: Request): Promise<void> {
  if (await findTeammate(request)) throw redirect('/today');
}
