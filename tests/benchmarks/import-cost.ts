/**
 * Processor time of an import, of the same archive once more, and of the bare inserts: where others use the machine too,
 * the clock says little.
 * npx esbuild tests/benchmarks/import-cost.ts --bundle --platform=node --format=esm --packages=external \
 *   --outfile=.cache/import-cost.mjs && node .cache/import-cost.mjs [messages] [connections]
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importArchive } from '../../app/commands/import-archive.server';
import { startImport } from '../../app/commands/start-import.server';
import { openDatabase, type Sql } from '../../app/db/connection.server';
import { migrate } from '../../app/db/migrate.server';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder } from '../fixtures/zip';
import { insertTheSameRows, KEPT_BESIDES, SAID, type BareCost } from './bare-loop';
import { printTable } from './measure';

const messages = Number(process.argv[2] ?? 50_000);
const connections = Number(process.argv[3] ?? 5_000);
const NAME = 'Complete_LinkedInDataExport_11-22-2026.zip';

async function bringIn(sql: Sql, path: string): Promise<BareCost> {
  const [before, begun] = [process.cpuUsage(), performance.now()];
  const publicId = startImport(sql, { teammateId: null }, { path, fileName: NAME, isOurs: false }, Date.now());
  const id = sql.prepare<[string], number>('SELECT id FROM ImportRun WHERE publicId = ?').pluck().get(publicId) ?? 0;
  const { status, error } = await importArchive(id, { sql, now: Date.now, pause: () => undefined });
  if (status !== 'finished') throw new Error(`The import ended as ${status}`, { cause: error });
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - begun, processor: (user + system) / 1000 };
}

const folder = await newFolder();
const path = join(folder, NAME);
await writeLargeExport(path, { messages, connections });
const file = join(folder, 'kith.db');
const sql = openDatabase(file);
migrate(sql, resolve('prisma/migrations'), 0);
sql.prepare(`INSERT INTO Workspace (id, publicId, name, timeZone, createdAt) VALUES (1, 'bench', 'Bench', 'Europe/Berlin', 0)`).run();
const first = await bringIn(sql, path);
const said = insertTheSameRows(file, folder);
const everything = insertTheSameRows(file, folder, [...SAID, ...KEPT_BESIDES]);
const again = await bringIn(sql, path);
sql.close();
await rm(folder, { recursive: true, force: true });

const shown = ({ processor, wall }: BareCost) => `${processor.toFixed(0)} ms of processor, ${wall.toFixed(0)} ms`;
const beside = (what: string, cost: BareCost) => ({
  what: `import of ${messages} messages`, value: shown(first), beside: `${what} ${shown(cost)}`, ratio: first.processor / cost.processor,
});
printTable([
  beside('bare inserts of what it says', said),
  beside('bare inserts of all its rows', everything),
  beside('the same archive once more', again),
]);
