import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { EXPLORER_DIRECTORY } from '../paths.js';
import { asset } from './assets.js';
import type { Operation } from './operations.js';

/** An example question of schema/operations, as the explorer shows it in a tab. */
interface Example {
  title: string;
  query: string;
}

const { resolve } = createRequire(import.meta.url);

/** The libraries of the page, served from our own packages so that it asks nobody else. */
const LIBRARIES = {
  'react.js': join(dirname(resolve('react')), 'umd/react.production.min.js'),
  'react-dom.js': join(dirname(resolve('react-dom')), 'umd/react-dom.production.min.js'),
  'graphiql.js': join(dirname(resolve('graphiql')), '../graphiql.min.js'),
  'graphiql.css': join(dirname(resolve('graphiql')), '../graphiql.min.css'),
};

/** The explorer: GraphiQL at `/` with the example questions, and what the page needs under `/explorer`. */
export function explorer(operations: readonly Operation[]): Router {
  const router = Router();
  const examples = operations.map(exampleOf);

  router.get('/', (_request, response) => {
    response.sendFile(join(EXPLORER_DIRECTORY, 'index.html'));
  });
  router.get('/explorer/examples.json', (_request, response) => {
    response.json(examples);
  });
  for (const [name, file] of Object.entries(LIBRARIES)) {
    router.get(`/explorer/${name}`, asset(file));
  }
  router.use('/explorer', express.static(EXPLORER_DIRECTORY, { index: false }));
  return router;
}

/** The example of a file of schema/operations: its first comment is its title. */
function exampleOf({ name, text }: Operation): Example {
  return { title: /^# (.+)$/m.exec(text)?.[1] ?? name, query: text };
}
