/** Pages of the HTML variant as a tree of elements and texts. Nothing of them is ever shown. */
import { Parser } from 'htmlparser2';

export interface PageElement {
  tag: string;
  href: string;
  role: string;
  children: (PageElement | string)[];
}

/** Pages nest some twenty deep; what lies deeper is put on this level, so that walking it can't overflow. */
const MOST_DEPTH = 50;
/** Some fifteen elements a message, ten thousand messages a page, and room. */
const MOST_ELEMENTS = 600_000;
/** Elements that are open at once; the parser takes time for each of them at every further one. */
const MOST_OPEN = 2_000;
/** Letters parsed before looking whether there is too much of anything. */
const STEP = 50_000;
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg']);
const VOID: ReadonlySet<string> = new Set(['img', 'br', 'hr', 'meta', 'link', 'input', 'base', 'source']);

/** @returns null for more elements than any page has, side by side or in each other */
export function parsePage(html: string): PageElement | null {
  const root: PageElement = { tag: '', href: '', role: '', children: [] };
  const open: PageElement[] = [root];
  let elements = 0;
  let tooDeep = 0;
  const parser = new Parser({
    onopentag(tag, { href = '', src = '', role = '' }) {
      elements += 1;
      if (elements > MOST_ELEMENTS) return;
      const element: PageElement = { tag, href: href || src, role, children: [] };
      open[open.length - 1]?.children.push(element);
      if (VOID.has(tag)) return;
      if (open.length < MOST_DEPTH) open.push(element);
      else tooDeep += 1;
    },
    ontext(text) {
      if (elements <= MOST_ELEMENTS) open[open.length - 1]?.children.push(text);
    },
    onclosetag(tag) {
      if (VOID.has(tag) || elements > MOST_ELEMENTS) return;
      if (tooDeep > 0) tooDeep -= 1;
      else if (open.length > 1) open.pop();
    },
  });
  for (let at = 0; at < html.length; at += STEP) {
    parser.write(html.slice(at, at + STEP));
    if (elements > MOST_ELEMENTS || tooDeep > MOST_OPEN) return null;
  }
  parser.end();
  return root;
}

export const elementsOf = (element: PageElement): PageElement[] => element.children.filter((child) => typeof child !== 'string');

/** Elements that start a new line. */
const BLOCKS: ReadonlySet<string> = new Set(['div', 'p', 'br', 'li', 'ul', 'tr', 'td', 'table', 'h1', 'h2', 'h3', 'section', 'footer']);

/** What somebody sees of it, blocks on lines of their own. @param without tags that are passed over */
export function textOf(element: PageElement, without: readonly string[] = []): string {
  const parts: string[] = [];
  collect(element, without, parts);
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function collect(element: PageElement, without: readonly string[], parts: string[]): void {
  for (const child of element.children) {
    // Line ends in the source of a page are blanks.
    if (typeof child === 'string') parts.push(child.replace(/\s+/g, ' '));
    else if (!HIDDEN.has(child.tag) && !without.includes(child.tag)) {
      const isBlock = BLOCKS.has(child.tag);
      if (isBlock) parts.push('\n');
      collect(child, without, parts);
      if (isBlock && child.tag !== 'br') parts.push('\n');
    }
  }
}

/** All elements of some tags inside, in order. */
export function findAll(element: PageElement, tags: readonly string[]): PageElement[] {
  return elementsOf(element).flatMap((child) => [...(tags.includes(child.tag) ? [child] : []), ...findAll(child, tags)]);
}

/** The first element for which `is` holds, outermost first. */
export function find(element: PageElement, is: (one: PageElement) => boolean): PageElement | null {
  for (const child of elementsOf(element)) {
    const found = is(child) ? child : find(child, is);
    if (found) return found;
  }
  return null;
}

/** What the page is about, without its frame. */
export const mainOf = (page: PageElement): PageElement =>
  find(page, ({ tag, role }) => role === 'main' || tag === 'main') ?? find(page, ({ tag }) => tag === 'body') ?? page;

/** Wrappers around a single element taken off. */
export function unwrapped(element: PageElement): PageElement {
  let inner = element;
  for (;;) {
    const children = inner.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
    const [only] = children;
    if (children.length !== 1 || only === undefined || typeof only === 'string') return inner;
    inner = only;
  }
}
