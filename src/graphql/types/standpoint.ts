import { ArgsType, Field, InputType } from 'type-graphql';
import { ConfrereError } from '../../errors.js';
import { parsePeriod } from '../../ontology/index.js';
import type { Identity } from '../../ontology/index.js';
import type { TimeCondition } from '../../store/port.js';
import type { StandpointAsked } from '../../traversals/index.js';
import type { Loaders } from '../loaders.js';
import { demandPin, pinOf } from '../paging.js';
import type { PageArguments } from '../paging.js';
import { CertaintyEnum, IdentityEnum } from './enums.js';

/*
 * The two clocks of a question, and the sources that it does without: when a fact was true, and what was known when.
 */

@InputType('TimeFilter', { description: 'When facts must be true, and how sure that must be.' })
export class TimeFilterInput {
  @Field(() => String, { nullable: true, description: 'True on this day: "2020-03-05".' })
  trueOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'True at some time within this day, month, year or interval, as EDTF: "2020-03", "2020", "2018/2020", "2018/..".',
  })
  trueDuring?: string | null;

  @Field(() => CertaintyEnum, {
    nullable: true,
    defaultValue: 'CERTAIN',
    description: 'How sure it must be.',
  })
  certainty?: 'CERTAIN' | 'POSSIBLE' | null;
}

/** What every question takes to say which state of the graph it is about. */
@ArgsType()
export class StandpointArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The answer as the graph stood then: the number of a changeset ("12"), a day or month to its end ("2026-03-05", UTC), or an instant ' +
      '("2026-03-05T12:00:00Z"). Now when left out; further pages see what the first one saw.',
  })
  asKnownOn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The answer as if these sources (keys) did not exist. That others derive from one of them is still known: they are no more independent without it.',
  })
  withoutSources?: string[] | null;

  @Field(() => IdentityEnum, {
    nullable: true,
    description:
      'What may be treated as one: then it is one entity, found by any of its keys, with the facts of all. JUDGED when left out, or ' +
      'as around the list.',
  })
  identity?: Identity | null;
}

/**
 * What a field asks of the state of the graph; a cursor brings back the state that its list began with. Refuses with
 * BAD_CURSOR one of another state than the query asks for the value `within` which the list stands.
 */
export function standpointOf(args: StandpointArgs & PageArguments, within?: Loaders): StandpointAsked {
  const pin = pinOf(args);
  if (args.asKnownOn == null && within?.isStated === true) demandPin(args, within.view.knownIn);
  const asKnownOn = args.asKnownOn ?? (pin === undefined ? undefined : String(pin));
  return {
    ...(asKnownOn === undefined ? {} : { asKnownOn }),
    ...(args.withoutSources == null ? {} : { withoutSources: args.withoutSources }),
    ...(args.identity == null ? {} : { identity: args.identity }),
  };
}

/** Reads a filter on time. Refuses with BAD_TIME. */
export function timeCondition({ trueOn, trueDuring, certainty }: TimeFilterInput): TimeCondition {
  if ((trueOn == null) === (trueDuring == null)) {
    throw new ConfrereError(
      'BAD_TIME',
      `\`time\` has ${trueOn == null ? 'neither `trueOn` nor' : 'both `trueOn` and'} \`trueDuring\`; expected one of them.`,
    );
  }
  const period = parsePeriod(trueOn ?? trueDuring ?? '');
  if (trueOn != null && period.from !== period.to) {
    throw new ConfrereError(
      'BAD_TIME',
      `\`trueOn\` is "${trueOn.slice(0, 100)}"; expected a day, such as "2020-03-05". For anything longer use \`trueDuring\`.`,
    );
  }
  return { period, certainty: certainty ?? 'CERTAIN' };
}
