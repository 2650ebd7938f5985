import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '../../app/lib/env.server';

describe('parseEnv', () => {
  it('needs nothing', () => {
    expect(parseEnv({})).toEqual({
      mode: 'production',
      port: 3000,
      host: 'localhost',
      loopback: true,
      dataFolder: resolve('data'),
      publicOrigin: null,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for a missing one', () => {
    expect(parseEnv({ PORT: '', KITH_URL: '', HOST: '' })).toEqual(parseEnv({}));
  });

  it.each([
    ['localhost', true], ['127.0.0.1', true], ['::1', true], ['0.0.0.0', false], ['192.168.1.20', false], ['::', false],
  ])('HOST=%s is loopback: %s', (HOST, loopback) => {
    expect(parseEnv({ HOST }).loopback).toBe(loopback);
  });

  it('keeps only the origin of KITH_URL', () => {
    expect(parseEnv({ KITH_URL: 'https://kith.example.com/some/path/' }).publicOrigin).toBe('https://kith.example.com');
  });

  it.each([
    [{ PORT: 'http' }, /^PORT: /m],
    [{ PORT: '70000' }, /^PORT: /m],
    [{ KITH_URL: 'kith.example.com' }, /^KITH_URL: /m],
    [{ KITH_URL: 'ftp://kith.example.com' }, /^KITH_URL: /m],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /m],
    [{ NODE_ENV: 'staging' }, /^NODE_ENV: /m],
  ])('refuses %o by name', (source, sentence) => {
    expect(() => parseEnv(source)).toThrow(sentence);
  });

  it('names every variable that cannot be used', () => {
    expect(() => parseEnv({ PORT: '-1', LOG_LEVEL: 'x' })).toThrow(/PORT: .*\n.*LOG_LEVEL: /);
  });
});
