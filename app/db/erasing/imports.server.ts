/** Texts that imports keep beside the rows: rejected lines, and what stands about a run itself. */
import { withoutMentions, type Mentions } from '../../domain/contacts/mentions';
import { isOver, type ImportStatus } from '../../domain/imports/run';
import type { Sql } from '../connection.server';
import type { Known } from './scope.server';

/** Columns of ImportRun that quote an archive. */
const WORDS = ['fileName', 'title', 'problem'] as const;
const JSON_WORDS = ['recognition', 'owner', 'questions', 'leftOut', 'result'] as const;
/** What a run that is not over still needs as it is. */
const NEEDED: ReadonlySet<string> = new Set(['owner', 'questions']);

type RunRow = { id: number; status: ImportStatus } & Record<(typeof WORDS)[number] | (typeof JSON_WORDS)[number], string | null>;

export function cleanImports(sql: Sql, { mentions }: Known): void {
  cleanRejects(sql, mentions);
  for (const run of sql.prepare<[], RunRow>(`SELECT id, status, ${[...WORDS, ...JSON_WORDS].join(', ')} FROM ImportRun`).all()) {
    cleanRun(sql, run, mentions);
  }
}

function cleanRejects(sql: Sql, mentions: Mentions): void {
  const rows = sql.prepare<[], { id: number; file: string; reason: string; sample: string | null }>('SELECT id, file, reason, sample FROM ImportReject').all();
  const drop = sql.prepare('DELETE FROM ImportReject WHERE id = ?');
  for (const { id, file, reason, sample } of rows) {
    if (mentions.in(`${file}\n${reason}\n${sample ?? ''}`)) drop.run(id);
  }
}

function cleanRun(sql: Sql, run: RunRow, mentions: Mentions): void {
  for (const column of WORDS) {
    const text = run[column];
    if (text !== null && mentions.in(text)) set(sql, run.id, column, mentions.without(text));
  }
  for (const column of JSON_WORDS) {
    const json = run[column];
    if (json === null || (NEEDED.has(column) && !isOver(run.status))) continue;
    const before = JSON.stringify(JSON.parse(json));
    const after = JSON.stringify(withoutMentions(JSON.parse(json), mentions));
    if (after !== before) set(sql, run.id, column, after);
  }
}

function set(sql: Sql, id: number, column: string, value: string): void {
  sql.prepare(`UPDATE ImportRun SET "${column}" = ? WHERE id = ?`).run(value, id);
}
