/** What screens call the sample, and what they say of it. */
import { counted } from '../../lib/text';

export const SAMPLE_TITLE = 'Sample community';

/** "112 invented people taken out, with everything you tried on them." */
export function sampleRemovedSentence({ people }: { people: number }): string {
  return `${counted(people, 'invented person', 'invented people')} taken out, with everything you tried on them.`;
}
