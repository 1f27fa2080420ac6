// The walls between the rooms of src/, as an ESLint rule. CONTRIBUTING.md explains the rooms; this file enforces them.
import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The rooms, most particular path first. `imports` names the rooms that a room may use; `instead` tells whoever
 * imports it from elsewhere where the thing belongs.
 */
const ROOMS = [
  {
    name: 'errors',
    at: ['src/errors.ts'],
    imports: [],
    instead: '',
  },
  {
    name: 'helpers',
    at: ['src/nearest.ts', 'src/paths.ts'],
    imports: ['ontology', 'errors'],
    instead:
      'these helpers serve the edges (config, ingest, http, cli); what lies further in does without them.',
  },
  {
    name: 'config',
    at: ['src/config.ts', 'src/settings.ts'],
    imports: ['helpers', 'errors'],
    instead: 'cli reads the settings once and hands each room what it needs as parameters.',
  },
  {
    name: 'ontology',
    at: ['src/ontology/'],
    imports: ['errors'],
    instead: 'what src/errors.ts or src/config.ts needs of it belongs in the ontology itself.',
  },
  {
    name: 'the embedded adapter',
    at: ['src/store/sqlite/'],
    imports: ['port', 'ontology', 'errors'],
    instead: 'ask through the Store of src/store/port.ts; only src/store/open.ts chooses an adapter.',
  },
  {
    name: 'the Neo4j adapter',
    at: ['src/store/neo4j/'],
    imports: ['port', 'ontology', 'errors'],
    instead: 'ask through the Store of src/store/port.ts; only src/store/open.ts chooses an adapter.',
  },
  {
    name: 'the chooser of a store',
    at: ['src/store/open.ts'],
    imports: ['the embedded adapter', 'the Neo4j adapter', 'port', 'ontology', 'errors', 'config'],
    instead: 'take the Store as a parameter; cli opens it.',
  },
  {
    name: 'port',
    at: ['src/store/'],
    imports: ['ontology', 'errors'],
    instead: 'what the ontology needs of it belongs in src/ontology.',
  },
  {
    name: 'traversals',
    at: ['src/traversals/'],
    imports: ['port', 'ontology', 'errors'],
    instead:
      'what both need belongs in src/store or src/ontology; questions are asked from graphql, export and cli.',
  },
  {
    name: 'ingest',
    at: ['src/ingest/'],
    imports: ['helpers', 'port', 'ontology', 'errors'],
    instead: 'what both need belongs in src/store or src/ontology; only cli imports bundles.',
  },
  {
    name: 'export',
    at: ['src/export/'],
    imports: ['traversals', 'port', 'ontology', 'errors'],
    instead: 'what both need belongs in src/store or src/ontology; only http and cli export.',
  },
  {
    name: 'graphql',
    at: ['src/graphql/'],
    imports: ['traversals', 'port', 'ontology', 'errors'],
    instead: 'graphql only offers answers; what computes one belongs in src/traversals.',
  },
  {
    name: 'http',
    at: ['src/http/'],
    imports: ['graphql', 'export', 'port', 'ontology', 'errors', 'config', 'helpers'],
    instead: 'http only carries requests; what answers them belongs in src/graphql or src/traversals.',
  },
  {
    name: 'cli',
    at: ['src/cli/'],
    imports: ['*'],
    instead: 'cli composes the other rooms; what several of them need belongs in the lowest of them.',
  },
];

/** Packages that stay behind one wall: where they may be imported, and what to do elsewhere. */
const PACKAGES = [
  {
    names: ['neo4j-driver'],
    within: ['src/store/neo4j/', 'test/', 'bench/'],
    instead: 'talk to Neo4j in src/store/neo4j, behind the Store of src/store/port.ts.',
  },
  {
    names: ['libsql'],
    within: ['src/store/sqlite/', 'test/', 'bench/'],
    instead: 'talk to SQLite in src/store/sqlite, behind the Store of src/store/port.ts.',
  },
  {
    names: ['type-graphql'],
    within: ['src/graphql/'],
    instead: 'declare GraphQL types and resolvers in src/graphql.',
  },
  {
    names: ['graphql', 'graphql-jit', 'graphql-query-complexity', 'dataloader'],
    within: ['src/graphql/', 'src/http/', 'scripts/', 'test/', 'bench/', 'web/'],
    instead: 'the rooms below GraphQL know nothing of it; this belongs in src/graphql.',
  },
  {
    names: ['express', '@apollo/server', '@as-integrations/express5'],
    within: ['src/http/', 'src/graphql/', 'test/', 'bench/'],
    instead: 'serve and listen in src/http.',
  },
  {
    names: ['@opentelemetry'],
    within: ['src/http/tracing/', 'test/'],
    instead:
      'trace through src/http/tracing/tracing.ts; its libraries are loaded only where traces are asked for.',
  },
];

/** @type {import('eslint').Rule.RuleModule} */
export const importWalls = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports run one way through the rooms of src/.' },
    schema: [],
    messages: {
      wall: '{{importer}} may not import {{imported}}: {{instead}}',
      noRoom:
        '{{importer}} stands in no room of src: move it into one, or declare a new room in scripts/importWalls.mjs.',
    },
  },
  create(context) {
    const file = projectPath(context.cwd, context.filename);
    const check = (node) => {
      const problem = node && typeof node.value === 'string' ? problemOf(file, node.value) : null;
      if (problem) context.report({ node, messageId: 'wall', data: problem });
    };
    return {
      Program: (node) => {
        if (file.startsWith('src/') && !roomOf(file)) {
          context.report({ node, messageId: 'noRoom', data: { importer: file } });
        }
      },
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
      TSExternalModuleReference: (node) => check(node.expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

function problemOf(file, specifier) {
  return specifier.startsWith('.') ? problemOfRelative(file, specifier) : problemOfPackage(file, specifier);
}

function problemOfPackage(file, specifier) {
  const wall = PACKAGES.find(({ names }) =>
    names.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
  if (!wall || wall.within.some((place) => file.startsWith(place))) return null;
  return { importer: file, imported: specifier, instead: wall.instead };
}

function problemOfRelative(file, specifier) {
  if (!file.startsWith('src/')) return null;
  const target = projectPath('/', resolve('/', dirname(file), specifier)).replace(/\.js$/, '.ts');
  const room = roomOf(file);
  if (!room) return null;
  const targetRoom = roomOf(target);
  if (!targetRoom) {
    return {
      importer: file,
      imported: target,
      instead: 'what src needs at run time belongs in a room of src.',
    };
  }
  if (room === targetRoom || targetRoom.name === 'errors') return null;
  if (room.imports.includes('*') || room.imports.includes(targetRoom.name)) return null;
  return { importer: file, imported: target, instead: targetRoom.instead };
}

function roomOf(path) {
  return ROOMS.find(({ at }) =>
    at.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)),
  );
}

function projectPath(root, path) {
  return relative(root, path).split(sep).join('/');
}
