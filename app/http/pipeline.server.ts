/** What every request passes on its way to a page: names and origins checked, headers set, files served. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/express';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { CLIENT_ADDRESS_HEADER } from '../lib/client-address';
import type { Env } from '../lib/env.server';
import { log } from '../lib/log.server';
import { refusedHost, refusedOrigin } from './origin.server';
import { securityHeaders } from './security-headers.server';

/** A build and its files, or in development a compiler that stands in for both. */
export interface PageSource {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the client build. */
  assets?: string;
  middleware?: RequestHandler;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Allows a response's own scripts, see security-headers.server.ts. */
    nonce: string;
  }
}

function checkCaller(env: Env): RequestHandler {
  return (request, response, next) => {
    const addressed = `${request.protocol}://${request.get('host') ?? ''}`;
    const [origin, fetchSite] = [request.get('origin'), request.get('sec-fetch-site')];
    const caller = { method: request.method, addressed, origin, fetchSite };
    const refused = refusedHost(addressed, env) ?? refusedOrigin(caller, env);
    if (refused) response.status(403).type('text/plain').send(refused);
    else next();
  };
}

/** Passes the caller's address on in a header that nobody outside can set. */
const noteClient: RequestHandler = (request, response, next) => {
  request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? '';
  response.locals['nonce'] = randomBytes(16).toString('base64');
  next();
};

const noSuchFile: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('There is no such file. Reload the page.');
};

/** The last net: what no page caught. */
const answerFailure: ErrorRequestHandler = (error, _request, response, next) => {
  log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A request failed outside of any page');
  if (response.headersSent) next(error);
  else response.status(500).type('text/plain').send('Something broke on our side. Please try again.');
};

/**
 * Bodies are not read here: an upload's route streams its own to a file, and forms are read with a limit
 * (form.server.ts).
 */
export function createPipeline(env: Env, pages: PageSource): Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy on the same machine or in the same private network may say who called, once KITH_URL says there is one.
  app.set('trust proxy', env.publicOrigin ? 'loopback, linklocal, uniquelocal' : false);
  app.use(noteClient, checkCaller(env), securityHeaders(env));
  if (pages.middleware) app.use(pages.middleware);
  app.use(compression({ filter: (request, response) => !isEventStream(response) && compression.filter(request, response) }));
  if (pages.assets) {
    // Their names carry a hash of their content.
    app.use('/assets', express.static(join(pages.assets, 'assets'), { immutable: true, maxAge: '1y' }), noSuchFile);
    // Pages have no dot in their addresses: they need not be looked for among the files.
    const files = express.static(pages.assets, { maxAge: '1h', index: false });
    app.use((request, response, next) => (/\.\w+$/.test(request.path) ? files(request, response, next) : next()));
  }
  app.all(
    '*',
    createRequestHandler({
      build: pages.build,
      mode: env.mode,
      getLoadContext: (_request, response) => ({ nonce: String(response.locals['nonce']) }),
    }),
  );
  app.use(answerFailure);
  return app;
}

function isEventStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}
