import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { CertaintyEnum, EntityOrderEnum, FactOrderEnum, ModalityEnum, StatusEnum } from './enums.js';

/** Relay's arguments of a connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many items from the start of the list; 20 when left out, 100 at the most.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Only items behind this cursor.' })
  after?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many items from the end of the list, 100 at the most.',
  })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string;
}

@InputType('TimeFilter', { description: 'A time, and how sure it must be that a fact falls into it.' })
export class TimeFilterInput {
  @Field(() => String, {
    description:
      'A day, month, year or interval as EDTF: "2020-03-05", "2020-03", "2020", "2018/2020", "2018/..".',
  })
  during!: string;

  @Field(() => CertaintyEnum, {
    nullable: true,
    defaultValue: 'CERTAIN',
    description: 'How sure it must be.',
  })
  certainty?: 'CERTAIN' | 'POSSIBLE' | null;
}

/** What a list of facts leaves out unless it is asked for: what nobody has reviewed, what is withdrawn, merely planned, or denied. */
export const USUAL_FACTS = { statuses: ['ACCEPTED', 'DISPUTED'], modalities: ['FACTUAL'], negated: false };

@InputType('FactFilter', {
  description:
    'Which facts are meant. What is left out has the default, and so has the whole filter when it is left out.',
})
export class FactFilterInput {
  @Field(() => [StatusEnum], {
    nullable: true,
    defaultValue: USUAL_FACTS.statuses,
    description: 'Only facts of these statuses. Unreviewed and withdrawn ones are left out unless asked for.',
  })
  statuses: string[] | null = USUAL_FACTS.statuses;

  @Field(() => [ModalityEnum], {
    nullable: true,
    defaultValue: USUAL_FACTS.modalities,
    description:
      'Only claims of these sorts. What is merely planned or proposed is left out unless asked for.',
  })
  modalities: string[] | null = USUAL_FACTS.modalities;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: USUAL_FACTS.negated,
    description: 'False: what sources affirm. True: what they deny. Null: both.',
  })
  negated: boolean | null = USUAL_FACTS.negated;

  @Field(() => [String], {
    nullable: true,
    description: 'Only facts that cite one of these sources, by key.',
  })
  sources?: string[] | null;
}

/** What every list of facts takes. */
@ArgsType()
export class FactListArgs extends PageArgs {
  @Field(() => TimeFilterInput, { nullable: true, description: 'Only facts that fall into this time.' })
  time?: TimeFilterInput | null;

  @Field(() => FactFilterInput, { nullable: true, description: 'Which facts are meant.' })
  filter?: FactFilterInput | null;

  @Field(() => FactOrderEnum, { nullable: true, defaultValue: 'TIME', description: 'The order of the list.' })
  order?: string | null;
}

/** A list of entities. */
@ArgsType()
export class EntityListArgs extends PageArgs {
  @Field(() => EntityOrderEnum, {
    nullable: true,
    defaultValue: 'NAME',
    description: 'The order of the list.',
  })
  order?: string | null;
}
