import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { SampleStanding } from '../../domain/sample/words';

const EVERY_MS = 500;

/** Looks again while the sample comes or goes, which takes a second or two; not in a hidden tab. */
export function useWatchedSample(sample: SampleStanding): void {
  const { revalidate } = useRevalidator();
  const moving = sample === 'coming' || sample === 'going';
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => !document.hidden && revalidate(), EVERY_MS);
    return () => clearInterval(timer);
  }, [moving, revalidate]);
}
