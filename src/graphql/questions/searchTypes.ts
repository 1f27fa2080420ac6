import { Field, Float, ObjectType } from 'type-graphql';
import { MATCHES } from '../../traversals/index.js';
import type { Cut, Hit, MatchedWord } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { loadEntity } from '../types/present.js';
import { addFacets } from './searchFacets.js';
import type { FacetsOf } from './searchFacets.js';

const WordMatchEnum = enumOf(
  'WordMatch',
  'How a word of a name or text answers to a word that was typed.',
  MATCHES,
);

@ObjectType('MatchedWord', {
  description: 'A word that was typed, and what answers to it in the name or text.',
  simpleResolvers: true,
})
export class MatchedWordValue implements MatchedWord {
  @Field(() => String, { description: 'What was typed, in plain small letters.' })
  typed!: string;

  @Field(() => String, { description: 'The word of the name or text, or several, in plain small letters.' })
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

export const SearchHitConnection = connectionType('SearchHit', () => SearchHitNode);

cutField(
  SearchHitConnection,
  'Why some may be missing; null where none is.',
  (connection: Connection) => foundIn(connection).cut,
);
addFacets(SearchHitConnection, foundIn);

/** What a search says of the whole list. */
export interface FoundList extends FacetsOf {
  cut: Cut | null;
}

function foundIn(connection: Connection): FoundList {
  return connection.about as FoundList;
}
