/**
 * Rows a second and peak memory of reading a big LinkedIn export, without any store.
 * npx esbuild tests/benchmarks/linkedin-reader.ts --bundle --platform=node --format=esm --packages=external \
 *   --outfile=.cache/linkedin-reader.mjs && node .cache/linkedin-reader.mjs [messages] [connections]
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../app/platforms/archive/recognise-archive';
import { PLATFORM_MODULES } from '../../app/platforms/registry';
import { writeLargeExport } from '../fixtures/linkedin/large';
import { newFolder } from '../fixtures/zip';

const messages = Number(process.argv[2] ?? 200_000);
const connections = Number(process.argv[3] ?? 20_000);
const folder = await newFolder();
const path = join(folder, 'Complete_LinkedInDataExport_11-22-2026.zip');
await writeLargeExport(path, { messages, connections });

let peak = 0;
const watch = () => { peak = Math.max(peak, process.memoryUsage().rss); };
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
const before = process.memoryUsage().rss;
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  const result = await work();
  watch();
  console.log(`${what}: ${Math.round(performance.now() - start)} ms`);
  return result;
};

const archive = await timed('open', () => openArchive(path, 'Complete_LinkedInDataExport_11-22-2026.zip'));
const [{ reader, recognition }] = await timed('recognise', () => recogniseArchive(archive, PLATFORM_MODULES));
const owner = await timed('find owner', () => reader.findOwner(archive, recognition));
const identities = owner.candidates.slice(0, 1).map(({ identity }) => identity);
const start = performance.now();
const cpuBefore = process.cpuUsage();
const counts: Record<string, number> = {};
let rows = 0;
let seen = 0;
for await (const { record } of reader.read(archive, recognition, { identities, displayName: 'Jordan Pike' }, {})) {
  counts[record.record] = (counts[record.record] ?? 0) + 1;
  if (record.record === 'interaction') rows += 1;
  if (++seen % 5000 === 0) watch();
}
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuBefore);
console.log(`processor time: ${Math.round((cpu.user + cpu.system) / 1000)} ms, unpacking in its own thread included`);
console.log(`read: ${Math.round(seconds * 1000)} ms, ${Math.round((rows + connections) / seconds)} rows/s`, counts);
console.log(`memory: ${megabytes(before)} MB before, ${megabytes(peak)} MB at most; owner ${owner.certain}`, owner.candidates[0]);
await archive.close();
await rm(folder, { recursive: true });
