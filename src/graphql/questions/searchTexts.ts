import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { TEXT_MAXIMUM, searchFacts, searchSources } from '../../traversals/index.js';
import type { TextSearch } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { Loaders } from '../loaders.js';
import type { PageArguments } from '../paging.js';
import { ParticipantFilterInput } from '../queries/arguments.js';
import { NARROWER, PageArgs, PageFields, QuestionArgs, keys } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection, ConnectionClass } from '../types/connection.js';
import { FactKindEnum } from '../types/enums.js';
import { factFilter } from '../types/factConnection.js';
import { connectComputed } from './list.js';
import { loadersForQuestion, participantConditions } from './open.js';
import { FactHitConnection, FactHitNode, SourceHitConnection, SourceHitNode } from './searchTextTypes.js';
import type { TextHitNode } from './searchTextTypes.js';

const FORGIVING =
  'in any order, with or without their marks, the last one begun, others with a letter wrong where they have five or more';

@PageFields
@ArgsType()
class SearchFactsArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => String, {
    description: `Words of the statement, ${FORGIVING}. Up to ${TEXT_MAXIMUM} characters.`,
  })
  text!: string;

  @Field(() => [FactKindEnum], { nullable: true, description: 'Only facts of these kinds.' })
  kinds?: string[] | null;

  @Field(() => [ParticipantFilterInput], {
    nullable: true,
    description: 'Who must play a role in it. All of these must hold.',
  })
  participants?: ParticipantFilterInput[] | null;

  @Field(
    () => [String],
    keys('Only facts in which one of these countries, or an institution that lies there, takes part.'),
  )
  countries?: string[] | null;

  @Field(() => [String], keys('Only facts about one of these techniques.'))
  techniques?: string[] | null;

  @Field(() => Boolean, NARROWER)
  narrower?: boolean | null;
}

@ArgsType()
class SearchSourcesArgs extends PageArgs {
  @Field(() => String, {
    description: `Words of the title, the publisher and the authors, ${FORGIVING}. Up to ${TEXT_MAXIMUM} characters.`,
  })
  text!: string;
}

/** Which facts and sources speak of something. */
@Resolver()
export class SearchTextQueries {
  @Query(() => FactHitConnection, {
    complexity: questionComplexity('words'),
    description:
      'Facts by the words of their statements, the best first; each says which words were found, and how. Rare words count more than common ' +
      'ones, and those of grammar do not count. Where little has all words, facts are found that have those which tell most. Facts that answer as ' +
      'well stand by time.',
  })
  async searchFacts(
    @Args(() => SearchFactsArgs) args: SearchFactsArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await loadersForQuestion(context, args);
    const { view } = loaders;
    const participants = await participantConditions(view, args.participants);
    const answer = await searchFacts(view, {
      text: args.text,
      narrower: args.narrower ?? true,
      ...(args.countries == null ? {} : { countries: args.countries }),
      ...(args.techniques == null ? {} : { techniques: args.techniques }),
      filter: factFilter(args, {
        ...(args.kinds == null ? {} : { kinds: args.kinds }),
        ...(participants === undefined ? {} : { participants }),
      }),
    });
    const places = /^[01]\.\d{6} \d{34}\|\S+$/;
    return connectHits(FactHitConnection, FactHitNode, args, { answer, places, loaders });
  }

  @Query(() => SourceHitConnection, {
    complexity: questionComplexity('words'),
    description:
      'Sources by the words of their titles, publishers and authors, the best first, as `searchFacts` finds facts. They are those of now.',
  })
  async searchSources(
    @Args(() => SearchSourcesArgs) args: SearchSourcesArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = await context.loaders();
    const answer = await searchSources(loaders.view, args.text);
    const places = /^[01]\.\d{6} source\/\S+$/;
    return connectHits(SourceHitConnection, SourceHitNode, args, { answer, places, loaders });
  }
}

function connectHits(
  type: ConnectionClass,
  node: typeof TextHitNode,
  args: PageArguments,
  { answer, places, loaders }: { answer: TextSearch; places: RegExp; loaders: Loaders },
): Connection {
  return connectComputed(type, args, {
    order: 'SCORE',
    places,
    loaders,
    items: answer.hits,
    placeOf: ({ place }) => place,
    present: (hit) => new node(hit, loaders),
    about: answer,
  });
}
