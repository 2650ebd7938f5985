/** Sets a run to ask what only the user can tell, before anything of it is read. */
import { z } from 'zod';
import type { Sql } from '../../db/connection.server';
import { updateRun, type ImportRunState } from '../../db/import-runs.server';
import { openQuestions, type ReadingQuestion } from '../../domain/imports/questions';
import type { Archive, ArchiveReader, Recognition } from '../../platforms/contract';

/** @returns whether the run has to wait for an answer */
export async function asksFirst(
  run: ImportRunState,
  reader: ArchiveReader,
  source: { archive: Archive; recognition: Recognition },
  { sql }: { sql: Sql },
): Promise<boolean> {
  // What a run goes on with from its checkpoint was answered when it began.
  if (run.checkpoint !== null || run.questions.length > 0) return openQuestions(run.questions, run.answers).length > 0;
  const questions = (await reader.ask?.(source.archive, source.recognition)) ?? [];
  const open = openQuestions(questions, run.answers).map((question) => withRemembered(sql, question));
  if (open.length === 0) return false;
  updateRun(sql, run.id, { status: 'needs_answers', questions: JSON.stringify(open) });
  return true;
}

/** A table with the same headings was explained before: what was said then is suggested now. */
function withRemembered(sql: Sql, question: ReadingQuestion): ReadingQuestion {
  if (question.asks !== 'columns') return question;
  const kept = sql.prepare<[string], string>('SELECT meanings FROM ColumnMapping WHERE fingerprint = ?').pluck().get(question.fingerprint);
  if (kept === undefined) return question;
  const remembered = z.array(z.string()).parse(JSON.parse(kept));
  const known = new Set(question.meanings.map(({ value }) => value));
  return {
    ...question,
    columns: question.columns.map((column, index) => {
      const meaning = remembered[index];
      return meaning !== undefined && known.has(meaning) ? { ...column, suggested: meaning } : column;
    }),
  };
}
