/** Holds the floors of the house: imports go downstairs only, and strangers on a floor don't meet. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const FLOORS: Record<string, number> = {
  routes: 5, jobs: 5, http: 4, ui: 4, commands: 3, queries: 3, db: 2, platforms: 2, domain: 1, lib: 0,
};
/** The interface stays what a browser can hold. */
const ROOMS_OF_UI = ['ui', 'domain', 'lib'];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('app/db/generated'));
const imports = /^(?:import|export)\b[^'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const roomOf = (path: string) => path.split('/')[1] ?? '';
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(imports)].map((match) => match[1] ?? match[2] ?? '');

/** Whether a file in one room may know a file in another. */
function allowed(from: string, to: string): boolean {
  const [here, there] = [FLOORS[from], FLOORS[to]];
  if (here === undefined) return true; // the roof: app/*.ts and app/start
  if (from === 'ui' && !ROOMS_OF_UI.includes(to)) return false;
  return from === to || (there !== undefined && there < here);
}

describe('the house', () => {
  it('imports downstairs only', () => {
    const upstairs = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => to.startsWith('.'))
        .map((to) => normalize(join(dirname(file), to)))
        .filter((to) => !allowed(roomOf(file), roomOf(to)))
        .map((to) => `${file} imports ${to}`),
    );
    expect(upstairs).toEqual([]);
    expect(files.length).toBeGreaterThan(40);
  });

  it.each([
    ['db, queries and commands know the store’s packages', /^(@prisma\/|better-sqlite3)/, ['db', 'queries', 'commands']],
    ['ui and routes know React', /^(react$|react-dom|@radix-ui|sonner|lucide-react)/, ['ui', 'routes', 'entry.server.tsx', 'entry.client.tsx', 'root.tsx']],
  ])('only %s', (_, packages, rooms) => {
    const strangers = files.filter((file) => !rooms.includes(roomOf(file)) && importsOf(file).some((name) => packages.test(name)));
    expect(strangers).toEqual([]);
  });

  it('reads the environment in one file', () => {
    expect(files.filter((file) => /process\.env|import\.meta\.env/.test(readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '')))).toEqual(['app/lib/env.server.ts']);
  });

  it('keeps clocks, stores and Node out of the rules', () => {
    const impure = /Date\.now\(|new Date\(\)|Math\.random\(|from 'node:/;
    expect(files.filter((file) => roomOf(file) === 'domain' && impure.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
