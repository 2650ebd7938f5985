import { vitePlugin as remix } from '@remix-run/dev';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import remixConfig from './remix.config.js';

const underTest = Boolean(process.env.VITEST);

/**
 * What the frame of every page needs, and the small parts that most pages share, as one file for the browser. Left to
 * itself the bundler makes a file of each, and naming thirty of them costs every page a kilobyte or four and a
 * millisecond.
 */
function sharedFile(id: string): string | undefined {
  return /\/app\/(?:lib|ui\/(?:keyboard|primitives|pulse|shell|undo))\/|\/node_modules\/(?:lucide-react|sonner|@radix-ui)\//.test(id) ? 'frame' : undefined;
}

/** Lucide's shapes without the machinery that draws them, see there. */
const DRAWN_ICON = fileURLToPath(new URL('app/ui/primitives/drawn-icon.tsx', import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  // The Remix plugin rewrites modules for the browser and breaks Vitest.
  plugins: underTest ? [] : [tailwindcss(), remix(remixConfig)],
  resolve: { alias: [{ find: /^.*\/createLucideIcon\.mjs$/, replacement: DRAWN_ICON }] },
  server: { port: 3000 },
  build: { target: 'es2022', rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedFile } } },
  // Known from the start: found one by one, they would reload the first page of a fresh `npm run dev`.
  optimizeDeps: {
    include: [
      'react', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client', '@remix-run/react', '@conform-to/react', 'lucide-react', 'sonner',
      '@radix-ui/react-dialog', '@radix-ui/react-dropdown-menu',
    ],
  },
  ssr: {
    external: ['better-sqlite3'],
    // Bundled, so that only what is used is loaded: whole, these cost half a second and 40 MB at every start.
    noExternal: ['lucide-react', 'date-fns', '@date-fns/tz', 'sonner', /^@radix-ui\//, /^@conform-to\//],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{lib,domain,platforms,ui,benchmarks}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          setupFiles: ['tests/setup/no-stray-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['tests/{db,commands,queries,http,jobs,routes}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/setup/template-database.ts'],
          // Hashing a password takes its time on purpose, and on a busy machine more of it.
          testTimeout: 20_000,
          setupFiles: ['tests/setup/no-stray-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/built-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
