/** The roof on the server's side: renders pages as streams, and opens and closes the house for app/server.ts. */
import { PassThrough } from 'node:stream';
import {
  createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { log } from './lib/log.server';
import { NonceContext } from './ui/nonce';

export { startHouse, stopHouse } from './house.server';

/** A page that streams longer is cut; loaders are bound by the database, which answers in milliseconds. */
export const streamTimeout = 10_000;

/** Pages and their data are somebody's own: no cache on the way keeps them. */
const PRIVATE = 'private, no-store';

function keepPrivate(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', PRIVATE);
}

/** Renders a page. Browsers get it as soon as the frame stands, robots when it is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const robot = isbot(request.headers.get('user-agent'));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  keepPrivate(headers);
  return new Promise((resolve, reject) => {
    let answered = false;
    let answerStatus = status;
    const send = (): void => {
      answered = true;
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => !robot && send(),
        onAllReady: () => robot && send(),
        onShellError: reject,
        onError: (error) => {
          answerStatus = 500;
          if (answered) report(error, request);
        },
      },
    );
    setTimeout(stream.abort, streamTimeout + 1_000).unref();
  });
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
