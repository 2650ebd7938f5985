/** What screens call the sample, and what they say of it. */
import type { ImportStatus } from '../imports/run';
import { counted } from '../../lib/text';

export const SAMPLE_TITLE = 'Sample community';

/** "112 invented people taken out, with everything you tried on them." */
export function sampleRemovedSentence({ people }: { people: number }): string {
  return `${counted(people, 'invented person', 'invented people')} taken out, with everything you tried on them.`;
}

/** Whether the invented people are here; null: they are not. */
export type SampleStanding = 'coming' | 'in' | 'going' | null;

/** @param status of the newest run of the sample; null where there was none */
export function sampleStanding(status: ImportStatus | null): SampleStanding {
  if (status === 'finished') return 'in';
  if (status === 'undoing') return 'going';
  return status === null || ['failed', 'stopped', 'undone'].includes(status) ? null : 'coming';
}
