/** Prisma's client is generated code: made again whenever the schema is not the one it was made from. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runNode } from './run.mjs';

const SCHEMA = 'prisma/schema.prisma';
const CLIENT = 'app/db/generated/client.ts';
const STAMP = 'node_modules/.kith-generated';

/** @returns {boolean} */
function isGenerated() {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === readFileSync(SCHEMA, 'utf8');
}

/** @throws {import('./run.mjs').StepFailed} */
export async function ensureGenerated() {
  if (isGenerated()) return;
  await runNode('node_modules/prisma/build/index.js', ['generate'], {
    failed: 'The database client could not be generated from prisma/schema.prisma; Prisma says why above.',
  });
  writeFileSync(STAMP, readFileSync(SCHEMA));
}
