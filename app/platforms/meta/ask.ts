/** Pages of the HTML variant give local times and do not say of where. */
import type { ReadingQuestion } from '../../domain/imports/questions';
import type { Archive, Recognition } from '../contract';
import { ArchiveProblem } from '../contract';
import { fileOf, isPage, loadPage } from './load';
import { mainOf } from './page';
import { blocksOf } from './page-blocks';

const EXAMPLES = 3;
/** Pages that are looked at for them. */
const MOST_PAGES = 5;

/** Asks for the zone where anything is read from pages. */
export async function zoneQuestion(archive: Archive, recognition: Recognition): Promise<ReadingQuestion[]> {
  const pages = recognition.parts.filter(({ path }) => isPage(path)).sort((a, b) => a.size - b.size);
  const examples: string[] = [];
  for (const { path } of pages.slice(0, MOST_PAGES)) {
    examples.push(...(await datesOn(archive, path)));
    if (examples.length >= EXAMPLES) break;
  }
  return examples.length === 0 ? [] : [{ asks: 'zone', examples: [...new Set(examples)].slice(0, EXAMPLES) }];
}

async function datesOn(archive: Archive, path: string): Promise<string[]> {
  try {
    return blocksOf(mainOf(await loadPage(fileOf(archive, path)))).slice(0, EXAMPLES).map(({ date }) => date);
  } catch (error) {
    if (error instanceof ArchiveProblem) return [];
    throw error;
  }
}
