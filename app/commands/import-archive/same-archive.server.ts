/**
 * An archive that was brought in before, byte for byte. Reading it again would meet every row of the earlier import and
 * write none, so the rows are met without reading. An archive that lies unpacked in a folder is always read.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ErasedPeople } from '../../db/erased.server';
import { loadRun, pauseAsked, stopAsked, updateRun, type ImportRunState } from '../../db/import-runs.server';
import { isWhole, meetRows, saidBy } from '../../db/bulk/meet-again.server';
import type { Sql } from '../../db/connection.server';
import { recognitionSchema, type ImportCounts } from '../../domain/imports/run';
import type { ReadResult, Recognition } from '../../platforms/contract';
import type { ImportDeps } from '../import-archive.server';

/** Beyond this a zip holds more pictures than words, and reading it all to know it takes longer than reading the words. */
const MOST_BYTES = 8_000_000_000;
const PIECE = 262_144;

/**
 * What reading depends on, as one number: the bytes, what the reader took them for, and the reader.
 * @param note told the bytes of each piece
 * @returns null for a folder
 */
export async function fingerprintOf(
  path: string,
  recognition: Recognition,
  reader: { module: string; version: number },
  note: (bytes: number) => void,
): Promise<string | null> {
  const found = await stat(path);
  if (!found.isFile() || found.size > MOST_BYTES) return null;
  const hash = createHash('sha256').update(JSON.stringify([recognitionSchema.parse(recognition), reader.module, reader.version]));
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    if (!Buffer.isBuffer(piece)) continue;
    hash.update(piece);
    note(piece.length);
  }
  return hash.digest('hex');
}

/** The import of the same archive that stands, the newest; null where there is none, or this one has begun to read. */
export function sameBefore(sql: Sql, run: ImportRunState, fingerprint: string | null): ImportRunState | null {
  if (fingerprint === null || run.checkpoint !== null) return null;
  const id = sql
    .prepare<[string, number], number>(
      `SELECT id FROM ImportRun WHERE status = 'finished' AND isSample = 0 AND recognition ->> 'fingerprint' = ? AND id <> ? ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(fingerprint, run.id);
  return id === undefined ? null : loadRun(sql, id);
}

/** Whether reading would meet what the earlier import holds and nothing else. */
export function bringsNothing(sql: Sql, run: ImportRunState, before: ImportRunState | null, ownAccountId: number): before is ImportRunState {
  return (
    before !== null &&
    before.ownAccountId === ownAccountId &&
    JSON.stringify(before.answers) === JSON.stringify(run.answers) &&
    sql.prepare('SELECT 1 FROM OwnIdentity WHERE ownAccountId = ? AND addedAt > ?').get(ownAccountId, before.finishedAt) === undefined &&
    ErasedPeople.of(sql) === null &&
    isWhole(sql, before.id)
  );
}

/** Meets everything that the earlier import holds. @returns what the archive could see, or what somebody asked for instead */
export function meetAgain(before: ImportRunState, run: ImportRunState, { sql, pause }: ImportDeps): ReadResult | 'stop' | 'pause' {
  const show = sql.prepare('UPDATE ImportRun SET bytesRead = CAST(bytesTotal * ? AS INTEGER) WHERE id = ?');
  for (const share of meetRows(sql, before.id, run.id)) {
    show.run(share, run.id);
    pause();
    if (stopAsked(sql, run.id)) return 'stop';
    if (pauseAsked(sql, run.id)) return 'pause';
  }
  updateRun(sql, run.id, { counts: JSON.stringify(countsAgain(before.counts, run.counts)), leftOut: JSON.stringify(before.leftOut), checkpoint: JSON.stringify(before.checkpoint) });
  return saidBy(sql, before.id);
}

function countsAgain(first: ImportCounts, none: ImportCounts): ImportCounts {
  const { messages, invitations, reactions, alreadyThere, relations, relationsMet, rejected, months, lastMonth } = first;
  return {
    ...none,
    alreadyThere: messages + invitations + reactions + alreadyThere,
    relationsMet: relations + relationsMet,
    rejected, months, lastMonth,
  };
}
