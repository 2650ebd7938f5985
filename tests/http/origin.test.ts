import { describe, expect, it } from 'vitest';
import { refusedHost, refusedOrigin } from '../../app/http/origin.server';

const local = { loopback: true, publicOrigin: null };
const proxied = { loopback: true, publicOrigin: 'https://kith.example.com' };
const open = { loopback: false, publicOrigin: null };

describe('refusedOrigin', () => {
  it.each([
    ['its own page', 'POST', 'http://localhost:3000', undefined, local, true],
    ['the page behind the proxy', 'POST', 'https://kith.example.com', undefined, proxied, true],
    ['another site', 'POST', 'https://evil.test', 'cross-site', local, false],
    ['another port of this machine', 'POST', 'http://localhost:8080', 'same-site', local, false],
    ['the same name over https', 'POST', 'https://localhost:3000', undefined, local, false],
    ['a hidden page', 'POST', 'null', undefined, local, false],
    ['no Origin, the browser says same', 'POST', undefined, 'same-origin', local, true],
    ['no Origin, the browser says same site', 'POST', undefined, 'same-site', local, false],
    ['no Origin, typed by the user', 'POST', undefined, 'none', local, false],
    ['neither', 'POST', undefined, undefined, local, false],
    ['a lie beside a foreign Origin', 'POST', 'https://evil.test', 'same-origin', local, false],
    ['another site, reading', 'GET', 'https://evil.test', 'cross-site', local, true],
    ['another site, deleting', 'DELETE', 'https://evil.test', 'cross-site', local, false],
  ])('%s', (_, method, origin, fetchSite, env, passes) => {
    const refused = refusedOrigin({ method, addressed: 'http://localhost:3000', origin, fetchSite }, env);
    expect(refused === null).toBe(passes);
  });
});

describe('refusedHost', () => {
  it.each([
    ['http://localhost:3000', local, true],
    ['http://127.0.0.1:3000', local, true],
    ['http://[::1]:3000', local, true],
    ['http://evil.test:3000', local, false],
    ['http://localhost.evil.test:3000', local, false],
    ['http://', local, false],
    ['https://kith.example.com', proxied, true],
    ['http://kith.example.com', proxied, true],
    ['http://evil.test', proxied, false],
    ['http://192.168.1.20:3000', open, true],
  ])('%s', (addressed, env, passes) => {
    expect(refusedHost(addressed, env) === null).toBe(passes);
  });
});
