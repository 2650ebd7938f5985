/** Serves the built Kith for the browser tests, on a free port and with data of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../app/start/build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the server that all browser tests share: "http://localhost:40123". */
    serverUrl: string;
  }
}

/** A server of its own, for tests that need a house without an owner or that stop it. */
export interface BuiltServer {
  url: string;
  dataFolder: string;
  pid: number;
  /** Everything it has printed so far. */
  printed: () => string;
  /** Sends a signal; resolves to the exit code. The data stays. */
  end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
  /** Stops it and removes its data. */
  stop: () => Promise<void>;
}

/** Until when a started server has to say where it is. */
const STARTED_WITHIN_MS = 20_000;

/**
 * Starts build/server/start.js.
 * @param settings environment beside PORT, NODE_ENV and KITH_DATA
 */
export async function startBuiltServer(settings: Record<string, string> = {}): Promise<BuiltServer> {
  const dataFolder = settings['KITH_DATA'] ?? mkdtempSync(join(tmpdir(), 'kith-served-'));
  const child = spawn(process.execPath, ['build/server/start.js'], {
    env: {
      ...process.env, HOST: 'localhost', LOG_LEVEL: 'error', ...settings, NODE_ENV: 'production', PORT: '0', KITH_DATA: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const url = await new Promise<string>((found, failed) => {
    const giveUp = setTimeout(() => failed(new Error(`The server did not start:\n${printed}`)), STARTED_WITHIN_MS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = /^Its data lies/m.test(printed) && /^Kith is at (\S+)$/m.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(giveUp);
      found(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => failed(new Error(`The server ended:\n${printed}`)));
  });
  return {
    url,
    dataFolder,
    pid: child.pid ?? 0,
    printed: () => printed,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  const server = await startBuiltServer();
  project.provide('serverUrl', server.url);
  return server.stop;
}
