import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { candidatePlace, identityCandidates } from '../../traversals/index.js';
import type { Likelihood } from '../../traversals/index.js';
import type { Context } from '../context.js';
import type { PageArguments } from '../paging.js';
import { PageFields } from '../types/arguments.js';
import { questionComplexity } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { EntityKindEnum } from '../types/enums.js';
import { StandpointArgs, standpointOf } from '../types/standpoint.js';
import { IdentityCandidateConnection, IdentityCandidateNode, LikelihoodEnum } from './candidatesTypes.js';
import { connectComputed } from './list.js';
import { noting } from './open.js';

@PageFields
@ArgsType()
class IdentityCandidatesArgs extends StandpointArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Pairs of which this entity is one: "doctor/nguyen-phu-huu". Either `key` or `kind` must be given.',
  })
  key?: string | null;

  @Field(() => EntityKindEnum, { nullable: true, description: 'All pairs of entities of this kind.' })
  kind?: string | null;

  @Field(() => LikelihoodEnum, {
    nullable: true,
    defaultValue: 'POSSIBLE',
    description: 'LIKELY: only pairs that are most likely one. POSSIBLE: also those that are worth a look.',
  })
  atLeast?: Likelihood | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether pairs are shown too on which a judgement stands, on just the two or through others that are judged the same.',
  })
  judged?: boolean | null;
}

/** Which entities may be the same. */
@Resolver()
export class IdentityCandidateQueries {
  @Query(() => IdentityCandidateConnection, {
    complexity: questionComplexity('whole'),
    description:
      'Pairs of entities of one kind that may be the same, the most likely first, each with what speaks for and against it. They are ' +
      'suggestions for somebody who judges: nothing is merged by them, and pairs that are judged are left out unless asked for. How rare ' +
      'a word is, is that of now.',
  })
  async identityCandidates(
    @Args(() => IdentityCandidatesArgs) args: IdentityCandidatesArgs,
    @Ctx() context: Context,
  ): Promise<Connection> {
    const loaders = noting(await context.loaders(standpointOf(args)));
    const answer = await identityCandidates(loaders.view, {
      ...(args.key == null ? {} : { key: args.key }),
      ...(args.kind == null ? {} : { kind: args.kind }),
      atLeast: args.atLeast ?? 'POSSIBLE',
      judged: args.judged ?? false,
    });
    return connectComputed(IdentityCandidateConnection, args, {
      order: 'CANDIDATES',
      places: /^[01]\.\d{4} \S+ \S+$/,
      loaders,
      items: answer.candidates,
      placeOf: candidatePlace,
      present: (candidate) => new IdentityCandidateNode(candidate, loaders),
      about: answer,
    });
  }
}
