/** A test fails when something writes to console.error or console.warn that the test did not expect. */
import './private-data-folder';
import { afterEach, beforeEach, vi } from 'vitest';

type Level = 'error' | 'warn';

let expected: { level: Level; pattern: RegExp }[] = [];
let stray: string[] = [];

/** Lets one test's console lines of a level pass where they fit. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern });
}

function watch(level: Level): void {
  vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
    const line = words.map(String).join(' ');
    if (!expected.some((one) => one.level === level && one.pattern.test(line))) stray.push(`console.${level}: ${line}`);
  });
}

beforeEach(() => {
  expected = [];
  stray = [];
  watch('error');
  watch('warn');
});

afterEach(() => {
  vi.restoreAllMocks();
  if (stray.length > 0) throw new Error(`Unexpected lines on the console:\n${stray.join('\n')}`);
});
