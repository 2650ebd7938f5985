/**
 * Structured logs. Nothing that a person wrote, and no address of anybody, ever goes into them: log ids, counts,
 * durations and reasons. The redaction below is the net under that rule, not the rule.
 */
import pino from 'pino';
import { env } from './env.server';

const PRIVATE = ['text', 'body', 'subject', 'email', 'phone', 'name', 'handle', 'displayName', 'password', 'token', 'secret', 'cookie'];

export const log = pino({
  level: env().logLevel,
  base: null,
  redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[private]' },
});
