/** The night shift's jobs: their names and what each needs to know. Whoever wants one enqueues it by name. */
import { z } from 'zod';

const rowId = z.int().positive();

const jobSchema = z.discriminatedUnion('name', [
  /** Reads the archive of an import run, or goes on from its checkpoint. */
  z.object({ name: z.literal('import-archive'), payload: z.object({ importRunId: rowId }) }),
  /** Writes the sample community of an import run. */
  z.object({ name: z.literal('load-sample'), payload: z.object({ importRunId: rowId }) }),
  z.object({ name: z.literal('undo-import'), payload: z.object({ importRunId: rowId }) }),
  /** Folds everybody's health again: calendar days moved with the time zone, the model has a new version, or nothing was fitted yet. */
  z.object({ name: z.literal('refold-health'), payload: z.object({}) }),
  /** Writes the file anew, so that nothing is left in it of whoever was erased. */
  z.object({ name: z.literal('remove-traces'), payload: z.object({}) }),
  /** Visits what changes without anybody doing anything. */
  z.object({ name: z.literal('sweep'), payload: z.object({}) }),
]);

/** A job with the payload that belongs to its name. */
export type ParsedJob = z.infer<typeof jobSchema>;
export type JobName = ParsedJob['name'];
export type JobPayloads = { [Name in JobName]: Extract<ParsedJob, { name: Name }>['payload'] };

/**
 * @param payload as it came out of the queue's JSON
 * @throws ZodError where there is no such job or the payload is not its own
 */
export function parseJob(name: string, payload: unknown): ParsedJob {
  return jobSchema.parse({ name, payload });
}
