import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comeBack, leave, move, openQueue, restore, select, settle, takeOrder, visible, type Queue } from '../../app/ui/today/queue';
import { neighbours } from '../../app/ui/today/neighbours';
import { swipeOf } from '../../app/ui/today/use-swipe';
import type { RowView } from '../../app/ui/today/types';

const open = (selected: string | null = null) => openQueue(['a', 'b', 'c', 'd'], selected);

describe('moving', () => {
  it.each<[string, (queue: Queue) => Queue, string]>([
    ['begins at the top', (queue) => queue, 'a'],
    ['begins where the address says', () => open('c'), 'c'],
    ['does not begin outside the list', () => open('x'), 'a'],
    ['goes down', (queue) => move(queue, 1), 'b'],
    ['stays at the top', (queue) => move(queue, -1), 'a'],
    ['stays at the end', () => move(open('d'), 1), 'd'],
    ['goes over what is gone', (queue) => move(leave(queue, 'b'), 1), 'c'],
    ['takes what is chosen', (queue) => select(queue, 'c'), 'c'],
    ['does not take what is gone', (queue) => select(leave(queue, 'c'), 'c'), 'a'],
  ])('%s', (_, step, selected) => {
    expect(step(open()).selected).toBe(selected);
  });
});

describe('leaving', () => {
  it.each([
    ['the selected row hands over to the next', 'b', 'b', 'c'],
    ['the last row hands over to the one before', 'd', 'd', 'c'],
    ['another row leaves the selection alone', 'b', 'd', 'b'],
  ])('%s', (_, selected, gone, after) => {
    const queue = leave(open(selected), gone);
    expect([queue.selected, visible(queue).includes(gone)]).toEqual([after, false]);
  });

  it('of everybody leaves nobody selected', () => {
    const queue = ['a', 'b', 'c', 'd'].reduce(leave, open());
    expect([visible(queue), queue.selected]).toEqual([[], null]);
  });

  it('holds against an older list, and yields to the list after the server has agreed', () => {
    const asked = takeOrder(leave(open(), 'a'), ['a', 'b', 'c']);
    expect(visible(asked)).toEqual(['b', 'c']);
    const gone = takeOrder(settle(asked, 'a'), ['b', 'c']);
    expect([visible(gone), gone.selected]).toEqual([['b', 'c'], 'b']);
    const stillWaits = takeOrder(settle(asked, 'a'), ['a', 'b', 'c']);
    expect(visible(stillWaits)).toEqual(['a', 'b', 'c']);
  });
});

describe('coming back', () => {
  it('puts a row where it was, with the reason, and does not take the selection', () => {
    const queue = comeBack(leave(open(), 'a'), 'a', 'That did not work.');
    expect([visible(queue), queue.failed.get('a'), queue.selected]).toEqual([['a', 'b', 'c', 'd'], 'That did not work.', 'b']);
    expect(leave(queue, 'a').failed.size).toBe(0);
  });

  it('selects what was taken back, also before the list has it again', () => {
    const undone = restore(takeOrder(settle(leave(open(), 'a'), 'a'), ['b', 'c', 'd']), ['a']);
    expect(takeOrder(undone, ['a', 'b', 'c', 'd']).selected).toBe('a');
  });
});

it('always has somebody selected while anybody is there, and never somebody who is not', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const id = fc.constantFrom(...ids);
  const step: fc.Arbitrary<(queue: Queue) => Queue> = fc.oneof(
    id.map((one) => (queue: Queue) => leave(queue, one)),
    id.map((one) => (queue: Queue) => settle(queue, one)),
    id.map((one) => (queue: Queue) => comeBack(queue, one, 'Why')),
    id.map((one) => (queue: Queue) => select(queue, one)),
    fc.constantFrom<(queue: Queue) => Queue>((queue) => move(queue, 1), (queue) => move(queue, -1)),
    fc.shuffledSubarray(ids).map((order) => (queue: Queue) => takeOrder(queue, order)),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const queue = takeOrder(steps.reduce((before, next) => next(before), openQueue(ids, null)), ids);
      const rows = visible(queue);
      expect(queue.selected === null ? rows.length === 0 : rows.includes(queue.selected)).toBe(true);
    }),
  );
});

describe('taking back', () => {
  it('selects whichever of the ids is a row, now or in the next list', () => {
    expect(restore(open(), ['x', 'c']).selected).toBe('c');
    const awaiting = restore(open('b'), ['x', 'y']);
    expect(takeOrder(awaiting, ['a', 'b', 'y']).selected).toBe('y');
    expect(takeOrder(takeOrder(awaiting, ['a', 'b']), ['a', 'b', 'y']).selected).toBe('a');
  });
});

describe('reading ahead', () => {
  const row = (conversation: string): RowView => ({
    about: 'turn', id: conversation, conversation, contact: conversation, name: conversation, platform: 'linkedin', state: null, line: '',
    lineIsTheirs: true, wait: '', waiting: '', tone: null, since: 0, pulse: null, seenThrough: 1,
  });
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map(row);
  it.each<[string, string | null, string[], string[]]>([
    ['three below and one above', 'b', [], ['b', 'c', 'd', 'e', 'a']],
    ['what is left', 'b', ['c', 'a'], ['b', 'd', 'e', 'f']],
    ['only itself where it is not in the list', 'x', [], ['x']],
    ['nothing where nobody is selected', null, [], []],
  ])('%s', (_, current, gone, wanted) => {
    expect(neighbours(rows, current, new Map(gone.map((id) => [id, 'asked' as const]))).map(({ id }) => id)).toEqual(wanted);
  });

  it('passes over people without a conversation', () => {
    const met: RowView = { ...row('m'), conversation: null };
    expect(neighbours([row('a'), met, row('b')], 'a', new Map()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

it.each([
  [120, 10, 'right'], [-120, 10, 'left'], [60, 0, null], [-60, 0, null], [120, 90, null], [0, 300, null],
])('a finger that goes %d across and %d down means %s', (across, down, swipe) => {
  expect(swipeOf(across, down)).toBe(swipe);
});
