import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { USUAL_FACTS } from '../../traversals/index.js';
import type { PageArguments } from '../paging.js';
import { EntityOrderEnum, FactOrderEnum, ModalityEnum, StatusEnum } from './enums.js';
import { StandpointArgs, TimeFilterInput } from './standpoint.js';

/** What an argument is that takes a list of keys. */
export const keys = (description: string) => ({
  nullable: true,
  description: `${description} Keys; one of them is enough.`,
});

/** What the argument `narrower` is beside `techniques`. */
export const NARROWER = {
  nullable: true,
  defaultValue: true,
  description: 'Whether `techniques` stand for all narrower techniques too.',
};

/** What the argument `identity` is of lists of entities that are read as they are now. */
export const LISTED_ONCE = {
  nullable: true,
  defaultValue: 'JUDGED',
  description:
    'What may be treated as one. Of what is treated as one, one entity is listed: in the place of the first of its members that fits.',
};

/** Adds Relay's arguments of a connection to a class of arguments. */
export function PageFields(type: new () => PageArguments): void {
  const add = (name: keyof PageArguments, field: () => unknown, description: string) =>
    Field(field as () => StringConstructor, { nullable: true, description })(type.prototype as object, name);
  add('first', () => Int, 'How many items from the start of the list; 20 when left out, 100 at the most.');
  add(
    'after',
    () => String,
    'Only items behind this cursor, which an earlier page of the same list, asked with the same arguments, gave.',
  );
  add('last', () => Int, 'How many items from the end of the list, 100 at the most.');
  add('before', () => String, 'Only items before this cursor, which a page of the same list gave.');
}

/** Relay's arguments of a connection. */
@PageFields
@ArgsType()
export class PageArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

@InputType('FactFilter', {
  description:
    'Which facts are meant. What is left out has the default, and so has the whole filter when it is left out.',
})
export class FactFilterInput {
  @Field(() => [StatusEnum], {
    nullable: true,
    defaultValue: USUAL_FACTS.statuses,
    description:
      'Only facts of these statuses. Unreviewed and withdrawn ones are left out unless asked for; null is as if left out.',
  })
  statuses: readonly string[] | null = USUAL_FACTS.statuses;

  @Field(() => [ModalityEnum], {
    nullable: true,
    defaultValue: USUAL_FACTS.modalities,
    description:
      'Only claims of these sorts. What is merely planned or proposed is left out unless asked for.',
  })
  modalities: readonly string[] | null = USUAL_FACTS.modalities;

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

/** What every question about facts takes: which facts count, and in which state of the graph. */
@ArgsType()
export class QuestionArgs extends StandpointArgs {
  @Field(() => TimeFilterInput, { nullable: true, description: 'Only facts that were true then.' })
  time?: TimeFilterInput | null;

  @Field(() => FactFilterInput, { nullable: true, description: 'Which facts are meant.' })
  filter?: FactFilterInput | null;
}

/** What every list of facts takes. */
@PageFields
@ArgsType()
export class FactListArgs extends QuestionArgs implements PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;

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
