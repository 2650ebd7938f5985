/** Headers that keep a page to itself: what it may load, who may frame it, what it says about itself to others. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Env } from '../lib/env.server';

const YEAR_SECONDS = 31_536_000;

/**
 * `style-src` allows inline styles because sonner and the scroll lock of Radix add style elements without a nonce;
 * scripts need the nonce of their response (`response.locals.nonce`).
 */
export function securityHeaders({ mode, publicOrigin }: Pick<Env, 'mode' | 'publicOrigin'>): RequestHandler {
  const developing = mode === 'development';
  const https = publicOrigin?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${'locals' in response ? nonceOf(response.locals) : ''}'`],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: developing ? ["'self'", 'ws:'] : ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // "no-referrer" would make browsers send `Origin: null` with every form, and the origin check would refuse it.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
}

function nonceOf(locals: unknown): string {
  if (typeof locals !== 'object' || locals === null || !('nonce' in locals)) return '';
  return String(locals.nonce);
}
