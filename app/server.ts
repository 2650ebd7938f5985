/**
 * The process that serves. Everything that holds state lives in the Remix build (stores, secret, job runner) and is
 * reached through its entry module, so that there is one instance of each; this file only listens and stops.
 */
import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type * as entry from './entry.server';
import { createPipeline, type PageSource } from './http/pipeline.server';
import { env, type Env } from './lib/env.server';

/** After this the process ends whatever is still open. */
const STOP_WITHIN_MS = 10_000;
/** Requests get this long to finish; what is left of the ten seconds is for the job runner and the databases. */
const REQUESTS_WITHIN_MS = 6_000;

/** An archive of gigabytes over a slow line takes longer than Node's five minutes. */
const UPLOAD_WITHIN_MS = 3_600_000;

type HouseBuild = ServerBuild & { entry: { module: typeof entry } };

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readEnv(): Env {
  try {
    return env();
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

function isHouseBuild(module: object): module is HouseBuild {
  return 'entry' in module && 'routes' in module;
}

/** Where pages come from: the build, or in development Vite, which compiles as files change. */
async function openPages(mode: Env['mode'], server: Server): Promise<{ pages: PageSource; house: HouseBuild }> {
  if (mode === 'development') {
    const vite = await (await import('vite')).createServer({ server: { middlewareMode: true, hmr: { server } } });
    const load = async (): Promise<HouseBuild> => {
      const build: object = await vite.ssrLoadModule('virtual:remix/server-build');
      if (!isHouseBuild(build)) throw new Error('Vite made something that is no build of Remix.');
      return build;
    };
    return { pages: { build: load, middleware: vite.middlewares }, house: await load() };
  }
  const build: HouseBuild = await import(pathToFileURL(resolve('build/server/index.js')).href);
  return { pages: { build, assets: resolve('build/client') }, house: build };
}

function listen(server: Server, { host, port }: Env): Promise<number> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        giveUp(`Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`);
      }
      giveUp(`Kith cannot listen on ${host}:${port}: ${error.message}`);
    });
    // "localhost" can resolve to ::1 alone; 127.0.0.1 is what every browser tries.
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host.replace(/^\[|\]$/g, ''), () => {
      const bound = server.address();
      done(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** The address to open, as far as this machine can know it. */
function addressOf({ host, publicOrigin }: Env, port: number): string {
  if (publicOrigin) return publicOrigin;
  const bare = host.replace(/^\[|\]$/g, '');
  if (bare !== '0.0.0.0' && bare !== '::') return `http://${bare.includes(':') ? `[${bare}]` : bare}:${port}`;
  const reachable = Object.values(networkInterfaces()).flat().find((net) => net && !net.internal && net.family === 'IPv4');
  return `http://${reachable?.address ?? 'localhost'}:${port}`;
}

function stopOnSignal(server: Server, stopHouse: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => giveUp('Kith did not stop in time and was ended.'), STOP_WITHIN_MS).unref();
    setTimeout(() => server.closeAllConnections(), REQUESTS_WITHIN_MS).unref();
    // A line that was busy when the stop began would otherwise stay open until its keep-alive ends.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    await new Promise((done) => server.close(done));
    await stopHouse();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

const settings = readEnv();
const server = createServer({ requestTimeout: UPLOAD_WITHIN_MS });
const { pages, house } = await openPages(settings.mode, server);
const opened = await house.entry.module.startHouse({
  migrations: resolve('prisma/migrations'),
  workerFile: resolve('build/server/import-worker.js'),
});
if ('problem' in opened) giveUp(opened.problem);
server.on('request', createPipeline(settings, pages));
const port = await listen(server, settings);
stopOnSignal(server, house.entry.module.stopHouse);

const address = addressOf(settings, port);
const lines = [`Kith is at ${address}`, `Its data lies in ${settings.dataFolder}`];
if (opened.setupToken) lines.push(`To make the owner's account, open ${address}/welcome?token=${opened.setupToken}`);
process.stdout.write(`${lines.join('\n')}\n`);
