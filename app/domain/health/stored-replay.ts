/** A replay as it is kept beside the people it named. */
import { z } from 'zod';

const head = z.object({
  delta: z.number(),
  people: z.int().nonnegative(),
  expected: z.number(),
  expectedWithDelta: z.number(),
  happened: z.int().nonnegative(),
});

const count = z.int().nonnegative();
const window = z.object({
  from: z.number(),
  to: z.number(),
  people: count,
  expected: z.number(),
  /** Counted once, because a page of everybody cannot count them each time. */
  named: count,
  namedWrote: count,
  surprises: count,
});

/** Null where no source showed both sides for three months. Instants are UTC milliseconds; the latest window first. */
export const storedReplay = z
  .object({
    twoWay: head,
    inbound: head,
    windows: z.array(window),
  })
  .nullable();
export type StoredReplay = NonNullable<z.infer<typeof storedReplay>>;
