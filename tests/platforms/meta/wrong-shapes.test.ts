/** Files that are valid JSON and hold something else than they should, at any place. */
import fc from 'fast-check';
import { afterAll, describe, it } from 'vitest';
import { eraNamed as facebookEra } from '../../fixtures/facebook/account';
import { eraNamed as instagramEra } from '../../fixtures/instagram/eras';
import { removeFolders } from '../../fixtures/zip';
import type { Files } from '../../fixtures/zip';
import { ArchiveProblem } from '../../../app/platforms/contract';
import { readFiles } from '../read-export';

afterAll(removeFolders);

const WRONG: readonly unknown[] = [null, true, 0, -1, 1e300, '', 'x', '\u00c3', [], {}, [[]], [null], { value: {} }, { constructor: 1, __proto__: null }, 'https://www.instagram.com/', '9'.repeat(40)];

/** The value with something wrong at a place that `steps` lead to. */
function spoiled(value: unknown, steps: readonly number[], wrong: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return wrong;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return wrong;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? spoiled(one, rest, wrong) : one));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === key ? spoiled(one, rest, wrong) : one]));
}

describe('values of the wrong shape', () => {
  it.each([
    ['Instagram 2020', instagramEra('2020').files],
    ['Instagram 2025', instagramEra('2025').files],
    ['Facebook 2021', facebookEra('2021').files],
  ] as [string, Files][])('in %s are records, rejects or a clear sentence', async (_name, files) => {
    const names = Object.keys(files).filter((name) => name.endsWith('.json'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(fc.nat(20), { maxLength: 7 }), fc.constantFrom(...WRONG), async (name, steps, wrong) => {
        const content = JSON.stringify(spoiled(JSON.parse(String(files[name])), steps, wrong)) ?? 'null';
        try {
          await readFiles({ ...files, [name]: content }, 'export.zip');
        } catch (error) {
          if (!(error instanceof ArchiveProblem)) throw error;
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
