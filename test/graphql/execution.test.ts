import { expect, it } from 'vitest';
import { interpretingExecutor } from '../../src/graphql/executor.js';
import { graphqlOver } from '../helpers/graphql.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';

/** Queries that fail, or that take the paths on which compiled and interpreted execution could differ. */
const AWKWARD: { query: string; variables?: Record<string, unknown> }[] = [
  { query: '{ fact(key: "doctor/nguyen-phu-huu") { key } entity(key: "doctor/nobody") { key } }' },
  { query: '{ nodes(ids: ["!", "RG9jdG9yOmRvY3Rvci9uZ3V5ZW4tcGh1LWh1dQ"]) { id __typename } }' },
  { query: 'query ($first: Int!) { facts(first: $first) { nodes { key } } }', variables: { first: 2 } },
  { query: 'query ($first: Int!) { facts(first: $first) { nodes { key } } }', variables: { first: 'two' } },
  { query: 'query ($first: Int!) { facts(first: $first) { nodes { key } } }', variables: {} },
  { query: 'query ($first: Int = 1) { facts(first: $first) { nodes { key } } }', variables: { first: null } },
  {
    query: 'query ($yes: Boolean!) { sources { nodes { key @include(if: $yes) title @skip(if: $yes) } } }',
    variables: { yes: true },
  },
  {
    query:
      '{ facts(first: 3, order: TIME_DESCENDING) { edges { cursor node { ... on Training { trainers { __typename } } ... on Posting { posted { __typename } } } } } }',
  },
  {
    query:
      '{ a: entities(first: 1) { nodes { key } } b: entities(first: 1, order: NAME_DESCENDING) { nodes { key } } }',
  },
  {
    query:
      'query ($no: Boolean!) { entities(first: 3) { nodes { key } nodes @include(if: $no) { ... on Doctor { name } ... on Hospital { name } ... { kind } } } }',
    variables: { no: false },
  },
  {
    query:
      '{ ...s ...t @skip(if: true) } fragment s on Query { facts(first: 3) { nodes { key } } } fragment t on Query { facts(first: 3) { nodes { ... on Posting { statement } ...u } } } fragment u on Fact { kind }',
  },
  { query: '{ sources(first: 2) { __proto__: totalCount nodes { constructor: key __proto__: title } } }' },
  {
    query:
      'query ($__proto__: Int!, $toString: Int) { sources(first: $__proto__, last: $toString) { nodes { key } } }',
    variables: JSON.parse('{ "__proto__": 2 }') as Record<string, unknown>,
  },
  { query: '{ facts(time: { trueDuring: "yesterday" }) { totalCount } sources { totalCount } }' },
  {
    query:
      '{ entity(key: "country/vietnam") { ... on Country { hospitals(first: -1) { totalCount } } name } }',
  },
];

onSeededStore('compiled execution', (store) => {
  const queries = [...operations, ...AWKWARD];

  it.each(queries)('answers as graphql-js does: $query', async ({ query, ...rest }) => {
    const variables = 'variables' in rest ? rest.variables : undefined;
    const interpreted = await graphqlOver(store(), { executor: interpretingExecutor }).ask(query, variables);
    const { ask } = graphqlOver(store());
    // The first time a query is interpreted, the second time it is compiled, the third time it is found compiled.
    for (let time = 1; time <= 3; time++) expect(await ask(query, variables)).toEqual(interpreted);
  });

  // Its code would have 15 fields for the first level, 225 for the second, and more than memory holds for the last.
  it('does not compile what would be large beyond measure', { timeout: 10_000 }, async () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level % 2 === 0 ? 'supersedes' : 'supersededBy',
    );
    const query = `{ facts(first: 1) { nodes { ${levels.join(' { ')} { key } ${'} '.repeat(levels.length + 1)} }`;
    const { ask } = graphqlOver(store());
    for (let time = 1; time <= 3; time++)
      expect(await ask(query)).toMatchObject({ data: { facts: { nodes: [{ supersedes: null }] } } });
  });
});
