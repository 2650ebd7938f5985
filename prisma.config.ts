import { defineConfig } from 'prisma/config';

// Prisma's CLI would download a native schema engine at every `generate`, which not every machine can reach.
// Nothing Kith runs uses that engine; naming any executable stops the download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
