import { z } from 'zod';

/** What is there to ask about, as the service itself has answered. */
export interface Words {
  /** Keys by what stands before their slash: `doctor`, `training`, `source`. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Which of these are of entities, and which of facts. */
  entityPrefixes: readonly string[];
  factPrefixes: readonly string[];
  /** Global ids by the name of their type. */
  ids: ReadonlyMap<string, readonly string[]>;
  /** The prefix of the keys of a type. */
  prefixOfType: ReadonlyMap<string, string>;
  /** The keys of entities that play a part in facts, once for each part: those of whom much is known come often. */
  mentions: readonly string[];
  names: readonly string[];
  externalIds: readonly string[];
  /** Of lists of many sorts. */
  cursors: readonly string[];
  instants: readonly string[];
  /** The number of the latest changeset. */
  version: number;
}

export type AskService = (query: string, variables?: Record<string, unknown>) => Promise<unknown>;

const edge = z.object({
  cursor: z.string(),
  node: z.object({
    __typename: z.string(),
    id: z.string(),
    key: z.string(),
    name: z.string().optional(),
    title: z.string().optional(),
    statement: z.string().optional(),
    recordedAt: z.string(),
    recordedIn: z.number().optional(),
    participants: z.array(z.object({ participant: z.object({ key: z.string().optional() }) })).optional(),
    externalIds: z.array(z.object({ scheme: z.string(), value: z.string() })).optional(),
  }),
});

type Edge = z.infer<typeof edge>;

const COMMON = '__typename id key recordedAt';
const LISTS: Readonly<Record<string, { args: string; fields: string }>> = {
  entities: { args: '', fields: `${COMMON} name externalIds { scheme value }` },
  sources: { args: '', fields: `${COMMON} title` },
  facts: {
    args: 'filter: { statuses: [ACCEPTED, DISPUTED, PROPOSED, RETRACTED], negated: null, modalities: [FACTUAL, PLANNED, PROPOSED] }',
    fields: `${COMMON} statement recordedIn participants { participant { ... on Entity { key } } }`,
  },
};

/** Other lists, for their cursors. */
const OTHERS: readonly string[] = [
  '{ list: facts(order: KEY_DESCENDING, first: 3) { edges { cursor } } }',
  '{ list: entities(order: KEY, first: 3) { edges { cursor } } }',
  '{ list: search(text: "nguyen", first: 3) { edges { cursor } } }',
  '{ list: searchFacts(text: "doctor hospital", first: 3) { edges { cursor } } }',
  '{ list: cooperation(between: COUNTRY, first: 3) { edges { cursor } } }',
  '{ list: trainings(asKnownOn: "1", first: 3) { edges { cursor } } }',
  '{ list: contradictions(first: 3) { edges { cursor } } }',
];

/** Reads what there is, in pages. */
export async function gatherWords(ask: AskService): Promise<Words> {
  const edges = new Map<string, Edge[]>();
  for (const [list, wanted] of Object.entries(LISTS)) edges.set(list, await allOf(ask, list, wanted));
  const of = (list: string) => edges.get(list) ?? [];
  const all = [...edges.values()].flat();
  const others = z.object({ list: z.object({ edges: z.array(z.object({ cursor: z.string() })) }) });
  const cursors: string[] = [];
  for (const query of OTHERS) {
    cursors.push(...others.parse(await ask(query)).list.edges.map(({ cursor }) => cursor));
  }
  const prefixes = (list: string) => [...new Set(of(list).map(({ node }) => prefixOf(node.key)))];
  return {
    keys: grouped(all, ({ node }) => [prefixOf(node.key), node.key]),
    entityPrefixes: prefixes('entities'),
    factPrefixes: prefixes('facts'),
    ids: grouped(all, ({ node }) => [node.__typename, node.id]),
    prefixOfType: new Map(all.map(({ node }) => [node.__typename, prefixOf(node.key)])),
    mentions: of('facts').flatMap(({ node }) =>
      (node.participants ?? []).flatMap(({ participant }) => participant.key ?? []),
    ),
    names: all.flatMap(({ node }) => node.name ?? node.title ?? node.statement ?? []),
    externalIds: of('entities').flatMap(({ node }) =>
      (node.externalIds ?? []).map(({ scheme, value }) => `${scheme}:${value}`),
    ),
    cursors: [
      ...cursors,
      ...[...edges.values()].flatMap((some) => some.slice(0, 3)).map(({ cursor }) => cursor),
    ],
    instants: [...new Set(all.map(({ node }) => node.recordedAt))],
    version: Math.max(...of('facts').map(({ node }) => node.recordedIn ?? 0)),
  };
}

async function allOf(ask: AskService, list: string, { args, fields }: { args: string; fields: string }) {
  const page = z.object({
    [list]: z.object({
      edges: z.array(edge),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  });
  const edges: Edge[] = [];
  for (let after: string | null = null, more = true; more;) {
    const query = `query ($after: String) { ${list}(first: 100, after: $after ${args}) {
      edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
    const answer: z.infer<typeof page>[string] | undefined = page.parse(await ask(query, { after }))[list];
    edges.push(...(answer?.edges ?? []));
    [after, more] = [answer?.pageInfo.endCursor ?? null, answer?.pageInfo.hasNextPage === true];
  }
  return edges;
}

function grouped<Item>(
  items: readonly Item[],
  entry: (item: Item) => [string, string],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const [name, value] = entry(item);
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return groups;
}

function prefixOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
