/**
 * The sign-in library on Prisma's client. It keeps e-mail and password, session rows and the count of tries; who may do
 * what is Kith's own (http/session.server.ts). Its HTTP endpoints are called from inside only, never routed to.
 */
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../domain/password';
import { CLIENT_ADDRESS_HEADER } from '../lib/client-address';
import { env } from '../lib/env.server';
import { log } from '../lib/log.server';
import type { PrismaClient } from './generated/client';
import { prisma } from './prisma.server';
import { houseSecret } from './secret.server';

/** Tries one address has within the window before it waits; counts sign-in and change of password apart. */
export const TRIES = { max: 10, windowSeconds: 300 } as const;

const DAY_SECONDS = 86_400;
/** A session holds this long without a visit. */
const SESSION_DAYS = 60;

/** A session with less left than this is prolonged: once a day. */
export const PROLONGED_WHEN_BELOW_MS = (SESSION_DAYS - 1) * DAY_SECONDS * 1_000;

/** Where the library believes to live: requests to it are made here and never leave the process. */
export const AUTH_ORIGIN = 'http://kith.internal';

async function makeAuth(client: PrismaClient) {
  // Loaded by the first sign-in: it would cost every start a sixth of a second, and a session is read without it.
  const { betterAuth } = await import('better-auth/minimal');
  const { prismaAdapter } = await import('better-auth/adapters/prisma');
  const limit = { window: TRIES.windowSeconds, max: TRIES.max };
  return betterAuth({
    appName: 'Kith',
    baseURL: AUTH_ORIGIN,
    basePath: '/auth',
    secret: houseSecret(env().dataFolder),
    database: prismaAdapter(client, { provider: 'sqlite' }),
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    session: { modelName: 'authSession', expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    emailAndPassword: {
      enabled: true,
      // The owner is made by commands/create-owner; nobody makes an account from outside.
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'authRateLimit',
      window: 60,
      max: 1_000,
      customRules: { '/sign-in/email': limit, '/change-password': limit },
    },
    advanced: {
      cookiePrefix: 'kith',
      // `Secure` is added where the request came over HTTPS, see http/session.server.ts.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    // Its sentences may hold addresses: only the level is passed on.
    logger: { log: (level) => level === 'error' && log.error('The sign-in library met an error') },
  });
}

type Auth = Awaited<ReturnType<typeof makeAuth>>;
let made: { client: PrismaClient; auth: Promise<Auth> } | null = null;

/** The library on this process's client. */
export function auth(): Promise<Auth> {
  const client = prisma();
  if (made?.client !== client) made = { client, auth: makeAuth(client) };
  return made.auth;
}
