/** Runs a command for a form and answers what its page shows: a sentence with undo, or why nothing was changed. */
import { data } from '@remix-run/node';
import type { Done } from '../db/transact.server';
import { GoneError } from '../db/transact.server';
import type { ParsedForm } from './form.server';

export interface Changed {
  done: { sentence: string; journalId: string | null } | null;
  problem: string | null;
}

/**
 * @returns 400 with the form's first problem, 409 where what it was about is gone; both leave everything as it was
 */
export function change<Input, Result>(form: ParsedForm<Input>, command: (input: Input) => Done<Result>) {
  if (!form.ok) return data<Changed>({ done: null, problem: firstProblem(form.reply) }, { status: 400 });
  try {
    const { sentence, journalId } = command(form.value);
    return data<Changed>({ done: { sentence, journalId }, problem: null });
  } catch (error) {
    if (error instanceof GoneError) return data<Changed>({ done: null, problem: error.message }, { status: 409 });
    throw error;
  }
}

function firstProblem({ error }: { error?: Record<string, string[] | null> | null }): string {
  return Object.values(error ?? {}).flatMap((problems) => problems ?? [])[0] ?? 'That cannot be saved like this.';
}
