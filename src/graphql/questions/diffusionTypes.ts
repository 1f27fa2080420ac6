import { Int, ObjectType } from 'type-graphql';
import { isoDay, ontology } from '../../ontology/index.js';
import type { Diffusion, FirstShowing, Origin, ReachedPlace, Showing } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { CertaintyEnum } from '../types/enums.js';
import { FactConnection } from '../types/factConnection.js';
import { FactNode } from '../types/fact.js';
import { loadEntity, loadFact } from '../types/present.js';
import { connectFacts } from './factList.js';
import type { FlowAsked } from './flowDetails.js';
import { connectComputed } from './list.js';
import { attributionField } from './sideTypes.js';
import type { SidesAsked } from './sideTypes.js';

/** A fact that may be the first to show a technique at a place. */
@ObjectType('FirstArrival', { description: 'A fact that may be the first to show a technique at a place.' })
class FirstArrivalNode {
  readonly fact: string;

  constructor(
    readonly first: FirstShowing,
    readonly place: string,
    readonly asked: FlowAsked,
    readonly loaders: Loaders,
  ) {
    this.fact = first.fact.key;
  }
}

resolved(
  FirstArrivalNode,
  'record',
  () => FactNode,
  { description: 'The fact itself, with its citations.' },
  ({ fact, loaders }) => loadFact(fact, loaders),
);
plain(
  FirstArrivalNode,
  'certainty',
  () => CertaintyEnum,
  {
    description:
      'CERTAIN where no other fact about the place can have been earlier, whatever the dates leave open; an undated one always can.',
  },
  ({ first }) => first.certainty,
);
attributionField(
  FirstArrivalNode,
  'at',
  'Why the fact shows the technique at this place.',
  ({ place, asked }, { kind }) => on(kind, 'at', asked, (key) => key === place),
);
attributionField(
  FirstArrivalNode,
  'from',
  'From whom it came: other hospitals or countries. Empty where no other is known.',
  ({ place, asked }, { kind }) => on(kind, 'from', asked, (key) => key !== place),
);

function on(
  kind: string,
  which: 'at' | 'from',
  { grain, inferred }: FlowAsked,
  isMeant: (key: string) => boolean,
): SidesAsked {
  const { arrival } = ontology.factKind(kind);
  return {
    grain,
    sides: arrival === undefined ? [] : [arrival[which]],
    counts: ({ key, basis }) => isMeant(key) && (inferred || basis === 'STATED'),
  };
}

/** From whom a technique came. */
@ObjectType('TechniqueOrigin', {
  description: 'A hospital or country from which a technique came to a place.',
})
class TechniqueOriginNode {
  constructor(
    readonly origin: Origin,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  TechniqueOriginNode,
  'entity',
  () => EntityNode,
  { description: 'The hospital or country.' },
  ({ origin, loaders }) => loadEntity(origin.key, loaders),
);
plain(
  TechniqueOriginNode,
  'factCount',
  () => Int,
  { description: 'How many of the facts in `first` say so.' },
  ({ origin }) => origin.factCount,
);

const FirstArrivalConnection = connectionType('FirstArrival', () => FirstArrivalNode);
const TechniqueOriginConnection = connectionType('TechniqueOrigin', () => TechniqueOriginNode);

/** A place that a technique reached. */
@ObjectType('TechniqueArrival', { description: 'A hospital or country that a technique reached.' })
export class TechniqueArrivalNode {
  constructor(
    readonly reached: ReachedPlace,
    readonly asked: FlowAsked,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  TechniqueArrivalNode,
  'place',
  () => EntityNode,
  { description: 'The hospital or country.' },
  ({ reached, loaders }) => loadEntity(reached.key, loaders),
);
plain(
  TechniqueArrivalNode,
  'earliest',
  () => String,
  {
    description:
      'The earliest day on which the first of the dated facts may have begun. Null where nothing bounds it, as where one had begun before ' +
      'every day that it names ("../2011"), or nobody says when it began ("/2011"), and where no fact is dated.',
    nullable: true,
  },
  ({ reached }) => dayText(reached.earliest),
);
plain(
  TechniqueArrivalNode,
  'latest',
  () => String,
  {
    description:
      'The day by which it was there for certain, as far as dated facts tell: by then one of them had begun, whatever the dates leave open, ' +
      'though which of them was first may be open. ' +
      'A fact that had begun before every day that it names counts from the first day on which it can have ended: "../2011" from 2011-01-01. ' +
      'Null where no fact is dated.',
    nullable: true,
  },
  ({ reached }) => dayText(reached.latest),
);

function dayText(day: number | null): string | null {
  return day === null ? null : isoDay(day);
}

const paged = (description: string) => ({ description, args: PageArgs, complexity: connectionComplexity });

resolved<TechniqueArrivalNode, PageArgs>(
  TechniqueArrivalNode,
  'first',
  () => FirstArrivalConnection,
  paged('The dated facts that may be the first, by time: where dates overlap, there are several.'),
  ({ reached, asked, loaders }, args) =>
    connectComputed(FirstArrivalConnection, args, {
      order: 'TIME',
      places: /^\d{34}\|\S+$/,
      loaders,
      items: reached.first,
      placeOf: ({ fact }) => fact.order,
      present: (first) => new FirstArrivalNode(first, reached.key, asked, loaders),
    }),
);
resolved<TechniqueArrivalNode, PageArgs>(
  TechniqueArrivalNode,
  'from',
  () => TechniqueOriginConnection,
  paged('From whom it came, by the facts that may be the first: other hospitals or countries, by key.'),
  ({ reached, loaders }, args) =>
    connectComputed(TechniqueOriginConnection, args, {
      order: 'KEY',
      places: /^\S+$/,
      loaders,
      items: reached.from,
      placeOf: ({ key }) => key,
      present: (origin) => new TechniqueOriginNode(origin, loaders),
    }),
);
resolved<TechniqueArrivalNode, PageArgs>(
  TechniqueArrivalNode,
  'later',
  () => FactConnection,
  paged('The dated facts that came later for certain, by time.'),
  ({ reached, loaders }, args) => connectFacts(args, ordersOf(reached.later), loaders),
);
resolved<TechniqueArrivalNode, PageArgs>(
  TechniqueArrivalNode,
  'undated',
  () => FactConnection,
  paged('The facts that have no date that tells a year. Each may be earlier than all of the others.'),
  ({ reached, loaders }, args) => connectFacts(args, ordersOf(reached.undated), loaders),
);

function ordersOf(facts: readonly Showing[]): string[] {
  return facts.map(({ order }) => order);
}

/** The places that a technique reached, page by page. */
export const TechniqueArrivalConnection = connectionType('TechniqueArrival', () => TechniqueArrivalNode);

/** Places of which no fact is dated. */
const UndatedArrivalConnection = connectionType('UndatedArrival', () => TechniqueArrivalNode);

/** What the list says of the whole. */
export interface DiffusionAbout {
  answer: Diffusion;
  asked: FlowAsked;
  loaders: Loaders;
}

plain(
  TechniqueArrivalConnection,
  'factCount',
  () => Int,
  { description: 'How many facts show the technique at some place, dated or not; each counted once.' },
  ({ about }) => (about as DiffusionAbout).answer.factCount,
);
resolved<Connection, PageArgs>(
  TechniqueArrivalConnection,
  'undated',
  () => UndatedArrivalConnection,
  paged('The places that it reached nobody says when, by key.'),
  ({ about }, args) => {
    const { answer, asked, loaders } = about as DiffusionAbout;
    return connectComputed(UndatedArrivalConnection, args, {
      order: 'KEY',
      places: /^\S+$/,
      loaders,
      items: answer.undated,
      placeOf: ({ key }) => key,
      present: (place) => new TechniqueArrivalNode(place, asked, loaders),
    });
  },
);
resolved<Connection, PageArgs>(
  TechniqueArrivalConnection,
  'unknownPlace',
  () => FactConnection,
  paged('The facts that show the technique in use, but not where.'),
  ({ about }, args) => {
    const { answer, loaders } = about as DiffusionAbout;
    return connectFacts(args, ordersOf(answer.nowhere), loaders);
  },
);
cutField(
  TechniqueArrivalConnection,
  'Why the answer is not whole; null where it is. Facts are read by time, so that the latest are missing.',
  ({ about }) => (about as DiffusionAbout).answer.cut,
);
