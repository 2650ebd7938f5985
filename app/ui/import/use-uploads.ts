import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { Drop } from '../../domain/imports/drops';

/** What is on its way to the server, or did not get there. */
export interface Upload {
  key: number;
  name: string;
  /** Bytes. */
  size: number;
  state: 'waiting' | 'sending' | 'failed';
  /** Bytes sent. */
  sent: number;
  problem: string | null;
}

const answerSchema = z.union([z.object({ publicId: z.string() }), z.object({ taken: z.literal(true) }), z.object({ problem: z.string() })]);

const UNREACHED = 'Kith did not answer, so this was not taken in. Everything you had is safe. Try it once more.';

/** A request that can be broken off while it is on its way. */
type Running = { current: XMLHttpRequest | null };

/** Sends one request. @returns null when it was taken, else a sentence */
function post(running: Running, query: Record<string, string>, body: File | null, onSent: (bytes: number) => void): Promise<string | null> {
  const request = new XMLHttpRequest();
  running.current = request;
  return new Promise((done) => {
    request.open('POST', `/import/upload?${new URLSearchParams(query).toString()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      const answer = answerSchema.safeParse(parsed(request.responseText));
      if (answer.success) done('problem' in answer.data ? answer.data.problem : null);
      else done(request.responseURL.includes('/sign-in') ? 'You are signed out. Sign in, then choose it again.' : UNREACHED);
    };
    request.onerror = () => done(UNREACHED);
    request.onabort = () => done('');
    request.send(body);
  });
}

/** Sends what belongs together: a file by itself, or one file after the other and a word that all are there. */
async function send(running: Running, { name, files, keptBack }: Drop<File>, onSent: (bytes: number) => void): Promise<string | null> {
  const [only, ...more] = files;
  if (only && more.length === 0 && keptBack === 0 && only.path === name) return post(running, { name }, only.file, onSent);
  const bundle = crypto.randomUUID();
  let before = 0;
  for (const [index, { path, file }] of files.entries()) {
    const query = { bundle, index: String(index), name: path, modified: String(file.lastModified) };
    const problem = await post(running, query, file, (bytes) => onSent(before + bytes));
    if (problem !== null) return problem;
    before += file.size;
    onSent(before);
  }
  return post(running, { bundle, name, keptBack: String(keptBack) }, null, () => undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Uploads one after the other.
 * @param onArrived called whenever one is there
 */
export function useUploads(onArrived: () => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<{ key: number; drop: Drop<File> }[]>([]);
  const sending = useRef<{ key: number; running: Running } | null>(null);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const change = useCallback((key: number, changes: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }, []);
  const forget = useCallback((key: number) => setUploads((all) => all.filter((one) => one.key !== key)), []);

  const next = useCallback(async () => {
    if (sending.current) return;
    for (let one = queue.current.shift(); one; one = queue.current.shift()) {
      const { key, drop } = one;
      const running: Running = { current: null };
      sending.current = { key, running };
      change(key, { state: 'sending' });
      const problem = await send(running, drop, (sent) => change(key, { sent }));
      if (problem) change(key, { state: 'failed', problem });
      else forget(key);
      arrived.current();
    }
    sending.current = null;
  }, [change, forget]);

  const add = useCallback(
    (drops: readonly Drop<File>[]) => {
      const fresh = drops.map((drop) => ({ key: nextKey(), drop }));
      queue.current.push(...fresh);
      setUploads((all) => [
        ...all,
        ...fresh.map(({ key, drop }): Upload => ({
          key, name: drop.name, size: drop.files.reduce((sum, { file }) => sum + file.size, 0), state: 'waiting', sent: 0, problem: null,
        })),
      ]);
      void next();
    },
    [next],
  );

  /** Breaks one off, or takes a failed one off the page. */
  const remove = useCallback(
    (key: number) => {
      queue.current = queue.current.filter((one) => one.key !== key);
      if (sending.current?.key === key) sending.current.running.current?.abort();
      forget(key);
    },
    [forget],
  );

  return { uploads, add, remove };
}

let lastKey = 0;
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}
