import { Client as Urql, fetchExchange } from '@urql/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../src/graphql/schema.js';
import type { RunningServer } from '../../src/http/index.js';
import { apollo } from '../helpers/clients/apollo.js';
import { codesOf } from '../helpers/clients/client.js';
import type { Client } from '../helpers/clients/client.js';
import { graphqlRequest } from '../helpers/clients/graphqlRequest.js';
import { pythonGql, pythonPackages } from '../helpers/clients/python.js';
import { relayRuntime } from '../helpers/clients/relay.js';
import { fetchOfPage, urql } from '../helpers/clients/urql.js';
import { onSeededStore } from '../helpers/seeded.js';
import { serve } from '../helpers/serving.js';

const PAGE = 'https://example.org';
const DOCTOR = 'query Doctor($key: String!) { entity(key: $key) { __typename id key name } }';
const ENTITIES =
  'query Entities($first: Int, $after: String) { entities(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { __typename id key } } } }';
const NODE = 'query Node($id: ID!) { node(id: $id) { __typename id } }';
const WRONG = 'query Wrong { nobody }';
const COSTLY =
  'query Costly { facts(first: 100) { nodes { key participants { participant { __typename ... on Country { facts(first: 100) { nodes { key kind status statement modality note } } } } } } } }';

interface Entities {
  entities: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { cursor: string; node: { id: string; key: string } }[];
  };
}

const python = await pythonPackages();
const schema = buildGraphqlSchema();

onSeededStore('a client as it comes', (store) => {
  let server: RunningServer;
  let poor: RunningServer;
  beforeAll(async () => {
    server = await serve(store(), { origins: [PAGE] });
    poor = await serve(store(), { origins: [PAGE], budget: 1 });
  });
  afterAll(async () => {
    await server.close();
    await poor.close();
  });

  describeClient('urql on a page', (url) => urql(url, fetchOfPage(PAGE)));
  describeClient('Apollo Client', apollo);
  describeClient('graphql-request', graphqlRequest);
  describeClient('Relay', (url) => relayRuntime(url, schema));
  describeClient('Python’s gql', (url) => pythonGql(url, python.folder), python.absent);

  it('is told what to set where nobody vouches for it: urql outside a browser', async () => {
    const address = `${server.url}/graphql`;
    const { error } = await new Urql({ url: address, exchanges: [fetchExchange] })
      .query(WRONG, {})
      .toPromise();
    expect(codesOf(error?.graphQLErrors)).toEqual(['BAD_REQUEST']);
    expect(error?.message).toContain('apollo-require-preflight');
    const byPost = new Urql({ url: address, exchanges: [fetchExchange], preferGetMethod: false });
    const { data } = await byPost.query<unknown>(DOCTOR, { key: 'doctor/nguyen-phu-huu' }).toPromise();
    expect(data).toMatchObject({ entity: { key: 'doctor/nguyen-phu-huu' } });
  });

  function describeClient(
    name: string,
    connect: (url: string) => Client,
    absent: string | null = null,
  ): void {
    describe.skipIf(absent !== null)(absent === null ? name : `${name} (skipped: ${absent})`, () => {
      let client: Client;
      beforeAll(() => {
        client = connect(`${server.url}/graphql`);
      });
      afterAll(() => client.close?.());

      it('asks with variables', async () => {
        const { data } = await client.ask(DOCTOR, { key: 'doctor/nguyen-phu-huu' });
        expect(data).toMatchObject({
          entity: { __typename: 'Doctor', key: 'doctor/nguyen-phu-huu', name: 'Nguyen Phu Huu' },
        });
      });

      it('turns pages', async () => {
        const page = async (first: number, after: string | null) =>
          ((await client.ask(ENTITIES, { first, after })).data as Entities).entities;
        const both = await page(6, null);
        const one = await page(3, null);
        const other = await page(3, one.pageInfo.endCursor);
        expect(one.pageInfo.hasNextPage).toBe(true);
        const keys = ({ edges }: Entities['entities']) => edges.map(({ node }) => node.key);
        expect(keys(one)).toHaveLength(3);
        expect([...keys(one), ...keys(other)]).toEqual(keys(both));
      });

      it('finds again by its id what it has seen', async () => {
        const { data } = await client.ask(DOCTOR, { key: 'doctor/nguyen-phu-huu' });
        const { id } = (data as { entity: { id: string } }).entity;
        expect(await client.ask(NODE, { id })).toMatchObject({
          data: { node: { __typename: 'Doctor', id } },
        });
      });

      it.each([
        ['a query that is wrong', WRONG, {}, 'GRAPHQL_VALIDATION_FAILED'],
        ['a variable that is wrong', DOCTOR, { key: 7 }, 'BAD_USER_INPUT'],
        ['a key that is none', DOCTOR, { key: 'Nguyen Phu Huu' }, 'BAD_KEY'],
        ['an id that is none', NODE, { id: 'doctor/nguyen-phu-huu' }, 'BAD_ID'],
        ['a cursor that is none', ENTITIES, { first: 3, after: 'x' }, 'BAD_CURSOR'],
        ['a query that costs too much', COSTLY, {}, 'COST_LIMIT_EXCEEDED'],
        ['a body that is too large', DOCTOR, { key: 'x'.repeat(600_000) }, 'BAD_REQUEST'],
      ])('sees the code of %s', async (_what, query, variables, code) => {
        expect(await client.ask(query, variables)).toEqual({ codes: [code] });
      });

      it('sees that it has spent its budget', async () => {
        const client = connect(`${poor.url}/graphql`);
        expect(await client.ask(WRONG)).toEqual({ codes: ['BUDGET_EXCEEDED'] });
        client.close?.();
      });
    });
  }
});
