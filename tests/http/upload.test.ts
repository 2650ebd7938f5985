/** Uploads go to the disk as they come; what breaks off leaves nothing behind. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveUpload, shownName, tidyUploads, uploadsFolder } from '../../app/http/upload.server';
import { store } from '../../app/db/connection.server';
import { env } from '../../app/lib/env.server';
import { openBundle } from '../../app/platforms/archive/open-bundle';
import { newFolder } from '../fixtures/zip';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

const MEGABYTE = 1_000_000;

describe('saveUpload', () => {
  let folder = '';
  beforeEach(async () => {
    folder = join(await newFolder(), 'uploads');
    mkdirSync(folder);
  });

  /** A request whose body gives `chunks` one at a time, as fast as it is asked. */
  const sending = (chunks: Uint8Array[], headers: Record<string, string> = {}) => {
    const asked: number[] = [];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const chunk = chunks[asked.length];
          asked.push(Date.now());
          if (chunk) controller.enqueue(chunk);
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
    return { request: new Request('http://kith.test/import/upload', init), asked };
  };

  it('writes what comes, byte for byte, where only its owner may read it', async () => {
    const chunks = Array.from({ length: 20 }, (_, index) => new Uint8Array(100_000).fill(index));
    const path = await saveUpload(sending(chunks).request, folder);
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(createHash('sha256').update(Buffer.concat(chunks)).digest('hex'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('asks for more only when the disk has taken what came', async () => {
    const chunk = new Uint8Array(100_000);
    let given = 0;
    let mostHeld = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const written = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
        mostHeld = Math.max(mostHeld, given - written);
        given += chunk.length;
        if (given > 20 * MEGABYTE) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    await saveUpload(new Request('http://kith.test/', init), folder);
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThanOrEqual(4 * chunk.length);
  });

  it.each([
    ['nothing in it', [], {}],
    ['a length of none', [], { 'content-length': '0' }],
  ])('refuses a file with %s', async (_, chunks, headers) => {
    await expect(saveUpload(sending(chunks, headers).request, folder)).rejects.toThrow(/empty/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses one that is shorter than was said', async () => {
    const { request } = sending([new Uint8Array(10)], { 'content-length': '11' });
    await expect(saveUpload(request, folder)).rejects.toThrow(/broke off/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses one for which the disk has no room, before reading any of it', async () => {
    const { request, asked } = sending([new Uint8Array(10)], { 'content-length': String(10 ** 17) });
    await expect(saveUpload(request, folder)).rejects.toThrow(/twice the archive’s size/);
    expect(asked).toEqual([]);
  });

  it('takes a half-written file away when the browser gives up', async () => {
    const stop = new AbortController();
    const chunks = [new Uint8Array(1000), new Uint8Array(1000)];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(chunk);
        else stop.abort();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half', signal: stop.signal };
    await expect(saveUpload(new Request('http://kith.test/', init), folder)).rejects.toThrow(/broke off/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it.each([
  ['export.zip', 'export.zip'],
  ['C:\\Users\\me\\export.zip', 'export.zip'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u202e.zip', 'ab.zip'],
  ['', 'Your archive'],
  ['x'.repeat(500), 'x'.repeat(200)],
])('shows %j as %j', (given, shown) => {
  expect(shownName(given)).toBe(shown);
});

it('tidies away what no import needs', async () => {
  const folder = join(await newFolder(), 'uploads');
  mkdirSync(folder);
  for (const name of ['needed', 'left over']) writeFileSync(join(folder, name), name);
  tidyUploads(folder, [join(folder, 'needed')]);
  expect(readdirSync(folder)).toEqual(['needed']);
});

describe('over the wire', () => {
  let app: TestApp;
  let cookie = '';
  const folder = () => uploadsFolder(env().dataFolder);
  const files = () => (existsSync(folder()) ? readdirSync(folder()) : []);

  beforeEach(async () => {
    await makeOwner(await freshDatabase());
    tidyUploads(folder(), []);
    app = await openApp();
    cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
  });
  afterEach(() => app.close());

  /** Opens an upload by hand, so that it can be slow, or break off. */
  const upload = (headers: Record<string, string>) =>
    httpRequest(`${app.origin}/import/upload?name=${encodeURIComponent('Mein Export.zip')}`, {
      method: 'POST',
      headers: { origin: app.origin, cookie, 'content-type': 'application/octet-stream', ...headers },
    });
  const answered = (client: ReturnType<typeof upload>) =>
    new Promise<{ status: number; body: unknown }>((done, failed) => {
      client.on('error', failed);
      client.on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        response.on('end', () => done({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
      });
    });

  it('is on the disk while it is still coming, and then an import in line', async () => {
    const client = upload({ 'content-length': String(2 * MEGABYTE) });
    const answer = answered(client);
    client.write(Buffer.alloc(MEGABYTE, 1));
    await vi.waitFor(() => expect(files().map((name) => statSync(join(folder(), name)).size)).toEqual([MEGABYTE]));
    client.end(Buffer.alloc(MEGABYTE, 2));
    const { status, body } = await answer;
    expect(status).toBe(201);
    expect(body).toEqual({ publicId: expect.any(String) });
    const run = store().prepare('SELECT status, fileName, sizeBytes, inputIsOurs, inputPath FROM ImportRun').get();
    expect(run).toEqual({
      status: 'received', fileName: 'Mein Export.zip', sizeBytes: 2 * MEGABYTE, inputIsOurs: 1, inputPath: join(folder(), files()[0] ?? ''),
    });
  });

  it('leaves neither file nor import when the browser goes away', async () => {
    const client = upload({ 'content-length': String(2 * MEGABYTE) });
    client.on('error', () => undefined);
    client.write(Buffer.alloc(MEGABYTE));
    await vi.waitFor(() => expect(files()).toHaveLength(1));
    client.destroy();
    await vi.waitFor(() => expect(files()).toEqual([]));
    expect(store().prepare('SELECT count(*) FROM ImportRun').pluck().get()).toBe(0);
  });

  it('says in a sentence what is wrong with an empty file', async () => {
    const client = upload({ 'content-length': '0' });
    const answer = answered(client);
    client.end();
    expect(await answer).toEqual({ status: 422, body: { problem: 'This file is empty. Choose the archive as you got it.' } });
  });

  const BUNDLE = '0b3e1f52-6a1c-4e0e-9d5b-2f6f1c3a7d10';
  const send = (query: Record<string, string>, body: string) =>
    fetch(`${app.origin}/import/upload?${new URLSearchParams({ bundle: BUNDLE, ...query }).toString()}`, {
      method: 'POST', body, redirect: 'manual', headers: { origin: app.origin, cookie },
    });

  it('takes files that belong together one by one, and imports them once all are there', async () => {
    expect(await (await send({ index: '0', name: 'out/messages/inbox.json', modified: '1764000000000' }, '{"a":1}')).json()).toEqual({ taken: true });
    expect(await (await send({ index: '1', name: '../../etc/passwd' }, 'x')).json()).toEqual({ taken: true });
    expect(await (await send({ index: '2', name: 'out/empty.json' }, '')).json()).toEqual({ taken: true });
    expect(store().prepare('SELECT count(*) FROM ImportRun').pluck().get()).toBe(0);
    expect(await (await send({ name: 'out', keptBack: '3' }, '')).json()).toEqual({ publicId: expect.any(String) });
    const run = store().prepare<[], { fileName: string; inputPath: string }>('SELECT fileName, inputPath FROM ImportRun').get();
    expect(run?.fileName).toBe('out');
    const archive = await openBundle(run?.inputPath ?? '', 'out');
    expect(archive.files.map(({ path, size, modifiedAt }) => [path, size, modifiedAt])).toEqual([['empty.json', 0, null], ['messages/inbox.json', 7, 1764000000000]]);
    expect(archive.skipped).toEqual([
      { path: '3 media files', reason: 'Pictures, films and sound stayed with you: Kith reads words and lists.' },
      { path: '../../etc/passwd', reason: 'It wants to lie outside its archive.' },
    ]);
    expect(readdirSync(run?.inputPath ?? '').sort()).toEqual(['0', '1', '2', 'list.jsonl']);
  });

  it('says so where nothing of a folder was sent, and takes no id that is none', async () => {
    const nothing = await send({ name: 'photos', keptBack: '214' }, '');
    expect(nothing.status).toBe(422);
    expect(await nothing.json()).toEqual({ problem: expect.stringMatching(/nothing in this folder/) });
    expect((await send({ bundle: '../../x', index: '0', name: 'a' }, 'a')).status).toBe(422);
    expect((await send({ index: 'x', name: 'a' }, 'a')).status).toBe(422);
    expect(files()).toEqual([]);
  });

  it('takes nothing from somebody who is not signed in', async () => {
    cookie = '';
    const response = await app.request('/import/upload?name=x', { method: 'POST' });
    expect(response.status).toBe(302);
    expect(files()).toEqual([]);
  });
});
