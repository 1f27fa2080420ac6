import { Int, ObjectType } from 'type-graphql';
import { ontology } from '../../ontology/index.js';
import type { Dependent, Fragility, FragilityQuestion } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { PageArgs } from '../types/arguments.js';
import { connectionComplexity, connectionType } from '../types/connection.js';
import { CorroborationNode } from '../types/corroboration.js';
import type { Connection } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { EntityNode } from '../types/entity.js';
import { enumOf } from '../types/enums.js';
import { FactConnection } from '../types/factConnection.js';
import { FactNode } from '../types/fact.js';
import { factClasses, loadEntity, loadFact } from '../types/present.js';
import { connectFacts } from './factList.js';
import { connectComputed } from './list.js';
import { attributionField } from './sideTypes.js';

export const SupportEnum = enumOf('Support', 'On what a hospital, country or technique may hang.', {
  TRAINER: 'On one trainer: a single one is named in all its trainings, and no unnamed people taught.',
  SOURCE: 'On one source: all its trainings are told by sources that count as one.',
});

/** By what those that were taught are told apart. */
export type TaughtAsked = Pick<FragilityQuestion, 'of' | 'inferred'>;

@ObjectType('DependentTraining', { description: 'A training on which something hangs.' })
class DependentTrainingNode {
  constructor(
    /** Its key. */
    readonly fact: string,
    readonly dependent: string,
    readonly asked: TaughtAsked,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  DependentTrainingNode,
  'record',
  () => factClasses.get('Training') ?? FactNode,
  { description: 'The training itself, with its citations.' },
  ({ fact, loaders }) => loadFact(fact, loaders),
);
attributionField(
  DependentTrainingNode,
  'at',
  'Why the training belongs to the hospital or country. Empty for a technique, which it names or a narrower one.',
  ({ dependent, asked: { of, inferred } }, { kind }) => {
    const { arrival } = ontology.factKind(kind);
    return {
      grain: of === 'COUNTRY' ? 'COUNTRY' : 'HOSPITAL',
      sides: of === 'TECHNIQUE' || arrival === undefined ? [] : [arrival.at],
      counts: ({ key, basis }) => key === dependent && (inferred || basis === 'STATED'),
    };
  },
);

const DependentTrainingConnection = connectionType('DependentTraining', () => DependentTrainingNode);

/** What hangs on one trainer or one source, or might. */
@ObjectType('Dependent', {
  description: 'A hospital, country or technique, with how many trainers and sources it hangs on.',
})
export class DependentNode {
  constructor(
    readonly dependent: Dependent,
    readonly asked: TaughtAsked,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  DependentNode,
  'entity',
  () => EntityNode,
  { description: 'The hospital, country or technique.' },
  ({ dependent, loaders }) => loadEntity(dependent.key, loaders),
);
plain(
  DependentNode,
  'hangsOn',
  () => [SupportEnum],
  { description: 'What it hangs on. Empty where there are several trainers and several sources.' },
  ({ dependent }) => dependent.hangsOn,
);
const number = (name: string, description: string, read: (dependent: Dependent) => number) =>
  plain(
    DependentNode,
    name,
    () => Int,
    { description },
    ({ dependent }) => read(dependent),
  );
number(
  'trainerCount',
  'How many trainers are named: people and institutions. Unnamed ones are not among them, so there may be more.',
  ({ trainerCount }) => trainerCount,
);
number(
  'groupTrainingCount',
  'In how many trainings unnamed people taught. Where there are such, nobody knows how many taught.',
  ({ groupLessonCount }) => groupLessonCount,
);
number(
  'untoldTrainingCount',
  'Of how many trainings nobody says who taught.',
  ({ untoldLessonCount }) => untoldLessonCount,
);
resolved(
  DependentNode,
  'oneTrainer',
  () => EntityNode,
  { description: 'The only trainer; null where there are others, or may be.', nullable: true },
  ({ dependent: { oneTrainer }, loaders }) => (oneTrainer === null ? null : loadEntity(oneTrainer, loaders)),
);
resolved(
  DependentNode,
  'corroboration',
  () => CorroborationNode,
  { description: 'How many independent sources tell of its trainings, and which count as one.' },
  async ({ dependent, loaders }) =>
    new CorroborationNode(await loaders.sourceGroups.load(dependent.sources), loaders),
);
resolved<DependentNode, PageArgs>(
  DependentNode,
  'trainings',
  () => DependentTrainingConnection,
  { description: 'Its trainings, by time.', args: PageArgs, complexity: connectionComplexity },
  ({ dependent, asked, loaders }, args) =>
    connectComputed(DependentTrainingConnection, args, {
      order: 'TIME',
      places: /^\d{34}\|\S+$/,
      loaders,
      items: dependent.lessons,
      placeOf: ({ order }) => order,
      present: ({ key }) => new DependentTrainingNode(key, dependent.key, asked, loaders),
    }),
);

/** What the list says of the whole. */
export interface FragilityAbout {
  answer: Fragility;
  loaders: Loaders;
}

/** What hangs on one trainer or source, page by page. */
export const DependentConnection = connectionType('Dependent', () => DependentNode);

plain(
  DependentConnection,
  'taughtCount',
  () => Int,
  { description: 'Of how many hospitals, countries or techniques trainings tell, whatever they hang on.' },
  ({ about }) => (about as FragilityAbout).answer.taughtCount,
);
resolved<Connection, PageArgs>(
  DependentConnection,
  'unattributed',
  () => FactConnection,
  {
    description:
      'The trainings that fit, but of which no hospital, country or technique is known that they belong to, by time. With `hangingOn` null ' +
      'each training that fits is one of these or stands under some of the list. Empty where `keys` are given.',
    args: PageArgs,
    complexity: connectionComplexity,
  },
  ({ about }, args) => {
    const { answer, loaders } = about as FragilityAbout;
    return connectFacts(
      args,
      answer.unattributed.map(({ order }) => order),
      loaders,
    );
  },
);
cutField(
  DependentConnection,
  'Why the answer is not whole; null where it is. Where it is not, something may hang on more than is counted here.',
  ({ about }) => (about as FragilityAbout).answer.cut,
);
