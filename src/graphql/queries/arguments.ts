import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { EntityListArgs, FactListArgs, PageArgs } from '../types/arguments.js';
import { EntityKindEnum, FactKindEnum, RoleEnum } from '../types/enums.js';

const keys = (description: string) => ({
  nullable: true,
  description: `${description} Keys; one of them is enough.`,
});

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
}

@ArgsType()
export class SourcesArgs extends PageArgs {}

@ArgsType()
export class TrainingsArgs extends FactListArgs {
  @Field(() => [String], keys('Who taught: doctors, persons, hospitals, organisations.'))
  trainers?: string[];

  @Field(() => [String], keys('Who was taught: doctors, persons, hospitals, organisations.'))
  trainees?: string[];

  @Field(() => [String], keys('What was taught.'))
  techniques?: string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether `techniques` stand for all narrower techniques too.',
  })
  narrower?: boolean | null;

  @Field(
    () => [String],
    keys(
      'Hospitals or organisations in any role: place, trainer, trainee or sender. Their parts are not included.',
    ),
  )
  hospitals?: string[];

  @Field(() => [String], keys('Hospitals or organisations where it took place.'))
  places?: string[];

  @Field(() => [String], keys('The programme it belonged to.'))
  programmes?: string[];

  @Field(
    () => [String],
    keys('The country of the trainer’s side, stated or inferred; see `Training.trainerCountries`.'),
  )
  trainerCountries?: string[];

  @Field(() => [String], keys('The country of the place, stated or inferred; see `Training.placeCountries`.'))
  placeCountries?: string[];
}

@ArgsType()
export class ChangesetArgs {
  @Field(() => Int, { description: 'The number of the changeset, from 1.' })
  number!: number;
}
