/**
 * Requests of pages that must go on when one fails: a row comes back, words are kept, nothing is replaced by an error
 * page. Answers come from routes of the same build and are taken as those write them.
 */

/** The server said no, or was not reached. `message` is a sentence for the user. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
}

const NOT_REACHED = 'Kith was not reached.';
const SIGNED_OUT = 'Your session has ended. Sign in again in another tab.';

async function answerOf<Answer>(path: string, init: RequestInit): Promise<{ response: Response; answer: Answer | null }> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, redirect: 'manual', headers: { Accept: 'application/json' } });
  } catch {
    throw new RequestFailed(NOT_REACHED);
  }
  // The guard leads strangers away; here there is nothing to follow.
  if (response.type === 'opaqueredirect') throw new RequestFailed(SIGNED_OUT);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { response, answer: isJson ? await response.json() : null };
}

/** @throws RequestFailed */
export async function readFrom<Answer>(path: string): Promise<Answer> {
  const { response, answer } = await answerOf<Answer>(path, { method: 'GET' });
  if (!response.ok || answer === null) throw new RequestFailed(NOT_REACHED);
  return answer;
}

/** Fields of a form; null and undefined ones are left out. */
export type Fields = Record<string, string | number | null | undefined>;

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value != null) form.set(name, String(value));
  return form;
}

/** Browsers send no more than 64 KiB with a page that goes away. */
const KEPT_ALIVE_BYTES = 60_000;

/**
 * @param outlive sends it even if the page goes away meanwhile
 * @throws RequestFailed with the server's own sentence, where it gave one
 */
export async function postTo<Answer>(path: string, fields: Fields, outlive = false): Promise<Answer> {
  const body = formOf(fields);
  const keepalive = outlive && body.toString().length < KEPT_ALIVE_BYTES;
  const { response, answer } = await answerOf<Answer & { problem?: string | null }>(path, { method: 'POST', body, keepalive });
  if (!response.ok || answer === null) throw new RequestFailed(answer?.problem ?? NOT_REACHED);
  return answer;
}
