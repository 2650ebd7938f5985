/** Files of Meta's exports, one at a time. */
import type { Archive, ArchiveFile } from '../contract';
import { sizeInWords } from '../../lib/text';
import { ArchiveProblem } from '../contract';
import { readJson } from '../reading/json-text';
import { mendDeep } from '../reading/mojibake';
import { readText } from '../reading/text-file';
import { threadOfPage } from './message-html';
import type { MetaThread } from './message';
import { threadOfJson } from './message-json';
import { parsePage } from './page';
import type { PageElement } from './page';

const MEGABYTE = 1_000_000;
/**
 * Exports cut threads after ten thousand messages, some 5 MB; those of 2018 and the end-to-end encrypted download don't
 * cut, and a file of two hundred thousand messages is some 60 MB. Parsed, a file takes about five times its size in memory.
 */
const MOST_JSON_BYTES = 64 * MEGABYTE;
/** A page of ten thousand messages has some 6 MB. */
const MOST_PAGE_BYTES = 24 * MEGABYTE;

/** Files by path, per archive: there may be a hundred thousand, and thousands of them are read. */
const indexes = new WeakMap<Archive, Map<string, ArchiveFile>>();

/** The file of a part. The archive may have been opened anew since it was recognised. */
export function fileOf(archive: Archive, path: string): ArchiveFile {
  const index = indexes.get(archive) ?? new Map(archive.files.map((file) => [file.path, file]));
  indexes.set(archive, index);
  const file = index.get(path);
  if (!file) throw new ArchiveProblem(`${path} is no longer in ${archive.name}. Choose the archive again.`);
  return file;
}

export const isPage = (path: string): boolean => /\.html?$/i.test(path);

/** @throws ArchiveProblem for what can't be read */
export const loadJson = async (file: ArchiveFile): Promise<unknown> => mendDeep(await readJson(notLarger(file, MOST_JSON_BYTES), MOST_JSON_BYTES));

function notLarger(file: ArchiveFile, most: number): ArchiveFile {
  if (file.size <= most) return file;
  throw new ArchiveProblem(`${file.path} has ${sizeInWords(file.size)}, and Kith reads up to ${sizeInWords(most)} of such a file.`);
}

/** @throws ArchiveProblem for what can't be read */
export async function loadPage(file: ArchiveFile): Promise<PageElement> {
  const page = parsePage(await readText(notLarger(file, MOST_PAGE_BYTES), MOST_PAGE_BYTES));
  if (!page) throw new ArchiveProblem(`${file.path} is no page of an export: it holds more than any of them does.`);
  return page;
}

/** @throws ArchiveProblem for what is no thread */
export async function loadThread(file: ArchiveFile, zone: string): Promise<MetaThread> {
  if (isPage(file.path)) return threadOfPage(await loadPage(file), zone);
  const thread = threadOfJson(await readJson(notLarger(file, MOST_JSON_BYTES), MOST_JSON_BYTES));
  if (!thread) throw new ArchiveProblem(`${file.path} is named like a file of messages and holds none.`);
  return thread;
}
