import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/ui/styles/tokens.css', import.meta.url), 'utf8');

/** The declarations of the block that a selector opens. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map([...block.matchAll(/([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = tokensOf(':root');
const dark = tokensOf('[data-theme=dark]');
const system = tokensOf('[data-theme=system]');

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, front: string, back: string): number {
  const values = [front, back].map((name) => luminance(theme.get(`--${name}`) ?? theme.get(name) ?? ''));
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
}

const PAPERS = ['paper-0', 'paper-1', 'paper-2', 'paper-3', 'accent-soft'];
const INKS = ['ink-1', 'ink-2', 'ink-3'];
const TEXT_PAIRS = [
  ...INKS.flatMap((ink) => PAPERS.map((paper) => [ink, paper])),
  ...['good', 'amber', 'red', 'plum'].flatMap((tone) => [[tone, `${tone}-soft`], [tone, 'paper-1'], [tone, 'paper-2']]),
  ['accent', 'accent-soft'], ['accent', 'paper-0'], ['accent', 'paper-2'], ['mute', 'paper-1'], ['mute', 'paper-2'],
  ['accent-on', 'accent'], ['accent-on', 'accent-hover'], ['paper-1', 'ink-1'], ['ink-2', 'red-soft'],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((tint) => [`tint-${tint}-ink`, `tint-${tint}`]),
];
const GRAPHIC_PAIRS = [
  ['line-3', 'paper-1'], ['line-3', 'paper-2'], ['accent', 'paper-1'], ['pl-you', 'pl-calm'], ['pl-you', 'pl-amber'],
  ['pl-you', 'pl-red'], ['pl-them', 'paper-1'],
];

describe('tokens', () => {
  it('says the same for dark and for a device that is dark', () => {
    expect(dark.size).toBeGreaterThan(40);
    expect(Object.fromEntries(system)).toEqual(Object.fromEntries(dark));
  });

  describe.each([['light', light], ['dark', dark]] as const)('%s', (_name, theme) => {
    it.each(TEXT_PAIRS)('%s on %s can be read (4.5:1)', (front = '', back = '') => {
      expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(GRAPHIC_PAIRS)('%s on %s can be made out (3:1)', (front = '', back = '') => {
      expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3);
    });
  });
});
