/** Files of Meta's exports, one at a time. */
import type { Archive, ArchiveFile } from '../contract';
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
 * Exports cut threads after ten thousand messages, some 5 MB; the end-to-end encrypted download doesn't cut, and a file of
 * a hundred thousand messages is some 30 MB. Parsed, a file takes about five times its size in memory.
 */
const MOST_JSON_BYTES = 48 * MEGABYTE;
/** A page of ten thousand messages has some 6 MB. */
const MOST_PAGE_BYTES = 24 * MEGABYTE;

/** The file of a part. The archive may have been opened anew since it was recognised. */
export function fileOf(archive: Archive, path: string): ArchiveFile {
  const file = archive.files.find((candidate) => candidate.path === path);
  if (!file) throw new ArchiveProblem(`${path} is no longer in ${archive.name}. Choose the archive again.`);
  return file;
}

export const isPage = (path: string): boolean => /\.html?$/i.test(path);

/** @throws ArchiveProblem for what can't be read */
export const loadJson = async (file: ArchiveFile): Promise<unknown> => mendDeep(await readJson(file, MOST_JSON_BYTES));

/** @throws ArchiveProblem for what can't be read */
export async function loadPage(file: ArchiveFile): Promise<PageElement> {
  const page = parsePage(await readText(file, MOST_PAGE_BYTES));
  if (!page) throw new ArchiveProblem(`${file.path} is no page of an export: it holds more than any of them does.`);
  return page;
}

/** @throws ArchiveProblem for what is no thread */
export async function loadThread(file: ArchiveFile, zone: string): Promise<MetaThread> {
  if (isPage(file.path)) return threadOfPage(await loadPage(file), zone);
  const thread = threadOfJson(await loadJson(file));
  if (!thread) throw new ArchiveProblem(`${file.path} is named like a file of messages and holds none.`);
  return thread;
}
