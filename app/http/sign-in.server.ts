/** Signing in and out, and changing one's password, through the sign-in library's own handlers and its count of tries. */
import { z } from 'zod';
import { auth, AUTH_ORIGIN } from '../db/auth.server';
import { CLIENT_ADDRESS_HEADER } from '../lib/client-address';
import { env } from '../lib/env.server';

/** What a try came to. `headers` carry the cookies to set. */
export type Outcome = { ok: true; headers: Headers } | { ok: false; problem: string; status: 400 | 401 | 429 };

/** Says the same for an unknown address and a wrong password, so that nobody learns who has an account. */
const WRONG = 'This e-mail and password do not belong together.';

const HEADERS_PASSED_ON = ['cookie', 'user-agent', CLIENT_ADDRESS_HEADER];

/** Calls one of the library's endpoints, inside the process. */
async function ask(request: Request, path: string, body: object): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', origin: AUTH_ORIGIN });
  for (const name of HEADERS_PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const { handler } = await auth();
  return handler(new Request(`${AUTH_ORIGIN}/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** The library's cookies as headers for the browser: `Secure` wherever the page came over HTTPS. */
export function cookieHeaders(request: Request, answered: Headers): Headers {
  const https = env().publicOrigin?.startsWith('https:') || new URL(request.url).protocol === 'https:';
  const headers = new Headers();
  for (const cookie of answered.getSetCookie()) headers.append('Set-Cookie', https ? `${cookie}; Secure` : cookie);
  return headers;
}

function tooMany(response: Response): Outcome {
  const seconds = z.coerce.number().positive().catch(60).parse(response.headers.get('x-retry-after'));
  const wait = seconds <= 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;
  return { ok: false, status: 429, problem: `Too many tries from here. Please wait ${wait}, then try again.` };
}

/** Signs in by e-mail and password. */
export async function signIn(request: Request, email: string, password: string): Promise<Outcome> {
  const response = await ask(request, '/sign-in/email', { email, password });
  if (response.status === 429) return tooMany(response);
  if (!response.ok) return { ok: false, status: 401, problem: WRONG };
  return { ok: true, headers: cookieHeaders(request, response.headers) };
}

/** Ends this session; the headers remove its cookie. */
export async function signOut(request: Request): Promise<Headers> {
  const response = await ask(request, '/sign-out', {});
  return cookieHeaders(request, response.headers);
}

/** Changes the password of who is signed in, and ends their sessions elsewhere. */
export async function changePassword(request: Request, present: string, next: string): Promise<Outcome> {
  const body = { currentPassword: present, newPassword: next, revokeOtherSessions: true };
  const response = await ask(request, '/change-password', body);
  if (response.status === 429) return tooMany(response);
  if (!response.ok) return { ok: false, status: 400, problem: 'This is not your present password.' };
  return { ok: true, headers: cookieHeaders(request, response.headers) };
}
