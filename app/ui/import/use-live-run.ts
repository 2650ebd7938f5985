import { useEffect, useState } from 'react';
import { runViewSchema, type RunView } from '../../domain/imports/view';

const EVERY_MS = 700;
/** After a failed look, the next ones come more slowly. */
const AGAIN_MS = 3_000;

async function look(publicId: string, signal: AbortSignal): Promise<RunView | null> {
  const response = await fetch(`/import/${publicId}/progress`, { signal });
  const parsed = runViewSchema.safeParse(await response.json());
  return parsed.success ? parsed.data : null;
}

/**
 * A run that keeps itself up to date while something goes on: not in a hidden tab, and at once when it shows again.
 * @param loaded what the page was loaded with; newer loads win
 * @param onEnd called when what went on has come to its end, or to a question
 */
export function useLiveRun(loaded: RunView, onEnd: () => void): { run: RunView; unreachable: boolean } {
  const [run, setRun] = useState(loaded);
  const [unreachable, setUnreachable] = useState(false);
  const [seen, setSeen] = useState(loaded);
  if (seen !== loaded) {
    setSeen(loaded);
    setRun(loaded);
  }
  const { publicId, running } = run;
  useEffect(() => {
    if (!running) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = async () => {
      if (document.hidden) return;
      let wait = EVERY_MS;
      try {
        const next = await look(publicId, stop.signal);
        if (stop.signal.aborted) return;
        setUnreachable(false);
        if (next) setRun(next);
        if (!next?.running) return onEnd();
      } catch {
        if (stop.signal.aborted) return;
        setUnreachable(true);
        wait = AGAIN_MS;
      }
      timer = setTimeout(() => void tick(), wait);
    };
    const onShow = () => {
      clearTimeout(timer);
      void tick();
    };
    timer = setTimeout(() => void tick(), EVERY_MS);
    document.addEventListener('visibilitychange', onShow);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [publicId, running, onEnd]);
  return { run, unreachable };
}
