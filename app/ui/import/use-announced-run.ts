import { useEffect, useRef } from 'react';
import type { RunView } from '../../domain/imports/view';
import { announce } from '../primitives/live-region';

/** Readers hear each quarter of the way, not each percent. */
const QUARTERS = 4;

/** Says to readers what an import has come to: a new part of the way, a quarter more, a question, the end. */
export function useAnnouncedRun(run: RunView): void {
  const quarter = run.share === null ? 0 : Math.floor(run.share * QUARTERS);
  const heard = useRef(`${run.headline} ${quarter}`);
  const { headline, problem, running } = run;
  useEffect(() => {
    const said = `${headline} ${quarter}`;
    if (heard.current === said) return;
    heard.current = said;
    const share = running && quarter > 0 && quarter < QUARTERS ? `, ${(quarter * 100) / QUARTERS} percent` : '';
    announce(`${headline}${share}${problem ? `. ${problem}` : ''}`);
  }, [headline, problem, running, quarter]);
}
