/** manifest.js: X's own list of what it put into the archive, and therefore the check that nothing is missing. */
import { ArchiveProblem } from '../contract';
import type { ArchiveFile } from '../contract';
import { parseJson } from '../reading/json-text';
import { isObject, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readText } from '../reading/text-file';

/** A manifest lists some hundred files in 50 KB. */
const MOST_BYTES = 20_000_000;

export interface Manifest {
  accountId: string;
  handle: string;
  displayName: string;
  /** UTC milliseconds; null where it isn't said. */
  generatedAt: number | null;
  /** X itself says that it left something out. */
  isPartial: boolean;
  /** Every data file by its path in the archive ("data/follower.js"), with how many rows X wrote; null where not said. */
  files: Map<string, number | null>;
}

/** The beginning by which a manifest is known. */
export const MANIFEST_START = /^\s*window\.__THAR_CONFIG\s*=/;

/** Null for what can't be read: an archive without a manifest is read all the same. */
export async function readManifest(file: ArchiveFile): Promise<Manifest | null> {
  try {
    const text = await readText(file, MOST_BYTES);
    const value = parseJson(text.slice(text.indexOf('=') + 1).replace(/;\s*$/, ''));
    return isObject(value) ? manifestOf(value) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ArchiveProblem) return null;
    throw error;
  }
}

function manifestOf(config: JsonObject): Manifest {
  const user = fieldsIn(config, 'userInfo');
  const info = fieldsIn(config, 'archiveInfo');
  const generatedAt = Date.parse(textIn(info, 'generationDate'));
  const files = new Map<string, number | null>();
  for (const type of Object.values(fieldsIn(config, 'dataTypes')).filter(isObject)) {
    for (const file of objectsIn(type, 'files')) {
      const count = textIn(file, 'count');
      files.set(textIn(file, 'fileName'), /^\d{1,12}$/.test(count) ? Number(count) : null);
    }
  }
  return {
    accountId: textIn(user, 'accountId'),
    handle: textIn(user, 'userName'),
    displayName: textIn(user, 'displayName'),
    generatedAt: Number.isNaN(generatedAt) ? null : generatedAt,
    isPartial: info['isPartialArchive'] === true || textIn(info, 'isPartialArchive') === 'true',
    files,
  };
}
