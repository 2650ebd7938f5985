/** Serves the minimal app's build on a free port and says which. Run from the project's root. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import express from 'express';

const build = await import(pathToFileURL(resolve('.cache/minimal-app/server/index.js')).href);
const app = express();
app.all('*', createRequestHandler({ build, mode: 'production' }));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) console.log(`Minimal app at http://127.0.0.1:${address.port}`);
});
