/**
 * What separates the migrations from schema.prisma, as SQL, computed offline by Prisma's schema engine (WASM).
 * `node prisma/schema-diff.mjs` prints it: the first draft of a new migration. The drift test demands that it is empty.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** SQL that Prisma's engine does not understand (virtual tables, triggers) stands after this line in a migration. */
export const BEYOND_PRISMA = '-- beyond Prisma';

/**
 * Loads the engine's WebAssembly once.
 * @returns {Promise<void>}
 */
async function loadEngine() {
  const path = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(path), {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (bindings)),
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/**
 * The engine hands a whole migration to `executeRaw`, which in better-sqlite3 takes a single statement.
 * @returns {PrismaBetterSqlite3} a factory whose shadow database takes scripts there
 */
function shadowThatRunsScripts() {
  const factory = new PrismaBetterSqlite3({ url: ':memory:' });
  const connect = factory.connectToShadowDb.bind(factory);
  factory.connectToShadowDb = async () => {
    const shadow = await connect();
    const executeRaw = shadow.executeRaw.bind(shadow);
    shadow.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await shadow.executeScript(query.sql);
      return 0;
    };
    return shadow;
  };
  return factory;
}

/**
 * @returns {Promise<string>} the statements that would bring the migrations up to the schema; '' when they agree
 */
export async function schemaDiff() {
  await loadEngine();
  const schema = { path: 'schema.prisma', content: readFileSync(join(here, 'schema.prisma'), 'utf8') };
  const folder = join(here, 'migrations');
  const migrationDirectories = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').split(BEYOND_PRISMA)[0] ?? '';
      return {
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: /** @type {const} */ ('ok'), value: sql } },
      };
    });
  const factory = bindMigrationAwareSqlAdapterFactory(shadowThatRunsScripts());
  const engine = await bindings.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, factory);
  const result = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: folder,
      lockfile: {
        path: 'migration_lock.toml',
        content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
      },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = result.stdout ?? '';
  return sql.includes('-- This is an empty migration.') ? '' : sql.trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${(await schemaDiff()) || '-- nothing to migrate'}\n`);
}
