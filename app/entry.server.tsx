/** The roof on the server's side: renders pages, and opens and closes the house for app/server.ts. */
import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { log } from './lib/log.server';
import { NonceContext } from './ui/nonce';

export { startHouse, stopHouse } from './house.server';

/**
 * Nothing is sent late, so that a rendering which takes this long is broken. Remix keeps what each page was made of in
 * memory until then.
 */
export const streamTimeout = 2_000;

/** Pages and their data are somebody's own: no cache on the way keeps them. */
const PRIVATE = 'private, no-store';

function keepPrivate(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', PRIVATE);
}

/** Reads to its end what loaders have returned, as Remix hands it on to the browser. */
async function readWhole(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Renders a page in one go. Loaders have ended before rendering begins, so nothing is gained by sending it in pieces,
 * and React takes far longer to write pieces than one string. What Remix would wait for while rendering, the loaders'
 * data as a stream, is read before and laid where it looks first.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  keepPrivate(headers);
  if (context.serverHandoffStream) {
    const result = { done: true, value: await readWhole(context.serverHandoffStream) };
    context.renderMeta = { ...context.renderMeta, streamCache: { 0: Object.assign(Promise.resolve(), { result }) } };
    // Remix takes a reader of it, and finds that there is nothing left to wait for.
    context.serverHandoffStream = new ReadableStream();
  }
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
    </NonceContext.Provider>,
  );
  return new Response(Buffer.from(`<!DOCTYPE html>${page}`), { headers, status });
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  keepPrivate(response.headers);
  return response;
};

/** Errors of loaders and actions. A request that its caller gave up is none. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) report(error, request);
};

/** Says what failed and where, in Kith's own words: an error's message may quote what somebody wrote. */
function report(error: unknown, request: Request): void {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { pathname } = new URL(request.url);
  const reason = error instanceof Error ? error.name : 'unknown';
  const at = error instanceof Error ? placesOf(error) : [];
  log.error({ method: request.method, path: pathname, reason, at }, 'A page failed');
}

/** The stack without its first lines, which repeat the message. */
function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
