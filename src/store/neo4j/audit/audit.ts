import type { Recorded } from '../../../ontology/index.js';
import type { AuditItem, RecordItem } from '../../audit.js';
import { recordOf } from '../../decode.js';
import type { Executor } from '../executor.js';
import { imageOfChangeset, imageOfEntity, imageOfFact, imageOfJudgement, imageOfSource } from '../image.js';
import type { EntityImage, Image } from '../image.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { strayParts } from './compare.js';
import { foundNodes } from './found.js';
import type { FoundNode } from './found.js';
import { rowOfEntity, rowOfFact, rowOfSource } from './rows.js';
import { strays } from './strays.js';
import type { Stray } from './strays.js';

type Sort = RecordItem['record'];
type StrayItem = Extract<AuditItem, { record: 'stray' }>;

/** In the order of an audit. */
const SORTS = [
  'changeset',
  'entity',
  'entityRevision',
  'fact',
  'judgement',
  'source',
  'sourceRevision',
] as const satisfies readonly Sort[];

/**
 * Everything in the graph: the records with what stands beside them, then what belongs to none. Readable properties
 * and what relationships carry have no place in a row; where they are not as the record would have them they are
 * strays too.
 */
export async function* auditGraph(executor: Executor, vocabulary: Vocabulary): AsyncIterable<AuditItem> {
  const found: Stray[] = [];
  for (const sort of SORTS) {
    for await (const node of foundNodes(executor, LABEL[sort])) {
      const item = itemOf(sort, node, vocabulary);
      if (item.record !== 'stray') {
        found.push(...straysAt(sort, item.key, item.text, node, vocabulary));
        yield item;
      } else found.push(item);
    }
  }
  for await (const stray of strays(executor)) found.push(stray);
  found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { key, what } of found) yield { record: 'stray', key, what };
}

function itemOf(sort: Sort, node: FoundNode, vocabulary: Vocabulary): RecordItem | StrayItem {
  const { key: itsKey, number, record: text, digest, revision } = node.properties;
  const key = String(sort === 'changeset' ? number : itsKey);
  if (typeof text !== 'string') return { record: 'stray', key, what: `a ${LABEL[sort]} without a record` };
  const stored = { key, text, digest: String(digest) };
  switch (sort) {
    case 'entity':
      return { record: sort, ...stored, row: rowOfEntity(node, vocabulary) };
    case 'fact':
      return { record: sort, ...stored, row: rowOfFact(node, vocabulary) };
    case 'source':
      return { record: sort, ...stored, row: rowOfSource(node) };
    case 'entityRevision':
    case 'sourceRevision':
      return { record: sort, ...stored, revision: Number(revision) };
    default:
      return { record: sort, ...stored };
  }
}

function straysAt(sort: Sort, key: string, text: string, node: FoundNode, vocabulary: Vocabulary): Stray[] {
  const image = expectedImage(sort, key, text, node);
  if (image === null) return [];
  const name = sort === 'changeset' ? `changeset ${key}` : key;
  return strayParts(node, image, LABEL[sort], vocabulary).map((what) => ({ key: name, what }));
}

/** Null where the text is no record: `check` says so, and nothing can be expected from it. */
function expectedImage(sort: Sort, key: string, text: string, node: FoundNode): Image | null {
  try {
    switch (sort) {
      case 'changeset':
        return imageOfChangeset(recordOf(text));
      case 'entity':
        return withOwnEdges(imageOfEntity(recordOf(text)));
      case 'fact':
        return imageOfFact(recordOf(text));
      case 'judgement':
        return imageOfJudgement(recordOf(text));
      case 'source':
        return imageOfSource(recordOf(text));
      case 'entityRevision':
      case 'sourceRevision':
        return imageOfRevision(key, node, recordOf<Recorded>(text));
    }
  } catch {
    return null;
  }
}

/** What leads to the names and external ids of an entity carries nothing. */
function withOwnEdges(image: EntityImage): Image {
  const own = (type: string, targets: readonly string[]) =>
    targets.map((target) => ({ type, target, properties: {} }));
  const named = own(EDGE.named, image.nameKeys);
  return { ...image, edges: [...image.edges, ...named, ...own(EDGE.identifiedBy, image.externalIds)] };
}

/** The number of a revision is compared with its text by `check`; here it must but lead to what it was a revision of. */
function imageOfRevision(key: string, { labels, properties }: FoundNode, { recordedIn }: Recorded): Image {
  const label = [LABEL.entityRevision, LABEL.sourceRevision].filter((one) => labels.includes(one));
  const { revision } = properties;
  return {
    key,
    labels: label,
    properties: { key, revision: Number(revision), recordedIn },
    edges: [{ type: EDGE.revisionOf, target: key, properties: {} }],
  };
}
