/** Prisma's client: typed everyday reads, and the rows of the sign-in library. Writes of Kith's own: transact.server.ts. */
import { setFlagsFromString } from 'node:v8';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { env } from '../lib/env.server';
import { databaseFile } from './connection.server';
import { PrismaClient } from './generated/client';

// Prisma's query compiler is a large WebAssembly module. Optimised, it would hold 50 MB more for the life of the
// process, to make the few queries of a sign-in a little faster.
setFlagsFromString('--liftoff-only');

/** A client on the given file. Instants are integers of UTC milliseconds in the file, as everywhere else. */
export function openPrisma(file: string): PrismaClient {
  const adapter = new PrismaBetterSqlite3({ url: file }, { timestampFormat: 'unixepoch-ms' });
  return new PrismaClient({ adapter });
}

const kept = globalThis as typeof globalThis & { kithPrisma?: PrismaClient };

/** This process's client. */
export function prisma(): PrismaClient {
  kept.kithPrisma ??= openPrisma(databaseFile(env().dataFolder));
  return kept.kithPrisma;
}

/** Disconnects it. */
export async function closePrisma(): Promise<void> {
  await kept.kithPrisma?.$disconnect();
  kept.kithPrisma = undefined;
}
