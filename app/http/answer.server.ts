/** Answers of resource routes that the browser asks by itself: JSON, and a sentence where something was refused. */
import { data } from '@remix-run/node';
import type { Done } from '../db/transact.server';
import { GoneError } from '../db/transact.server';
import type { ParsedForm } from './form.server';

/** What changing something answers. */
export interface ChangeAnswer {
  /** A sentence for the toast, and what undo takes. */
  done: { sentence: string; journalId: string | null } | null;
  problem: string | null;
}

const refusal = (problem: string, status: number) => Response.json({ done: null, problem } satisfies ChangeAnswer, { status });

/**
 * Runs a command for a form.
 * @returns 400 for a form or a moment that can't be, 409 where what it was about is gone: nothing was changed
 */
export function answerChange<Input>(form: ParsedForm<Input>, command: (input: Input) => Done<unknown>): Response {
  if (!form.ok) return refusal('That cannot be saved like this.', 400);
  try {
    const { sentence, journalId } = command(form.value);
    return Response.json({ done: { sentence, journalId }, problem: null } satisfies ChangeAnswer);
  } catch (error) {
    if (error instanceof GoneError) return refusal(error.message, 409);
    if (error instanceof RangeError) return refusal(error.message, 400);
    throw error;
  }
}

/** @throws a 404 where there is nothing */
export function answerFound(found: object | null): Response {
  if (found === null) throw data('There is nothing here.', { status: 404 });
  return Response.json(found);
}
