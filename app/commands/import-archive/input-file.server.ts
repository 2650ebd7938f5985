import { rmSync } from 'node:fs';
import type { ImportRunState } from '../../db/import-runs.server';

/** An upload is Kith's own copy and goes when it is no longer needed. What lies where the user put it stays. */
export function removeInput({ inputIsOurs, inputPath }: Pick<ImportRunState, 'inputIsOurs' | 'inputPath'>): void {
  if (inputIsOurs && inputPath) rmSync(inputPath, { force: true });
}
