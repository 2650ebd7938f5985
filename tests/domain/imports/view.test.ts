import { describe, expect, it } from 'vitest';
import type { ImportStatus } from '../../../app/domain/imports/run';
import { PHASES, phasesOf } from '../../../app/domain/imports/view';

describe('the parts of the way', () => {
  it.each([
    ['received', false, 'Unpacked'],
    ['received', true, 'Reading'],
    ['reading', true, 'Reading'],
    ['finishing', true, 'Learning rhythms'],
  ] satisfies [ImportStatus, boolean, string][])('%s, recognised: %s', (status, recognised, now) => {
    const phases = phasesOf(status, recognised);
    const at = phases.findIndex(({ place }) => place === 'now');
    expect(phases[at]?.label).toBe(now);
    expect(phases.map(({ place }) => place)).toEqual(PHASES.map((_, place) => (place < at ? 'done' : place === at ? 'now' : 'ahead')));
  });

  it.each(['received', 'queued', 'needs_owner', 'reading'] satisfies ImportStatus[])('%s: never says of what is recognised that it is still to come', (status) => {
    const [unpacked, recognised] = phasesOf(status, true);
    expect([unpacked?.place, recognised?.place]).toEqual(['done', 'done']);
  });

  it('are all behind it at the end', () => {
    expect(phasesOf('finished', true).every(({ place }) => place === 'done')).toBe(true);
  });
});
