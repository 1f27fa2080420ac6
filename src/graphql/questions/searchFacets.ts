import { Field, Int, ObjectType } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { COMPANIONS_ROLES_MAXIMUM } from '../../store/port.js';
import { kindFacet, subjectFacet } from '../../traversals/index.js';
import type { Belongings, FacetCount, Hit, Subject } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import type { Connection, ConnectionClass } from '../types/connection.js';
import { EntityKindEnum } from '../types/enums.js';
import { entityClasses, loadEntity } from '../types/present.js';

/** What it takes to belong to a country or to a technique, in words. */
export const BELONGING: Readonly<Record<Subject, string>> = {
  Country:
    'that are one of them, lie there, or take part in a fact with one of them or with an institution that lies there',
  Technique: 'that are one of them, or take part in a fact with one of them',
};

const FACTS_MEANT =
  `Facts are those that lists of facts have unless asked otherwise; of an entity that plays more than ${COMPANIONS_ROLES_MAXIMUM} roles in ` +
  'facts they are not looked at.';

/** The most countries or techniques that are counted out. */
const SHOWN_MAXIMUM = 100;

@ObjectType('KindCount', { description: 'How many of a list are of a kind.', simpleResolvers: true })
class KindCountValue {
  @Field(() => EntityKindEnum, { description: 'The kind.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

class SubjectCountNode {
  constructor(
    readonly facet: FacetCount,
    readonly loaders: Loaders,
  ) {}
}

@ObjectType('CountryCount', { description: 'How many of a list belong to a country.' })
class CountryCountNode extends SubjectCountNode {}

@ObjectType('TechniqueCount', { description: 'How many of a list belong to a technique.' })
class TechniqueCountNode extends SubjectCountNode {}

/** The hits of a whole list, and what tells where they belong. */
export interface FacetsOf {
  hits: readonly Hit[];
  belongings: Belongings;
  loaders: Loaders;
}

/** Adds to a list of hits how many of them belong to what; it is worked out only for those who ask. */
export function addFacets(type: ConnectionClass, facetsOf: (list: Connection) => FacetsOf): void {
  plain<Connection>(
    type,
    'kinds',
    () => [KindCountValue],
    { description: 'How many of all the hits are of which kind, most first, then by kind.' },
    (list) => kindFacet(facetsOf(list).hits).map(({ value, count }) => ({ kind: value, count })),
  );
  addSubject(type, facetsOf, {
    field: 'countries',
    subject: 'Country',
    node: CountryCountNode,
    description:
      'How many of all the hits belong to which country: lie there, are it, or take part in a fact with it or with an institution that lies there.',
  });
  addSubject(type, facetsOf, {
    field: 'techniques',
    subject: 'Technique',
    node: TechniqueCountNode,
    description:
      'How many of all the hits belong to which technique: are it, or take part in a fact with it; with `narrower`, or with a narrower one.',
  });
}

interface SubjectField {
  field: string;
  subject: Subject;
  node: typeof SubjectCountNode;
  description: string;
}

function addSubject(
  type: ConnectionClass,
  facetsOf: (list: Connection) => FacetsOf,
  { field, subject, node, description }: SubjectField,
): void {
  const name = subject.toLowerCase();
  resolved<SubjectCountNode>(
    node,
    name,
    () => entityClasses.get(subject),
    { description: `The ${name}.` },
    ({ facet, loaders }) => loadEntity(facet.value, loaders),
  );
  plain<SubjectCountNode>(
    node,
    'count',
    () => Int,
    {
      description: `How many of these hits. Asked for alone, there may be more: what answers less well is looked for where little answers well.`,
    },
    ({ facet }) => facet.count,
  );
  resolved<Connection>(
    type,
    field,
    () => [node],
    {
      description: `${description} ${FACTS_MEANT} Most first, then by key; no more than ${SHOWN_MAXIMUM}.`,
      complexity: ({ childComplexity }: ComplexityEstimatorArgs) => 1 + SHOWN_MAXIMUM * childComplexity,
    },
    async (list) => {
      const { hits, belongings, loaders } = facetsOf(list);
      const facets = await subjectFacet(hits, belongings, subject);
      return facets.slice(0, SHOWN_MAXIMUM).map((facet) => new node(facet, loaders));
    },
  );
}
