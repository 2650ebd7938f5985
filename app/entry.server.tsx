/** The roof on the server's side: renders pages, and opens and closes the house for app/server.ts. */
import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
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

/** Takes what React writes, in pieces of two kilobytes, and holds it together. */
class Gathered extends Writable {
  private readonly pieces: Buffer[] = [];

  override _write(piece: Buffer, _encoding: BufferEncoding, done: () => void): void {
    // React goes on writing into the same memory.
    this.pieces.push(Buffer.from(piece));
    done();
  }

  whole(): Buffer<ArrayBuffer> {
    return Buffer.concat(this.pieces);
  }
}

/**
 * Renders a page and answers with it whole: loaders have ended before rendering begins, so nothing is gained by sending
 * it in pieces, and each piece would be handed on, compressed and written by itself.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  keepPrivate(headers);
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    let framed = false;
    const page = new Gathered();
    page.on('finish', () => {
      // The timer would hold the whole rendering in memory until it rings.
      clearTimeout(timer);
      resolve(new Response(page.whole(), { headers, status: answerStatus }));
    });
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => {
          framed = true;
        },
        onAllReady: () => stream.pipe(page),
        onShellError: reject,
        onError: (error) => {
          answerStatus = 500;
          // Without a frame Remix shows and reports the error itself.
          if (framed) report(error, request);
        },
      },
    );
    const timer = setTimeout(stream.abort, streamTimeout + 1_000);
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
