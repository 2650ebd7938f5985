/** Reads and checks a form at the border. Uploads have their own way in. */
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { SubmissionResult } from '@conform-to/react';
import type { z } from 'zod';

/** No form of Kith is longer; a long note has a few thousand characters. */
const LONGEST_FORM_BYTES = 1_000_000;

/** A form that can be used, or what conform shows beside its fields. */
export type ParsedForm<T> =
  | { ok: true; value: T; refuse: (problem: Record<string, string[]>) => SubmissionResult }
  | { ok: false; reply: SubmissionResult };

/**
 * @param schema zod, on the form's field names; empty fields are missing ones
 * @throws a 413 response for a form that is too long to be one
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  // Node's HTTP parser holds a body to its stated length.
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= LONGEST_FORM_BYTES)) throw data('This is more than a form can hold.', { status: 413 });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== 'success') return { ok: false, reply: withoutPasswords(submission.reply()) };
  return {
    ok: true,
    value: submission.value,
    refuse: (fieldErrors) => withoutPasswords(submission.reply({ fieldErrors })),
  };
}

/** Whether a browser posts a plain form, before scripts have loaded, and shows as a page what comes back. */
export function wantsPage(request: Request): boolean {
  return request.headers.get('sec-fetch-dest') === 'document';
}

/** What was typed goes back into the form, passwords don't. */
function withoutPasswords(reply: SubmissionResult): SubmissionResult {
  const kept = Object.entries(reply.initialValue ?? {}).filter(([name]) => !/password/i.test(name));
  return { ...reply, initialValue: Object.fromEntries(kept) };
}
