import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { Belongings, TEXT_MAXIMUM, hitPlace, search } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { Identity } from '../../ontology/index.js';
import { LISTED_ONCE, NARROWER, PageArgs, keys } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { EntityKindEnum, IdentityEnum } from '../types/enums.js';
import { connectComputed } from './list.js';
import { noting } from './open.js';
import { BELONGING } from './searchFacets.js';
import { SearchHitConnection, SearchHitNode } from './searchTypes.js';
import type { FoundList } from './searchTypes.js';

@ArgsType()
class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      'A name in any script, with or without its marks, its words in any order, shortened, begun, or with a letter wrong in a word of five or ' +
      `more; or an external id ("Q881", "iso3166:VN"). Up to ${TEXT_MAXIMUM} characters.`,
  })
  text!: string;

  @Field(() => [EntityKindEnum], { nullable: true, description: 'Only entities of these kinds.' })
  kinds?: string[] | null;

  @Field(() => [String], keys(`Only entities that belong to these countries: ${BELONGING.Country}.`))
  countries?: string[] | null;

  @Field(() => [String], keys(`Only entities that belong to these techniques: ${BELONGING.Technique}.`))
  techniques?: string[] | null;

  @Field(() => Boolean, NARROWER)
  narrower?: boolean | null;

  @Field(() => IdentityEnum, LISTED_ONCE)
  identity?: Identity | null;
}

/** Who is meant by a name. */
@Resolver()
export class SearchQueries {
  @Query(() => SearchHitConnection, {
    complexity: questionComplexity('words'),
    description:
      'Entities that may be meant by a name, the best first; each says which of its names was found, and how. Aliases and former names count ' +
      'too. Words that many share (hospital, general) say little, rare ones much. What answers less well is only looked for where little ' +
      'answers well. Names are those of now.',
  })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: Context): Promise<Connection> {
    const loaders = noting(await context.loaders(args.identity == null ? {} : { identity: args.identity }));
    const belongings = new Belongings(loaders.view.unnoted, args.narrower ?? true);
    const question = {
      text: args.text,
      ...(args.kinds == null ? {} : { kinds: args.kinds }),
      ...(args.countries == null ? {} : { countries: args.countries }),
      ...(args.techniques == null ? {} : { techniques: args.techniques }),
    };
    const answer = await search(loaders.view, question, belongings);
    return connectComputed(SearchHitConnection, args, {
      order: 'SCORE',
      places: /^[01]\.\d{6} \d{3} \S+$/,
      loaders,
      items: answer.hits,
      placeOf: hitPlace,
      present: (hit) => new SearchHitNode(hit, loaders),
      about: { ...answer, belongings, loaders } satisfies FoundList,
    });
  }
}
