import neo4j, { Neo4jError } from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { openTestDriver } from '../helpers/neo4j.js';
import type { Place } from '../helpers/stores.js';
import type { Pick } from './tampering.js';

/** The nodes that records stand for: neither the tests' own nor those by which a store knows how far its database is. */
const OURS = 'node:!ConfrereTestDatabase&!ConfrereStore&!ConfrereProgress';
/** Follows from no record: it is what a writer remembers of a draft. */
const MEANINGLESS = ['draft'];

/** Changes, takes away or adds a node, a label, a property or a relationship. */
export async function tamperWithGraph(_place: Place, pick: Pick): Promise<string | null> {
  const driver = openTestDriver();
  try {
    const way = WAYS[pick(WAYS.length)];
    return way === undefined ? null : await way(driver, pick);
  } catch (error) {
    if (error instanceof Neo4jError && error.code.endsWith('ConstraintValidationFailed')) return null;
    throw error;
  } finally {
    await driver.close();
  }
}

type Way = (driver: Driver, pick: Pick) => Promise<string | null>;

const WAYS: readonly Way[] = [
  async (driver, pick) => {
    const node = await someNode(driver, pick);
    await driver.executeQuery('MATCH (node) WHERE elementId(node) = $id DETACH DELETE node', { id: node.id });
    return `${node.is} is gone`;
  },
  async (driver, pick) => {
    const node = await someNode(driver, pick);
    return await changeProperty(driver, 'MATCH (it) WHERE elementId(it) = $id', node, pick);
  },
  async (driver, pick) => {
    const node = await someNode(driver, pick);
    await driver.executeQuery('MATCH (node) WHERE elementId(node) = $id SET node:Odd', { id: node.id });
    return `${node.is} has another label`;
  },
  async (driver, pick) => {
    const node = await someNode(driver, pick);
    const label = node.labels[pick(node.labels.length)] ?? '';
    await driver.executeQuery('MATCH (node) WHERE elementId(node) = $id REMOVE node:$($label)', {
      id: node.id,
      label,
    });
    return `${node.is} has lost its label ${label}`;
  },
  async (driver, pick) => {
    const node = await someNode(driver, pick);
    const [name = ''] = Object.keys(node.properties);
    await driver.executeQuery(
      'MATCH (node) WHERE elementId(node) = $id CREATE (copy:$(labels(node))) SET copy = properties(node), copy[$name] = $other',
      { id: node.id, name, other: otherThan(node.properties[name]) },
    );
    return `${node.is} has a copy with another ${name}`;
  },
  async (driver, pick) => {
    const edge = await someEdge(driver, pick);
    if (edge === null) return null;
    await driver.executeQuery('MATCH ()-[edge]->() WHERE elementId(edge) = $id DELETE edge', { id: edge.id });
    return `${edge.is} is gone`;
  },
  async (driver, pick) => {
    const edge = await someEdge(driver, pick);
    return edge === null
      ? null
      : await changeProperty(driver, 'MATCH ()-[it]->() WHERE elementId(it) = $id', edge, pick);
  },
  async (driver, pick) => {
    const edge = await someEdge(driver, pick);
    if (edge === null) return null;
    const [from, to] = [await someNode(driver, pick), await someNode(driver, pick)];
    await driver.executeQuery(
      `MATCH ()-[edge]->() WHERE elementId(edge) = $edge
       MATCH (from) WHERE elementId(from) = $from
       MATCH (to) WHERE elementId(to) = $to
       CREATE (from)-[added:$(type(edge))]->(to) SET added = properties(edge)`,
      { edge: edge.id, from: from.id, to: to.id },
    );
    return `another ${edge.is} from ${from.is} to ${to.is}`;
  },
];

interface Part {
  id: string;
  is: string;
  labels: string[];
  properties: Record<string, unknown>;
}

async function someNode(driver: Driver, pick: Pick): Promise<Part> {
  const { records: counted } = await driver.executeQuery(`MATCH (${OURS}) RETURN count(node) AS number`);
  const { records } = await driver.executeQuery(
    `MATCH (${OURS}) WITH node ORDER BY elementId(node) SKIP toInteger($skip) LIMIT 1
     RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties`,
    { skip: pick(Number(counted[0]?.get('number'))) },
  );
  const part = records[0]?.toObject() as Omit<Part, 'is'>;
  return { ...part, is: `the ${part.labels.join(':')} ${JSON.stringify(part.properties)}` };
}

/** Null where there is no relationship at all. */
async function someEdge(driver: Driver, pick: Pick): Promise<Part | null> {
  const { records: counted } = await driver.executeQuery('MATCH ()-[edge]->() RETURN count(edge) AS number');
  const number = Number(counted[0]?.get('number'));
  if (number === 0) return null;
  const { records } = await driver.executeQuery(
    `MATCH ()-[edge]->() WITH edge ORDER BY elementId(edge) SKIP toInteger($skip) LIMIT 1
     RETURN elementId(edge) AS id, [type(edge)] AS labels, properties(edge) AS properties`,
    { skip: pick(number) },
  );
  const part = records[0]?.toObject() as Omit<Part, 'is'>;
  return { ...part, is: `relationship ${part.labels.join('')} ${JSON.stringify(part.properties)}` };
}

async function changeProperty(driver: Driver, match: string, part: Part, pick: Pick): Promise<string | null> {
  const names = Object.keys(part.properties)
    .filter((name) => !MEANINGLESS.includes(name))
    .sort();
  const name = names[pick(Math.max(1, names.length))] ?? 'odd';
  const taken = pick(3) === 0;
  const other = taken ? null : otherThan(part.properties[name]);
  if (taken && !(name in part.properties)) return null;
  await driver.executeQuery(`${match} SET it[$name] = $other`, { id: part.id, name, other });
  return `the ${name} of ${part.is} is ${JSON.stringify(other)}`;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) {
    // A list in Neo4j holds values of one type; in the one of numbers they are changesets.
    const [first] = value as unknown[];
    return [
      ...(value as unknown[]),
      first === undefined || typeof first === 'string' ? 'more' : neo4j.int(0),
    ];
  }
  if (typeof value === 'string') return `${value}x`;
  return value === undefined ? 'odd' : Number(value) + 1;
}
