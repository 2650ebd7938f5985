import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ArchiveFile } from '../../../app/platforms/contract';
import { readJsonArray } from '../../../app/platforms/reading/json-array';
import type { JsonArrayOptions } from '../../../app/platforms/reading/json-array';

const fileOf = (chunks: readonly string[]): ArchiveFile => ({
  path: 'a.js', size: 0, modifiedAt: null, open: async () => Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
});

const conversationSchema = z.object({ c: z.object({ id: z.string(), tags: z.array(z.number()), messages: z.array(z.unknown()), name: z.string().optional() }) });

/** Values, or the first words of a problem. */
async function read(text: string | readonly string[], options: JsonArrayOptions = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { elements } of readJsonArray(fileOf(typeof text === 'string' ? [text] : text), options)) {
    for (const element of elements) found.push('problem' in element ? element.problem.split(' ').slice(0, 4).join(' ') : element.value);
  }
  return found;
}

describe('the elements of an array', () => {
  it.each([
    ['plain', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ['behind an assignment, before a semicolon', 'window.YTD.follower.part0 = [ {"a":"]"} ] ;\r\n', [{ a: ']' }]],
    ['with a mark in front', '\uFEFFwindow.YTD.follower.part0 = [\r\n1\r\n]', [1]],
    ['none', 'window.YTD.follower.part0 = [ ]', []],
    ['texts and numbers', '["a","b, c",3,null,[4,[5]]]', ['a', 'b, c', 3, null, [4, [5]]]],
    ['brackets and quotes inside texts', String.raw`[{"a":"}]\"\\"},"\\"]`, [{ a: '}]"\\' }, '\\']],
    ['long numbers stay as they are written', '[{"id":1310630474755178496}]', [{ id: '1310630474755178496' }]],
    ['a damaged one among good ones', '[{"a":1},{"a":},{"a":3}]', [{ a: 1 }, 'This entry is damaged', { a: 3 }]],
    ['a file that stops', '[{"a":1},{"a":', [{ a: 1 }, 'The file ends in']],
    ['a file without a list', 'window.YTD.x.part0 = {}', ['The file holds no']],
    ['an empty file', '', ['The file holds no']],
    ['code behind the list is not run', '[1];globalThis.hacked = [2]', [1]],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['first', '{"orderedItems":[1,2],"x":[3]}', [1, 2]],
    ['behind other keys', '{"@context":["a",{"orderedItems":[9]}],"s":"orderedItems","orderedItems" : [1]}', [1]],
    ['only further inside', '{"a":{"orderedItems":[9]}}', ['The file holds no']],
    ['as something else', '{"orderedItems":"x","b":[1]}', ['The file holds no']],
  ])('under a key: %s', async (_, text, expected) => {
    expect(await read(text, { under: 'orderedItems' })).toEqual(expected);
  });

  it('wherever the chunks end', async () => {
    const text = String.raw`window.YTD.x.part0 = [{"t":"a\"é]","n":[1,{"b":"\\"}]},"c",{"d":12345678901234567}]`;
    const whole = await read(text);
    expect(whole).toEqual([{ t: 'a"é]', n: [1, { b: '\\' }] }, 'c', { d: '12345678901234567' }]);
    for (let size = 1; size < 40; size += 1) {
      const chunks = text.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? [];
      expect(await read(chunks)).toEqual(whole);
    }
  });

  it('an element without end costs no more than the limit, and is said', async () => {
    const filler = 'x'.repeat(1_000_000);
    const chunks = ['["a",{"t":"', ...Array.from({ length: 40 }, () => filler), '"},"b"]'];
    expect(await read(chunks)).toEqual(['a', 'This entry goes on', 'b']);
  });

  it('an element too long for the memory comes in pieces, where its long array is known', async () => {
    const message = (id: number) => ({ text: `, ]}"\\ ${'y'.repeat(2_000)}`, list: [1, 2, { a: [3] }], id });
    const conversation = (count: number) => JSON.stringify({ c: { id: '1-2', tags: [1, 2], messages: Array.from({ length: count }, (_, id) => message(id)), name: 'Tea' } });
    const text = `[${conversation(2)},${conversation(5_000)},${conversation(1)}]`;
    const chunks = text.match(/.{1,65536}/gs) ?? [];
    const pieces = await read(chunks, { cutDepth: 3 });
    expect(pieces.length).toBe(5);
    const all = pieces.map((piece) => conversationSchema.parse(piece).c);
    expect(all.map(({ id, tags, name }) => [id, tags, name])).toEqual([['1-2', [1, 2], 'Tea'], ['1-2', [1, 2], undefined], ['1-2', [1, 2], undefined], ['1-2', [1, 2], 'Tea'], ['1-2', [1, 2], 'Tea']]);
    const long = all.slice(1, -1).flatMap(({ messages }) => messages);
    expect(long).toEqual(Array.from({ length: 5_000 }, (_, id) => message(id)));
  });

  it('a head without end is given up', async () => {
    const chunks = Array.from({ length: 3 }, () => ' '.repeat(1_000_000));
    expect(await read(chunks)).toEqual(['The file holds no']);
  });
});
