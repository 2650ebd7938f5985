import { RemoveSample } from './sample-forms';
import type { SampleStanding } from '../../domain/sample/words';

/** Says quietly that nobody here is real, and how to change that. */
export function SampleLine({ sample, back }: { sample: SampleStanding; back: '/today' | '/import' }) {
  if (sample !== 'in') return null;
  return (
    <div className="sample-line support muted">
      <span>These are invented people.</span> <RemoveSample back={back} quiet />
    </div>
  );
}
