/**
 * Each test file works in a data folder of its own, and never in the one of a Kith that somebody uses. Whatever else it
 * makes in the folder for temporary files goes with it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
const [data, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
mkdirSync(data);
mkdirSync(temporary);
Object.assign(process.env, { NODE_ENV: 'test', KITH_DATA: data, TMPDIR: temporary, LOG_LEVEL: 'silent', HOST: 'localhost' });
delete process.env['KITH_URL'];

afterAll(() => rmSync(folder, { recursive: true, force: true }));
