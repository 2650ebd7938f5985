import { describe, expect, it } from 'vitest';
import {
  canStop, canUndo, checkpointSchema, IMPORT_STATUSES, importCountsSchema, isDone, isOver, isRunning, leftOutSchema,
  ownerSchema, recognitionSchema, undoableUntil, undoResultSchema, type ImportStatus,
} from '../../../app/domain/imports/run';
import { DAY } from '../../../app/lib/dates';

describe('what a status allows', () => {
  const TABLE: Record<ImportStatus, [running: boolean, over: boolean, stop: boolean, done: boolean]> = {
    received: [true, false, true, false],
    needs_owner: [false, false, true, false],
    needs_answers: [false, false, true, false],
    paused: [false, false, true, false],
    queued: [true, false, true, false],
    reading: [true, false, true, false],
    finishing: [true, false, false, false],
    finished: [false, true, false, true],
    failed: [false, true, false, false],
    stopped: [false, true, false, false],
    undoing: [true, false, false, false],
    undone: [false, true, false, false],
  };

  it.each(IMPORT_STATUSES)('%s', (status) => {
    expect([isRunning(status), isOver(status), canStop(status), isDone(status)]).toEqual(TABLE[status]);
  });
});

describe('undo', () => {
  const finishedAt = Date.UTC(2026, 10, 18, 9);

  it('is offered for thirty days', () => {
    expect(undoableUntil(finishedAt)).toBe(Date.UTC(2026, 11, 18, 9));
    expect(canUndo({ status: 'finished', finishedAt }, finishedAt + 30 * DAY)).toBe(true);
    expect(canUndo({ status: 'finished', finishedAt }, finishedAt + 30 * DAY + 1)).toBe(false);
  });

  it.each(IMPORT_STATUSES.filter((status) => status !== 'finished'))('is not offered for a run that is %s', (status) => {
    expect(canUndo({ status, finishedAt }, finishedAt)).toBe(false);
  });
});

describe('the JSON columns', () => {
  it('a run that has not begun counts nothing', () => {
    expect(importCountsSchema.parse({})).toEqual({
      people: 0, audience: 0, conversations: 0, messages: 0, invitations: 0, reactions: 0, relations: 0, refreshed: 0,
      alreadyThere: 0, relationsMet: 0, rejected: 0, firstAt: null, lastAt: null, months: {}, lastMonth: null,
    });
    expect(() => importCountsSchema.parse({ people: -1 })).toThrow();
  });

  it.each([
    ['recognition', recognitionSchema, {
      platform: 'linkedin', title: 'LinkedIn data export', generatedAt: null,
      parts: [{ path: 'messages.csv', kind: 'messages', size: 4200 }], unused: [{ path: 'Ads.csv', reason: 'Not about people.' }],
    }],
    ['owner', ownerSchema, {
      certain: false, chosen: null, joins: null, settled: false, question: 'who_are_you', knownAs: null,
      candidates: [{
        identity: { platform: 'linkedin', kind: 'handle', key: 'jordanpike', scope: '' }, displayName: 'Jordan Pike',
        evidence: 'Their name is on the profile in this archive.',
      }],
    }],
    ['left out', leftOutSchema, [{ file: 'messages.csv', reason: 'Drafts', count: 3 }]],
    ['checkpoint', checkpointSchema, { part: 0, row: 250 }],
    ['undo', undoResultSchema, {
      removed: { people: 87, audience: 12, conversations: 40, interactions: 640, relations: 99 },
      stayed: [{ name: 'Leila Haddad', reason: 'You wrote a note about them.' }],
    }],
  ])('%s survives being written and read', (_name, schema, value) => {
    expect(schema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
    expect(schema.safeParse('nonsense').success).toBe(false);
  });

  it('an owner of a platform nobody knows is refused', () => {
    const identity = { platform: 'friendster', kind: 'handle', key: 'a', scope: '' };
    const owner = { certain: true, candidates: [{ identity, displayName: 'A', evidence: '' }], chosen: 0, question: null, knownAs: null };
    expect(ownerSchema.safeParse(owner).success).toBe(false);
  });
});
