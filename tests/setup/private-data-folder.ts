/** Each test file works in a data folder of its own, and never in the one of a Kith that somebody uses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
Object.assign(process.env, { NODE_ENV: 'test', KITH_DATA: folder, LOG_LEVEL: 'silent', HOST: 'localhost' });
delete process.env['KITH_URL'];

afterAll(() => rmSync(folder, { recursive: true, force: true }));
