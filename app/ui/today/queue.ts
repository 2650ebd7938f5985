/**
 * The list while its rows are being worked on: which are gone already though the server has not said so yet, which came
 * back because something failed, and which is selected. Pure; the server's list always has the last word.
 */

export interface Queue {
  /** Ids of rows in the order of the server's list. */
  order: readonly string[];
  /** Taken off by the user; `settled` once the server has agreed and the next list decides. */
  gone: ReadonlyMap<string, 'asked' | 'settled'>;
  /** Came back: why, in a sentence. */
  failed: ReadonlyMap<string, string>;
  selected: string | null;
  /** Taken back, and not in the list yet: whichever of them the next list has is selected. */
  awaited: readonly string[];
}

export function openQueue(order: readonly string[], selected: string | null): Queue {
  const present = selected !== null && order.includes(selected);
  return { order, gone: new Map(), failed: new Map(), selected: present ? selected : (order[0] ?? null), awaited: [] };
}

/** Rows that are there for the user. */
export function visible({ order, gone }: Queue): string[] {
  return order.filter((id) => !gone.has(id));
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): Map<string, Value> {
  return new Map([...map].filter(([key]) => key !== id));
}

export function select(queue: Queue, id: string): Queue {
  return visible(queue).includes(id) ? { ...queue, selected: id } : queue;
}

/** Up or down; stays where the list ends. */
export function move(queue: Queue, step: 1 | -1): Queue {
  const rows = visible(queue);
  const place = queue.selected === null ? -1 : rows.indexOf(queue.selected);
  return { ...queue, selected: rows[Math.max(0, place + step)] ?? queue.selected };
}

/** Takes a row off at once. If it was selected, the next one is; the one before where it was the last. */
export function leave(queue: Queue, id: string): Queue {
  const rows = visible(queue);
  const place = rows.indexOf(id);
  const next = rows[place + 1] ?? rows[place - 1] ?? null;
  return {
    ...queue,
    gone: new Map(queue.gone).set(id, 'asked'),
    failed: without(queue.failed, id),
    selected: queue.selected === id ? next : queue.selected,
  };
}

/** The server has done it. */
export function settle(queue: Queue, id: string): Queue {
  return queue.gone.has(id) ? { ...queue, gone: new Map(queue.gone).set(id, 'settled') } : queue;
}

/** It did not work: the row is back where it was. */
export function comeBack(queue: Queue, id: string, why: string): Queue {
  return { ...queue, gone: without(queue.gone, id), failed: new Map(queue.failed).set(id, why) };
}

/** What was taken back is to be seen again. Of several ids one is a row; it may not be in the list yet. */
export function restore(queue: Queue, ids: readonly string[]): Queue {
  const gone = ids.reduce<ReadonlyMap<string, 'asked' | 'settled'>>(without, queue.gone);
  const here = ids.find((id) => queue.order.includes(id));
  return { ...queue, gone, selected: here ?? ids[0] ?? queue.selected, awaited: here === undefined ? ids : [] };
}

/** A new list from the server: it decides about everything that is settled. */
export function takeOrder(queue: Queue, order: readonly string[]): Queue {
  const gone = new Map([...queue.gone].filter(([, state]) => state === 'asked'));
  const failed = new Map([...queue.failed].filter(([id]) => order.includes(id)));
  const awaited = queue.awaited.find((id) => order.includes(id));
  const next: Queue = { order, gone, failed, selected: awaited ?? queue.selected, awaited: [] };
  const rows = visible(next);
  if (next.selected !== null && rows.includes(next.selected)) return next;
  return { ...next, selected: closest(queue, rows) };
}

/** Where the selection stood, in the new list: the first row still there that came after it, or before. */
function closest({ order, selected }: Queue, rows: readonly string[]): string | null {
  const place = selected === null ? 0 : Math.max(0, order.indexOf(selected));
  const after = order.slice(place).find((id) => rows.includes(id));
  const before = order.slice(0, place).reverse().find((id) => rows.includes(id));
  return after ?? before ?? rows[0] ?? null;
}
