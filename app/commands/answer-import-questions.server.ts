/** Answers what a reader asked about an archive, and lets the import go on. */
import { allows, readingAnswersSchema, type ReadingAnswers } from '../domain/imports/questions';
import type { Sql } from '../db/connection.server';
import { loadRun, updateRun } from '../db/import-runs.server';
import { enqueue } from '../db/job-queue.server';
import { audit, type Actor } from '../db/transact.server';
import { findRun, importJobKey } from './import-archive/find-run.server';

/**
 * Does nothing where the run no longer asks. What columns mean is remembered for the next table with these headings.
 * @returns false where a question is left without an answer it allows
 * @throws GoneError
 */
export function answerImportQuestions(sql: Sql, actor: Actor, publicId: string, given: ReadingAnswers, now: number): boolean {
  return sql
    .transaction(() => {
      const id = findRun(sql, publicId);
      const run = loadRun(sql, id);
      if (run?.status !== 'needs_answers') return true;
      const answers = readingAnswersSchema.parse({ ...run.answers, ...given });
      if (!run.questions.every((question) => allows(question, answers))) return false;
      for (const question of run.questions) {
        if (question.asks === 'columns') remember(sql, question.fingerprint, answers.columns ?? [], now);
      }
      updateRun(sql, id, { status: 'queued', answers: JSON.stringify(answers) });
      enqueue(sql, 'import-archive', { importRunId: id }, { now, idempotencyKey: importJobKey(id) });
      audit(sql, { at: now, teammateId: actor.teammateId, verb: 'answer-import-questions', subject: publicId });
      return true;
    })
    .immediate();
}

function remember(sql: Sql, fingerprint: string, meanings: readonly string[], now: number): void {
  sql
    .prepare(
      `INSERT INTO ColumnMapping (fingerprint, meanings, savedAt) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET meanings = excluded.meanings, savedAt = excluded.savedAt`,
    )
    .run(fingerprint, JSON.stringify(meanings), now);
}
