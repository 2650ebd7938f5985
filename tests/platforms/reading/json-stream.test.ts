import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveFile } from '../../../app/platforms/contract';
import { parseJson } from '../../../app/platforms/reading/json-text';
import { readJsonValues } from '../../../app/platforms/reading/json-stream';
import type { Wanted } from '../../../app/platforms/reading/json-stream';

/** A file whose bytes come in pieces of the given sizes, over and over. */
function fileOf(text: string, sizes: readonly number[] = [64_000]): ArchiveFile {
  const bytes = Buffer.from(text);
  function* pieces() {
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  return { path: 'x.json', size: bytes.length, modifiedAt: null, open: async () => Readable.from(pieces()) };
}

async function collect(text: string, wanted: (path: string) => Wanted, sizes?: readonly number[]) {
  const items: [string, number[], unknown][] = [];
  let whole: boolean | undefined;
  for await (const batch of readJsonValues(fileOf(text, sizes), wanted)) {
    for (const { path, indexes, value, broken } of batch.items) items.push([path, [...indexes], broken ? 'broken' : value]);
    whole = batch.whole;
  }
  return { items, whole };
}

const elements = (path: string): Wanted => (path === '' || path === '/list' ? 'enter' : path === '/list/#' || path === '/name' ? 'give' : path === '/big' ? 'name' : 'skip');

describe('values of a large file', () => {
  it('come one by one with their places; others are named or passed over', async () => {
    const text = '{"name": "a\\"}]\\\\", "skipped": {"list": ["}", 1]}, "big": [1, 2], "list": [1, "two", [3], {"id": 12345678901234567890}, true, null]}';
    expect(await collect(text, elements)).toEqual({
      items: [
        ['/name', [], 'a"}]\\'], ['/big', [], undefined],
        ['/list/#', [0], 1], ['/list/#', [1], 'two'], ['/list/#', [2], [3]], ['/list/#', [3], { id: '12345678901234567890' }], ['/list/#', [4], true], ['/list/#', [5], null],
      ],
      whole: true,
    });
  });

  it('are the same wherever the file is cut into pieces', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }), fc.string(), sizes, async (list, name, pieces) => {
        const { items, whole } = await collect(JSON.stringify({ name, list }), elements, pieces);
        expect(items.map(([, , value]) => value)).toEqual(parseJson(JSON.stringify([name, ...list])));
        expect(whole).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    ['{"list": [1, {"a": 2', [1]],
    ['{"list": [1, "half', [1]],
    ['{"list": [{"a": }, 2]}', ['broken', 2]],
    ['[[[[[[[[', []],
    ['', []],
    ['hello', []],
  ])('end honestly in %s', async (text, values) => {
    const { items, whole } = await collect(text, elements);
    expect(items.map(([, , value]) => value)).toEqual(values);
    expect(whole).toBe(text.endsWith('}') || text === 'hello' ? true : false);
  });

  it('are given up where one is larger than anything can be, and the rest goes on', async () => {
    const { items } = await collect(`{"list": ["${'x'.repeat(5_000_000)}", 2]}`, elements);
    expect(items.map(([, , value]) => value)).toEqual(['broken', 2]);
  });

  it('take linear time however many backslashes and brackets there are', async () => {
    const started = performance.now();
    await collect(`{"list": ["${'\\\\'.repeat(1_000_000)}", ${'['.repeat(1_000_000)}`, elements);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
