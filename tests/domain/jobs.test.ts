import { describe, expect, it } from 'vitest';
import { parseJob } from '../../app/domain/jobs';

describe('jobs of the night shift', () => {
  it.each([
    ['import-archive', { importRunId: 7 }],
    ['undo-import', { importRunId: 7 }],
    ['refold-health', {}],
    ['sweep', {}],
  ])('%s with %j', (name, payload) => {
    expect(parseJob(name, JSON.parse(JSON.stringify(payload)))).toEqual({ name, payload });
  });

  it.each([
    ['a job nobody knows', 'send-newsletter', {}],
    ['no payload', 'import-archive', null],
    ['the payload of another job', 'import-archive', { name: 'model' }],
    ['a public id instead of a row', 'undo-import', { importRunId: 'k3v9' }],
    ['a row that cannot be', 'undo-import', { importRunId: 0 }],
  ])('refuses %s', (_says, name, payload) => {
    expect(() => parseJob(name, payload)).toThrow();
  });
});
