import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { EntityListArgs, FactListArgs, LISTED_ONCE, PageArgs, keys } from '../types/arguments.js';
import type { Identity } from '../../ontology/index.js';
import { EntityKindEnum, FactKindEnum, IdentityEnum, RoleEnum } from '../types/enums.js';

@InputType('ParticipantFilter', { description: 'Somebody who must play a role.' })
export class ParticipantFilterInput {
  @Field(() => [String], { description: 'The keys of entities, of which one must play the role.' })
  entities!: string[];

  @Field(() => [RoleEnum], { nullable: true, description: 'The roles; any when left out.' })
  roles?: string[];
}

@ArgsType()
export class FactsArgs extends FactListArgs {
  @Field(() => [FactKindEnum], { nullable: true, description: 'Only facts of these kinds.' })
  kinds?: string[];

  @Field(() => [ParticipantFilterInput], {
    nullable: true,
    description:
      'Who must play a role in it. All of these must hold: two of them find what two entities share.',
  })
  participants?: ParticipantFilterInput[];
}

@ArgsType()
export class EntitiesArgs extends EntityListArgs {
  @Field(() => [EntityKindEnum], { nullable: true, description: 'Only entities of these kinds.' })
  kinds?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Only entities with this name, whatever the order of its words, its marks and its case: "Huu Nguyen Phu".',
  })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Only the entity with this external id, as "scheme:value": "iso3166:VN".',
  })
  externalId?: string;

  @Field(() => [String], keys('Only entities that cite one of these sources.'))
  sources?: string[];

  @Field(() => IdentityEnum, LISTED_ONCE)
  identity?: Identity | null;
}

@ArgsType()
export class SourcesArgs extends PageArgs {}

@ArgsType()
export class ChangesetArgs {
  @Field(() => Int, { description: 'The number of the changeset, from 1.' })
  number!: number;
}
