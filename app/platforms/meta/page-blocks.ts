/**
 * The entries of a page: every one ends with its date, and that, not any class name, is what they are known by (class
 * names are hashes that change from year to year).
 */
import { isLikeDate } from './page-dates';
import type { PageElement } from './page';

export interface PageBlock {
  element: PageElement;
  /** As the page writes it. */
  date: string;
}

/** A date with the elements around it, from the main element inwards. */
interface DatePlace {
  path: PageElement[];
  date: string;
}

/** The blocks of a page's main part, in order. */
export function blocksOf(main: PageElement): PageBlock[] {
  const places: DatePlace[] = [];
  gather(main, [main], places);
  return split(places, 0);
}

/** A date has an element of its own, or stands as a line among others in one. */
function gather(element: PageElement, path: PageElement[], places: DatePlace[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') {
      const date = child.replace(/\s+/g, ' ').trim();
      if (isLikeDate(date)) places.push({ path, date });
    } else gather(child, [...path, child], places);
  }
}

/** Blocks below the element at `depth` of the places' paths, which they share. */
function split(places: readonly DatePlace[], depth: number): PageBlock[] {
  const groups: DatePlace[][] = [];
  for (const place of places) {
    const group = groups[groups.length - 1];
    if (group?.[0] && group[0].path[depth + 1] === place.path[depth + 1]) group.push(place);
    else groups.push([place]);
  }
  const [first] = groups;
  if (!first) return [];
  if (groups.length === 1 && first.length > 1) return split(first, depth + 1);
  const usual = new Set(groups.filter((group) => group.length === 1).map(([only]) => only?.path.length));
  return groups.flatMap((group) => {
    const last = group[group.length - 1];
    const element = last?.path[depth + 1] ?? last?.path[depth];
    if (!last || !element) return [];
    const isOne = group.length === 1 || isBlockWithDateInside(group, usual);
    return isOne ? [{ element, date: last.date }] : split(group, depth + 1);
  });
}

/** Somebody wrote a date: the block's own stands last, as deep as its neighbours' do, and the written one doesn't. */
function isBlockWithDateInside(group: readonly DatePlace[], usual: ReadonlySet<number | undefined>): boolean {
  return group.every(({ path }, index) => usual.has(path.length) === (index === group.length - 1));
}
