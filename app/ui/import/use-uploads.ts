import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';

/** A file on its way to the server, or one that did not get there. */
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

const answerSchema = z.union([z.object({ publicId: z.string() }), z.object({ problem: z.string() })]);

const UNREACHED = 'Kith did not answer, so this file was not taken in. Everything you had is safe. Try it once more.';

/** Sends one file as the body of a request. @returns null when it arrived, else a sentence */
function send(request: XMLHttpRequest, file: File, onSent: (bytes: number) => void): Promise<string | null> {
  return new Promise((done) => {
    request.open('POST', `/import/upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      const answer = answerSchema.safeParse(parsed(request.responseText));
      if (answer.success) done('problem' in answer.data ? answer.data.problem : null);
      else done(request.responseURL.includes('/sign-in') ? 'You are signed out. Sign in, then choose the file again.' : UNREACHED);
    };
    request.onerror = () => done(UNREACHED);
    request.onabort = () => done(null);
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Uploads one file after the other.
 * @param onArrived called whenever one is there
 */
export function useUploads(onArrived: () => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<{ key: number; file: File }[]>([]);
  const running = useRef<{ key: number; request: XMLHttpRequest } | null>(null);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const change = useCallback((key: number, changes: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }, []);
  const forget = useCallback((key: number) => setUploads((all) => all.filter((one) => one.key !== key)), []);

  const next = useCallback(async () => {
    if (running.current) return;
    for (let one = queue.current.shift(); one; one = queue.current.shift()) {
      const { key, file } = one;
      const request = new XMLHttpRequest();
      running.current = { key, request };
      change(key, { state: 'sending' });
      const problem = await send(request, file, (sent) => change(key, { sent }));
      if (problem === null) forget(key);
      else change(key, { state: 'failed', problem });
      arrived.current();
    }
    running.current = null;
  }, [change, forget]);

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ key: nextKey(), file }));
      queue.current.push(...fresh);
      setUploads((all) => [
        ...all,
        ...fresh.map(({ key, file }): Upload => ({ key, name: file.name, size: file.size, state: 'waiting', sent: 0, problem: null })),
      ]);
      void next();
    },
    [next],
  );

  /** Breaks one off, or takes a failed one off the page. */
  const remove = useCallback(
    (key: number) => {
      queue.current = queue.current.filter((one) => one.key !== key);
      if (running.current?.key === key) running.current.request.abort();
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
