import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

// The snippets are of files that do not exist, which rules that need types could not read.
const WALL_RULES = ['confrere/walls', 'no-restricted-syntax'];
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => WALL_RULES.includes(ruleId),
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
});

async function messagesFor(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

const REFUSED: [file: string, code: string, advice: RegExp][] = [
  ['src/ontology/new.ts', `import { x } from '../store/port.js';`, /belongs in src\/ontology/],
  ['src/ontology/time/new.ts', `import type { X } from '../../store/port.js';`, /belongs in src\/ontology/],
  ['src/ontology/new.ts', `import { x } from '../config.js';`, /as parameters/],
  ['src/ontology/new.ts', `import { x } from '../nearest.js';`, /serve the edges/],
  ['src/errors.ts', `import { x } from './ontology/index.js';`, /belongs in the ontology itself/],
  ['src/config.ts', `import { x } from './ontology/index.js';`, /belongs in the ontology itself/],
  ['src/store/new.ts', `import { x } from './sqlite/store.js';`, /only src\/store\/open\.ts chooses/],
  ['src/store/new.ts', `import { x } from './open.js';`, /take the Store as a parameter/],
  [
    'src/store/new.ts',
    `import { x } from '../traversals/paths.js';`,
    /belongs in src\/store or src\/ontology/,
  ],
  ['src/store/sqlite/new.ts', `import { x } from '../neo4j/store.js';`, /only src\/store\/open\.ts chooses/],
  ['src/store/neo4j/new.ts', `import { x } from '../sqlite/store.js';`, /only src\/store\/open\.ts chooses/],
  ['src/store/neo4j/new.ts', `import { x } from '../open.js';`, /take the Store as a parameter/],
  ['src/store/neo4j/new.ts', `import { x } from '../../config.js';`, /as parameters/],
  ['src/traversals/new.ts', `import { x } from '../store/neo4j/store.js';`, /through the Store/],
  ['src/traversals/new.ts', `import { x } from '../store/open.js';`, /take the Store as a parameter/],
  ['src/traversals/new.ts', `import { x } from '../graphql/schema.js';`, /only offers answers/],
  ['src/traversals/new.ts', `import { x } from '../ingest/index.js';`, /only cli imports bundles/],
  ['src/ingest/new.ts', `import { x } from '../store/sqlite/store.js';`, /through the Store/],
  [
    'src/ingest/new.ts',
    `import { x } from '../traversals/paths.js';`,
    /belongs in src\/store or src\/ontology/,
  ],
  ['src/export/new.ts', `import { x } from '../graphql/schema.js';`, /only offers answers/],
  ['src/graphql/types/new.ts', `import { x } from '../../http/server.js';`, /only carries requests/],
  ['src/graphql/new.ts', `import { x } from '../store/sqlite/store.js';`, /through the Store/],
  ['src/graphql/new.ts', `import { x } from '../cli/main.js';`, /cli composes/],
  ['src/graphql/new.ts', `import { x } from '../config.js';`, /as parameters/],
  [
    'src/http/new.ts',
    `import { x } from '../traversals/paths.js';`,
    /belongs in src\/store or src\/ontology/,
  ],
  ['src/http/new.ts', `import { x } from '../store/open.js';`, /take the Store as a parameter/],
  ['src/http/new.ts', `import { x } from '../../scripts/generate.js';`, /belongs in a room of src/],
  ['src/attic/new.ts', `export const x = 1;`, /stands in no room/],

  ['src/traversals/new.ts', `export { x } from '../graphql/schema.js';`, /only offers answers/],
  ['src/traversals/new.ts', `export * from '../graphql/schema.js';`, /only offers answers/],
  ['src/traversals/new.ts', `const x = await import('../graphql/schema.js');`, /only offers answers/],
  ['src/traversals/new.ts', `type X = import('../graphql/schema.js').X;`, /only offers answers/],
  ['src/traversals/new.ts', `import x = require('../graphql/schema.js');`, /only offers answers/],
  ['src/traversals/new.ts', `const x = require('../graphql/schema.js');`, /only offers answers/],

  ['src/store/sqlite/new.ts', `import neo4j from 'neo4j-driver';`, /in src\/store\/neo4j/],
  ['src/cli/new.ts', `import type { Driver } from 'neo4j-driver';`, /in src\/store\/neo4j/],
  ['scripts/new.ts', `import neo4j from 'neo4j-driver/lib/index.js';`, /in src\/store\/neo4j/],
  ['src/store/neo4j/new.ts', `import Database from 'libsql';`, /in src\/store\/sqlite/],
  ['src/cli/new.ts', `import Database from 'libsql/promise';`, /in src\/store\/sqlite/],
  ['src/ontology/new.ts', `import { Field } from 'type-graphql';`, /in src\/graphql/],
  ['src/http/new.ts', `import { Field } from 'type-graphql';`, /in src\/graphql/],
  ['test/new.ts', `import { Field } from 'type-graphql';`, /in src\/graphql/],
  ['src/traversals/new.ts', `import DataLoader from 'dataloader';`, /know nothing of it/],
  ['src/ontology/new.ts', `import { GraphQLError } from 'graphql';`, /know nothing of it/],
  ['src/traversals/new.ts', `import express from 'express';`, /in src\/http/],
  ['src/cli/new.ts', `import { ApolloServer } from '@apollo/server';`, /in src\/http/],
  ['src/cli/new.ts', `import { x } from '@apollo/server/plugin/disabled';`, /in src\/http/],

  ['src/http/new.ts', `import { trace } from '@opentelemetry/api';`, /only where traces are asked for/],
  ['src/store/new.ts', `import type { Span } from '@opentelemetry/api';`, /only where traces are asked for/],

  ['src/store/sqlite/new.ts', `const x = process.env.PORT;`, /Only src\/config\.ts reads the environment/],
  ['src/cli/new.ts', `const x = process['env'];`, /Only src\/config\.ts reads the environment/],
  ['src/cli/new.ts', `const { env } = process;`, /Only src\/config\.ts reads the environment/],
  ['src/cli/new.ts', `import { env } from 'node:process';`, /Only src\/config\.ts reads the environment/],
];

const ALLOWED: [file: string, code: string][] = [
  ['src/ontology/time/new.ts', `import { ConfrereError } from '../../errors.js';`],
  ['src/ontology/facts/new.ts', `import { role } from '../define.js'; import { z } from 'zod';`],
  ['src/config.ts', `import { x } from './errors.js'; import { y } from './nearest.js';`],
  ['src/ingest/new.ts', `import { y } from '../nearest.js';`],
  ['src/config.ts', `const port = process.env.PORT;`],
  ['src/store/new.ts', `import type { X } from '../ontology/index.js';`],
  [
    'src/store/sqlite/new.ts',
    `import type { Store } from '../port.js'; import { derive } from '../derive.js';`,
  ],
  ['src/store/sqlite/new.ts', `import Database from 'libsql'; import { x } from '../../ontology/index.js';`],
  ['src/store/neo4j/new.ts', `import neo4j from 'neo4j-driver'; import type { Store } from '../port.js';`],
  ['src/store/open.ts', `import { x } from './neo4j/store.js'; import { y } from './sqlite/store.js';`],
  ['src/traversals/new.ts', `import type { Store } from '../store/port.js'; import { x } from './index.js';`],
  ['src/ingest/new.ts', `import type { Store } from '../store/port.js'; import { x } from '../errors.js';`],
  [
    'src/graphql/types/new.ts',
    `import { Field } from 'type-graphql'; import { GraphQLError } from 'graphql';`,
  ],
  ['src/graphql/new.ts', `import { x } from '../traversals/index.js'; import DataLoader from 'dataloader';`],
  ['src/http/new.ts', `import { x } from '../graphql/schema.js'; import express from 'express';`],
  ['src/http/new.ts', `import type { Settings } from '../config.js';`],
  ['src/http/tracing/new.ts', `import { trace } from '@opentelemetry/api';`],
  ['src/cli/new.ts', `import { x } from '../http/server.js'; import { open } from '../store/open.js';`],
  [
    'test/new.ts',
    `import neo4j from 'neo4j-driver'; import Database from 'libsql'; const x = process.env.CI;`,
  ],
  ['scripts/new.ts', `import { printSchema } from 'graphql'; import { x } from '../src/graphql/schema.js';`],
];

describe('the walls between the rooms of src', () => {
  test.each(REFUSED)('%s: %s', async (file, code, advice) => {
    expect(await messagesFor(file, code)).toEqual([expect.stringMatching(advice)]);
  });

  test.each(ALLOWED)('%s may: %s', async (file, code) => {
    expect(await messagesFor(file, code)).toEqual([]);
  });

  test('hold for every room there is', async () => {
    const rooms = readdirSync(`${root}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.length).toBeGreaterThan(1);
    for (const { name } of rooms.filter(({ name }) => name !== 'cli')) {
      const messages = await messagesFor(`src/${name}/new.ts`, `import { x } from '../cli/main.js';`);
      expect(messages, name).toEqual([expect.stringMatching(/cli composes/)]);
    }
  });
});
