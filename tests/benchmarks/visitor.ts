/** Somebody who uses the built server: makes the owner, brings an archive in, looks at pages. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { runViewSchema, type RunView } from '../../app/domain/imports/view';
import { OWNER } from '../setup/owner';
import { get } from './measure';

/** Posts a form the way a page of the app does. */
function post(url: string, path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { origin: url, cookie, 'sec-fetch-dest': 'document' },
  });
}

/** @returns the cookie of the owner's session */
export async function makeOwner(url: string): Promise<string> {
  const { name, email, password, workspaceName, timeZone } = OWNER;
  const response = await post(url, '/welcome', { name, email, password, workspaceName, timeZone });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length === 0) throw new Error(`No owner could be made: ${response.status}`);
  return cookies.join('; ');
}

/** Has a file of this machine read. */
export async function bringIn(url: string, cookie: string, path: string): Promise<void> {
  const response = await post(url, '/import', { intent: 'path', path }, cookie);
  if (response.status >= 400) throw new Error(`The import was refused: ${response.status}`);
}

/**
 * Until an import has ended; `meanwhile` is done again and again, and `look` is given its card twice a second.
 * @returns milliseconds since the call
 */
export async function untilFinished(
  url: string,
  cookie: string,
  publicId: string,
  meanwhile: () => Promise<void>,
  look: (run: RunView) => void = () => undefined,
): Promise<number> {
  const begun = performance.now();
  for (let asked = 0; ; ) {
    await meanwhile();
    if (performance.now() - asked < 500) continue;
    asked = performance.now();
    const run = runViewSchema.parse(JSON.parse((await get(`${url}/import/${publicId}/progress`, cookie)).body));
    look(run);
    if (run.status === 'finished') return performance.now() - begun;
    if (!run.running) throw new Error(`The import ended as ${run.status}: ${run.problem}`);
    await wait(5);
  }
}

const idSchema = z.string().min(1);

/** The import that was begun last, as the page names it. */
export async function newestImport(url: string, cookie: string): Promise<string> {
  const { body } = await get(`${url}/import`, cookie);
  return idSchema.parse(/name="id" value="([^"]+)"/.exec(body)?.[1]);
}
