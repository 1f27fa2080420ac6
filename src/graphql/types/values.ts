import { Field, Float, Int, ObjectType } from 'type-graphql';
import { NameKindEnum, PeriodEnum, StatusEnum } from './enums.js';

/** The small values inside records. Their fields are read as they stand, so none of them needs a resolver. */

@ObjectType('Name', {
  description: 'A name of an entity, spelled as a source spells it.',
  simpleResolvers: true,
})
export class NameValue {
  @Field(() => String, { description: 'The name.' })
  text!: string;

  @Field(() => NameKindEnum, { description: 'What sort of name it is.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'The language as a BCP 47 tag, where it is known.' })
  language?: string;

  @Field(() => String, { nullable: true, description: 'When the name was in use, as EDTF.' })
  valid?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why an editor added it. Null when a source of the entity spells it so.',
  })
  editor?: string;
}

@ObjectType('ExternalId', { description: 'An id that another system has given.', simpleResolvers: true })
export class ExternalIdValue {
  @Field(() => String, { description: 'The system: iso3166, wikidata, ror, orcid, mesh.' })
  scheme!: string;

  @Field(() => String, { description: 'The id there.' })
  value!: string;
}

@ObjectType('Quantity', {
  description: 'How many, in the source’s words, with bounds only where the words give them.',
  simpleResolvers: true,
})
export class QuantityValue {
  @Field(() => String, { description: 'The words of the source: "400-500", "hundreds". Show these.' })
  text!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower bound, included; null when the words give none.',
  })
  min?: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The upper bound, included; null when the words give none.',
  })
  max?: number;

  @Field(() => PeriodEnum, { nullable: true, description: 'The period in which it happens again and again.' })
  per?: string;

  @Field(() => String, { nullable: true, description: 'What is counted: "doctors", "EUR", "%".' })
  unit?: string;
}

@ObjectType('Locator', {
  description: 'Where in a source. At least one field is set.',
  simpleResolvers: true,
})
export class LocatorValue {
  @Field(() => String, { description: 'All of it in words, fit to show: "paragraph 4".' })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The paragraph: the number of the non-empty line, from 1.',
  })
  paragraph?: number;

  @Field(() => String, { nullable: true, description: 'The page, as printed.' })
  page?: string;

  @Field(() => String, { nullable: true, description: 'The time in a recording.' })
  time?: string;

  @Field(() => String, { nullable: true, description: 'The section, heading, table or figure.' })
  section?: string;
}

@ObjectType('Time', {
  description:
    'When, as EDTF (ISO 8601-2), with what it means: a begin and an end, each between an earliest and a latest day. ' +
    'An approximate or uncertain date reaches one unit (year, month, day) further on each side.',
  simpleResolvers: true,
})
export class TimeValue {
  @Field(() => String, { description: 'EDTF, as recorded: "2016-11", "2018/2020", "2014/..", "XXXX-11-27".' })
  edtf!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The earliest day on which it may have begun; null if unknown.',
  })
  earliestStart!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The latest day on which it may have begun; null if unknown.',
  })
  latestStart!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The earliest day on which it may have ended; null if unknown or open.',
  })
  earliestEnd!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The latest day on which it may have ended; null if unknown or open.',
  })
  latestEnd!: string | null;

  @Field(() => Boolean, {
    description: 'True for an open end (".."): it goes on, as far as the source says.',
  })
  openEnd!: boolean;

  @Field(() => Boolean, { description: 'True when the source does not say when it ended.' })
  unknownEnd!: boolean;

  @Field(() => Boolean, { description: 'True when the source gives a date as approximate ("~", "%").' })
  approximate!: boolean;

  @Field(() => Boolean, { description: 'True when the source is unsure of a date ("?", "%").' })
  uncertain!: boolean;

  @Field(() => String, {
    nullable: true,
    description: '"MM-DD" or "MM" when that is known but the year is not.',
  })
  yearless!: string | null;
}

@ObjectType('StatusChange', { description: 'A status that a fact has had.', simpleResolvers: true })
export class StatusChangeValue {
  @Field(() => StatusEnum, { description: 'The status.' })
  status!: string;

  @Field(() => Int, { description: 'The number of the changeset that gave it.' })
  changeset!: number;

  @Field(() => String, { description: 'The instant, ISO 8601 in UTC.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note?: string;
}

@ObjectType('PageInfo', { description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfoValue {
  @Field(() => Boolean, {
    description: 'Whether more follows. When paging backwards: whether something may follow.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether more lies before. When paging forwards: whether something may lie before.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The first item’s cursor; pass it as `before`.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The last item’s cursor; pass it as `after`.' })
  endCursor!: string | null;
}

@ObjectType('Changeset', { description: 'A write that landed, whole.', simpleResolvers: true })
export class ChangesetValue {
  @Field(() => Int, { description: 'Its number; later ones have higher numbers.' })
  number!: number;

  @Field(() => String, { description: 'Who wrote.' })
  author!: string;

  @Field(() => String, { description: 'What for.' })
  note!: string;

  @Field(() => String, { description: 'When, ISO 8601 in UTC.' })
  at!: string;
}
