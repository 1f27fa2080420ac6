import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { EXPLORER_DIRECTORY, OPERATIONS_DIRECTORY } from '../paths.js';

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
export async function explorer(): Promise<Router> {
  const router = Router();
  const examples = await readExamples(OPERATIONS_DIRECTORY);

  router.get('/', (_request, response) => {
    response.sendFile(join(EXPLORER_DIRECTORY, 'index.html'));
  });
  router.get('/explorer/examples.json', (_request, response) => {
    response.json(examples);
  });
  for (const [name, file] of Object.entries(LIBRARIES)) {
    router.get(`/explorer/${name}`, (_request, response) => {
      response.sendFile(file, { maxAge: '1d' });
    });
  }
  router.use('/explorer', express.static(EXPLORER_DIRECTORY, { index: false }));
  return router;
}

async function readExamples(folder: string): Promise<Example[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (name) => {
      const query = await readFile(join(folder, name), 'utf8');
      return { title: /^# (.+)$/m.exec(query)?.[1] ?? name, query };
    }),
  );
}
