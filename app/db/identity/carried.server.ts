/** What one contact took over of another when the two became one: all that taking it back needs, however late. */
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

export const carriedSchema = z.object({
  /** `from`: the link to the contact that went; null where there was none. `to`: the link to the one that stayed. */
  identities: z.array(z.object({ id: z.number(), from: z.number().nullable(), to: z.number() })),
  notes: z.array(z.number()),
  /** `given`: the one that stayed did not have it before. */
  tags: z.array(z.object({ tagId: z.number(), addedAt: z.number(), addedById: z.number().nullable(), given: z.boolean() })),
  /** Columns of the contact that stayed, as they were and as they became. */
  words: z.record(z.string(), z.object({ before: value, after: value })),
});
export type Carried = z.infer<typeof carriedSchema>;
