import type { EntityRecord, FactRecord } from '../../ontology/index.js';
import { displayName } from '../../store/derive.js';
import type { View } from '../../traversals/index.js';

/** What is shown of one who is to be judged. */
export interface Shown {
  entity: EntityRecord;
  /** Some of its facts, posts before all others, by time. */
  facts: readonly FactRecord[];
  factCount: number;
  /** The titles of sources that speak of it, each once. */
  sources: readonly string[];
}

const FACTS_SHOWN = 6;
const FACTS_READ = 60;
const SOURCES_SHOWN = 4;

const TELLING = { statuses: ['ACCEPTED', 'DISPUTED'] } as const;
const FIRST_KINDS = ['Affiliation', 'Birth', 'Death'];

/** Reads what is shown of some entities, in the order of the keys. */
export async function readShown(view: View, keys: readonly string[]): Promise<Shown[]> {
  const parents = keys.map((key) => [key]);
  const page = { limit: FACTS_READ, order: 'TIME', descending: false } as const;
  const [entities, slices, counts] = await Promise.all([
    view.entities(keys),
    view.factsOf(parents, undefined, TELLING, page),
    view.countFactsOf(parents, undefined, TELLING),
  ]);
  return Promise.all(
    entities.flatMap((entity, index) => {
      const facts = (slices[index]?.items ?? []).map(({ item }) => item);
      return entity === null ? [] : [shownOf(view, entity, facts, counts[index] ?? 0)];
    }),
  );
}

async function shownOf(
  view: View,
  entity: EntityRecord,
  facts: readonly FactRecord[],
  factCount: number,
): Promise<Shown> {
  const rank = ({ kind }: FactRecord) => (FIRST_KINDS.includes(kind) ? 0 : 1);
  const shown = [...facts].sort((a, b) => rank(a) - rank(b)).slice(0, FACTS_SHOWN);
  const cited = [entity, ...shown].flatMap(({ citations }) => citations.map(({ source }) => source));
  const sources = await view.sources([...new Set(cited)].slice(0, SOURCES_SHOWN));
  return {
    entity,
    facts: shown,
    factCount,
    sources: sources.flatMap((source) => (source === null ? [] : [source.title])),
  };
}

/** The lines in which a side is shown. */
export function linesOn(letter: string, { entity, facts, factCount, sources }: Shown): string[] {
  const others = entity.names.slice(1).map(({ text, kind }) => `${text} (${kind.toLowerCase()})`);
  const ids = entity.externalIds.map(({ scheme, value }) => `${scheme}:${value}`);
  const more = factCount - facts.length;
  const lines = [
    `${displayName(entity.names)}, ${entity.key}`,
    ...(others.length > 0 ? [`also ${others.join(', ')}`] : []),
    ...(ids.length > 0 ? [ids.join(', ')] : []),
    ...facts.map(({ time, statement }) => `- ${time === undefined ? '' : `${time}: `}${statement}`),
    ...(more > 0 ? [`- and ${more} more ${more === 1 ? 'fact' : 'facts'}`] : []),
    ...sources.map((title) => `  in “${title}”`),
  ];
  return lines.map((line, index) => `${index === 0 ? `  ${letter}  ` : '     '}${line}`);
}
