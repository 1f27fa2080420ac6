/** What V8 writes down of a run: which functions were being run whenever it looked. */
export interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  /** Microseconds of the clock of the machine. */
  startTime: number;
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** A stretch of time, by the clock of the machine, in microseconds. */
export interface Span {
  from: number;
  to: number;
}

/** By whose code, the share of the time. */
export type Shares = ReadonlyMap<string, number>;

/** In which order, and what belongs to whom: the first that fits the path of a file. */
const OWNERS: readonly (readonly [owner: string, path: RegExp])[] = [
  ['GraphQL: parsing, executing', /node_modules\/(graphql|graphql-jit|type-graphql|dataloader)\//],
  ['Apollo, Express and other libraries of HTTP', /node_modules\//],
  ['HTTP, limits, budgets (`src/http`)', /modules\/http\//],
  ['Resolvers, prices, whole answers (`src/graphql`)', /modules\/graphql\//],
  ['Questions and their view (`src/traversals`)', /modules\/traversals\//],
  ['Memory (`src/store/cache`)', /modules\/store\/cache\//],
  ['Store (`src/store`)', /modules\/store\//],
  ['Records, time, names (`src/ontology`)', /modules\/ontology\//],
];

const GARBAGE = 'Collecting garbage';
const NODE = 'Node: sockets, timers, threads';

/** How long the processor was busy in that time, in milliseconds, and with whose code. What Node does belongs to who asked for it, where anybody did. */
export function sharesOf(
  { nodes, startTime, samples, timeDeltas }: Profile,
  { from, to }: Span,
): { busy: number; shares: Shares } {
  const owners = ownersOf(nodes);
  const spent = new Map<string, number>();
  let time = startTime;
  for (const [index, sample] of samples.entries()) {
    const passed = timeDeltas[index] ?? 0;
    time += passed;
    const owner = owners.get(sample);
    if (owner !== undefined && time > from && time <= to) spent.set(owner, (spent.get(owner) ?? 0) + passed);
  }
  const all = [...spent.values()].reduce((sum, each) => sum + each, 0);
  const sorted = [...spent].sort(([, one], [, other]) => other - one);
  return { busy: all / 1_000, shares: new Map(sorted.map(([owner, each]) => [owner, each / all])) };
}

/** Whose each place of the tree of calls is; of idleness, nobody's. */
function ownersOf(nodes: Profile['nodes']): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  const walk = (id: number, above: string) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    if (functionName === '(idle)') return;
    const owner =
      functionName === '(garbage collector)'
        ? GARBAGE
        : (OWNERS.find(([, path]) => path.test(url))?.[0] ?? above);
    owners.set(id, owner);
    for (const child of node.children ?? []) walk(child, owner);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.id, NODE);
  return owners;
}
