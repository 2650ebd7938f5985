/** The whole app without a build: the route table's own modules behind the pipeline of the server, on a free port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { createPipeline } from '../../app/http/pipeline.server';
import { env, type Env } from '../../app/lib/env.server';
import routes from '../../app/routes';

/** One row of app/routes.ts, flat. `path` is the URL pattern: "/people/:id"; null for a frame without one. */
export interface RouteRow {
  id: string;
  file: string;
  parentId: string;
  path: string | null;
  /** Path and index as Remix wants them. */
  own: { path?: string; index?: boolean };
}

/** The route table, flat. */
export function routeTable(entries: readonly RouteConfigEntry[] = routes, parentId = 'root', above = ''): RouteRow[] {
  return entries.flatMap((entry) => {
    const id = entry.id ?? entry.file.replace(/\.tsx?$/, '');
    const path = entry.path === undefined ? above : `${above}/${entry.path}`;
    const named = entry.index === true || entry.path !== undefined;
    const own = { path: entry.path, index: entry.index };
    const row = { id, file: entry.file, parentId, path: named ? path || '/' : null, own };
    return [row, ...routeTable(entry.children ?? [], id, path)];
  });
}

type RouteModule = ServerBuild['routes'][string]['module'];

/** The route table with each row's module. */
export function loadRoutes(): Promise<(RouteRow & { module: RouteModule })[]> {
  return Promise.all(
    routeTable().map(async (row) => {
      const module: RouteModule = await import(/* @vite-ignore */ join(process.cwd(), 'app', row.file));
      return { ...row, module };
    }),
  );
}

/** Every flag of Remix that remix.config.js may leave out. */
const NO_FLAGS: ServerBuild['future'] = {
  v3_fetcherPersist: false,
  v3_relativeSplatPath: false,
  v3_throwAbortReason: false,
  v3_singleFetch: false,
  v3_lazyRouteDiscovery: false,
};

const ASSETS: ServerBuild['assets'] = { version: 'test', url: '', entry: { module: '', imports: [] }, routes: {} };

function describeRoute(id: string, module: RouteModule) {
  return {
    id,
    module: '',
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
  };
}

/** A server build of the sources as they are. */
async function buildFromSources(): Promise<ServerBuild> {
  const rootModule: RouteModule = await import('../../app/root');
  const build: ServerBuild['routes'] = { root: { id: 'root', path: '', module: rootModule } };
  const described: ServerBuild['assets']['routes'] = { root: { ...describeRoute('root', rootModule), path: '' } };
  for (const { id, parentId, own, module } of await loadRoutes()) {
    build[id] = { id, parentId, ...own, module };
    described[id] = { ...describeRoute(id, module), parentId, ...own };
  }
  const { default: remixConfig } = await import('../../remix.config.js');
  return {
    entry: { module: await import('../../app/entry.server') },
    routes: build,
    assets: { ...ASSETS, routes: described },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    mode: 'test',
    isSpaMode: false,
    future: { ...NO_FLAGS, ...remixConfig.future },
  };
}

interface RequestOptions {
  /** Posted, unless `method` says otherwise. */
  form?: Record<string, string>;
  method?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

/** A running app. */
export interface TestApp {
  origin: string;
  /** Like fetch on a path of the app; redirects are not followed. Forms carry the app's own Origin unless told. */
  request(path: string, options?: RequestOptions): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Serves the app on the database that store() has.
 * @param settings what differs from the test's environment
 */
export async function openApp(settings: Partial<Env> = {}): Promise<TestApp> {
  const server = createServer(createPipeline({ ...env(), ...settings }, { build: await buildFromSources() }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const origin = `http://127.0.0.1:${isBound(address) ? address.port : 0}`;
  return {
    origin,
    request: (path, { form, method = form ? 'POST' : 'GET', cookie, headers } = {}) =>
      fetch(origin + path, {
        method,
        redirect: 'manual',
        body: form && new URLSearchParams(form),
        headers: { ...(method === 'GET' ? {} : { origin }), ...(cookie ? { cookie } : {}), ...headers },
      }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function isBound(address: ReturnType<ReturnType<typeof createServer>['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** The Cookie header that a browser would send after this response. */
export function cookieFrom(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}
