import { Field, Float, Int, ObjectType } from 'type-graphql';
import { MATCHES } from '../../traversals/index.js';
import type { Hit, MatchedWord, Search } from '../../traversals/index.js';
import { ontology } from '../../ontology/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { EntityKindEnum, enumOf } from '../types/enums.js';
import { loadEntity } from '../types/present.js';

const WordMatchEnum = enumOf('WordMatch', 'How a word of a name answers to a word that was typed.', MATCHES);

@ObjectType('MatchedWord', {
  description: 'A word that was typed, and what answers to it in the name.',
  simpleResolvers: true,
})
class MatchedWordValue implements MatchedWord {
  @Field(() => String, { description: 'What was typed, in plain small letters.' })
  typed!: string;

  @Field(() => String, { description: 'The word of the name, or several, in plain small letters.' })
  found!: string;

  @Field(() => WordMatchEnum, { description: 'How the two go together.' })
  match!: MatchedWord['match'];
}

@ObjectType('SearchHit', { description: 'An entity that may be meant, and why.' })
export class SearchHitNode {
  constructor(
    readonly hit: Hit,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  SearchHitNode,
  'entity',
  () => EntityNode,
  { description: 'Who or what may be meant.' },
  ({ hit, loaders }) => loadEntity(hit.key, loaders),
);
plain(
  SearchHitNode,
  'name',
  () => String,
  {
    description: 'Which of its names was found, as it is spelled; null where an external id was.',
    nullable: true,
  },
  ({ hit }) => hit.name,
);
plain(
  SearchHitNode,
  'externalId',
  () => String,
  {
    description: 'Which external id was found, as "scheme:value"; null where a name was.',
    nullable: true,
  },
  ({ hit }) => hit.externalId,
);
plain(
  SearchHitNode,
  'score',
  () => Float,
  {
    description:
      'How well it answers, from 0 to 1: 1 where it is just what was typed. To order by, and to compare within one answer.',
  },
  ({ hit }) => hit.score,
);
plain(
  SearchHitNode,
  'words',
  () => [MatchedWordValue],
  {
    description:
      'The words that were typed, as far as the name answers to them. Empty where an external id was found.',
  },
  ({ hit }) => hit.words,
);

@ObjectType('KindCount', { description: 'How many of a list are of a kind.', simpleResolvers: true })
class KindCountValue {
  @Field(() => EntityKindEnum, { description: 'The kind.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

export const SearchHitConnection = connectionType('SearchHit', () => SearchHitNode);

cutField(
  SearchHitConnection,
  'Why some may be missing; null where none is.',
  (connection: Connection) => (connection.about as Search).cut,
);
plain(
  SearchHitConnection,
  'kinds',
  () => [KindCountValue],
  { description: 'How many of all the hits are of which kind, most first, then by kind.' },
  (connection: Connection) => kindsOf((connection.about as Search).hits),
);

function kindsOf(hits: readonly Hit[]): KindCountValue[] {
  const counts = new Map<string, number>();
  for (const { key } of hits) {
    const kind = ontology.entityKindOfKey(key)?.name ?? '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
