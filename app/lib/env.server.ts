/** The environment, parsed once. Nobody else reads process.env. */
import { resolve } from 'node:path';
import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  /** The folder that holds the database, uploads in progress and the secret. */
  KITH_DATA: z.string().min(1).default('data'),
  /** The address people open, when a proxy stands in front: decides cookies and the origin check. */
  KITH_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Env {
  mode: 'production' | 'development' | 'test';
  port: number;
  host: string;
  /** True when only this machine can reach the server. */
  loopback: boolean;
  /** Absolute path. */
  dataFolder: string;
  /** Origin without a trailing slash, if one is configured. */
  publicOrigin: string | null;
  logLevel: z.infer<typeof schema>['LOG_LEVEL'];
}

/**
 * @throws Error with one sentence per variable that cannot be used
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Kith cannot start with this environment.\n${lines.join('\n')}`);
  }
  const { NODE_ENV, PORT, HOST, KITH_DATA, KITH_URL, LOG_LEVEL } = parsed.data;
  return {
    mode: NODE_ENV,
    port: PORT,
    host: HOST,
    loopback: LOOPBACK.has(HOST),
    dataFolder: resolve(KITH_DATA),
    publicOrigin: KITH_URL ? new URL(KITH_URL).origin : null,
    logLevel: LOG_LEVEL,
  };
}

let parsed: Env | null = null;

/** The environment of this process. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
