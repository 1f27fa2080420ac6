import fc from 'fast-check';
import {
  EXTERNAL_ID_SCHEMES,
  MODALITIES,
  STATUSES,
  nameKey,
  searchWords,
} from '../../../src/ontology/index.js';
import type { FactStatus, Modality, Ontology } from '../../../src/ontology/index.js';
import type {
  ChangePlace,
  EntityFilter,
  FactFilter,
  LinkFilter,
  Parent,
  SourceFilter,
  WordSearch,
  WordsOf,
} from '../../../src/store/port.js';
import { searched } from './text.js';
import { period } from './times.js';
import { ABSENT_KEYS, anyEntityKey, anyFactKey, entityKey, judgementKey, sourceKey } from './universe.js';

/** A place in an order: that of something which is there (the nth of all, around the end), or one that is made up. */
export type CursorWish = { nth: number } | { madeUp: string };

/** A page whose cursors are still to be taken from what is there. */
export interface PageWish<Order extends string> {
  limit: number;
  order: Order;
  descending: boolean;
  after?: CursorWish;
  before?: CursorWish;
}

type EntityPage = PageWish<'NAME' | 'KEY'>;
type FactPage = PageWish<'TIME' | 'KEY'>;
type Roles = readonly string[] | undefined;

/** A question to the port, one for each of its methods that answer one. */
export type Question =
  | { ask: 'facts' | 'judgements'; keys: readonly string[] }
  | { ask: 'sources' | 'entities'; keys: readonly string[]; knownIn?: number }
  | { ask: 'entitiesRevisedSince'; changeset: number }
  | { ask: 'changesAfter'; place: ChangePlace; limit: number }
  | { ask: 'findWords'; searches: readonly WordSearch[]; of?: WordsOf }
  | { ask: 'judgementsSince'; changeset: number; page: PageWish<'KEY'> }
  | { ask: 'changesets'; numbers: readonly number[] }
  | { ask: 'version' | 'countSources' }
  | { ask: 'findSources'; page: PageWish<'KEY'>; filter?: SourceFilter }
  | { ask: 'findEntities'; filter: EntityFilter; page: EntityPage }
  | { ask: 'countEntities'; filter: EntityFilter }
  | { ask: 'linkedTo'; parents: readonly Parent[]; filter: LinkFilter; page: EntityPage }
  | { ask: 'countLinkedTo'; parents: readonly Parent[]; filter: LinkFilter }
  | { ask: 'findFacts' | 'findFactKeys'; filter: FactFilter; page: FactPage }
  | { ask: 'countFacts'; filter: FactFilter }
  | { ask: 'factsOf'; parents: readonly Parent[]; roles: Roles; filter: FactFilter; page: FactPage }
  | { ask: 'countFactsOf'; parents: readonly Parent[]; roles: Roles; filter: FactFilter }
  | { ask: 'companionsOf'; parents: readonly Parent[]; kinds: readonly string[]; filter: FactFilter };

/** The number of a changeset: one of those that `drafts` makes, before them, or after. */
const changeset = fc.integer({ min: 0, max: 6 });

/** Any question, most of them with an answer in a graph of `drafts`. */
export function question(ontology: Ontology): fc.Arbitrary<Question> {
  const filters = filterArbitraries(ontology);
  const entityFilter = filters.entities;
  const factFilter = filters.facts;
  const { parents, roles, links, entityKinds } = filters;
  const entityPage = page<'NAME' | 'KEY'>('NAME', 'KEY');
  const factPage = page<'TIME' | 'KEY'>('TIME', 'TIME', 'KEY');
  const ask = <Name extends Question['ask']>(name: Name) => fc.constant(name);
  return fc.oneof(
    fc.record(
      { ask: ask('sources'), keys: fc.array(orAbsent(sourceKey)), knownIn: changeset },
      { requiredKeys: ['ask', 'keys'] },
    ),
    {
      weight: 2,
      arbitrary: fc.record(
        { ask: ask('entities'), keys: fc.array(orAbsent(anyEntityKey(ontology))), knownIn: changeset },
        { requiredKeys: ['ask', 'keys'] },
      ),
    },
    fc.record({ ask: ask('entitiesRevisedSince'), changeset }),
    {
      weight: 2,
      arbitrary: fc.record({
        ask: ask('changesAfter'),
        place: fc.record({
          changeset,
          key: fc.oneof(fc.constant(''), orAbsent(anyFactKey(ontology)), orAbsent(judgementKey)),
        }),
        limit: fc.nat(8),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        { ask: ask('findWords'), searches: fc.array(wordSearch, { maxLength: 4 }), of: wordsOf },
        { requiredKeys: ['ask', 'searches'] },
      ),
    },
    fc.record({ ask: ask('facts'), keys: fc.array(orAbsent(anyFactKey(ontology))) }),
    fc.record({ ask: ask('judgements'), keys: fc.array(orAbsent(judgementKey)) }),
    fc.record({ ask: ask('judgementsSince'), changeset, page: page<'KEY'>('KEY') }),
    fc.record({
      ask: ask('changesets'),
      numbers: fc.array(fc.oneof(fc.nat(6), fc.constantFrom(-1, 1.5, 2 ** 40))),
    }),
    fc.record({ ask: fc.constantFrom(...(['version', 'countSources'] as const)) }),
    fc.record(
      { ask: ask('findSources'), page: page<'KEY'>('KEY'), filter: filters.sources },
      { requiredKeys: ['ask', 'page'] },
    ),
    { weight: 3, arbitrary: fc.record({ ask: ask('findEntities'), filter: entityFilter, page: entityPage }) },
    fc.record({ ask: ask('countEntities'), filter: entityFilter }),
    {
      weight: 3,
      arbitrary: fc
        .tuple(links, entityPage)
        .map(([link, page]): Question => ({ ask: 'linkedTo', ...link, page })),
    },
    links.map((link): Question => ({ ask: 'countLinkedTo', ...link })),
    { weight: 6, arbitrary: fc.record({ ask: ask('findFacts'), filter: factFilter, page: factPage }) },
    { weight: 3, arbitrary: fc.record({ ask: ask('findFactKeys'), filter: factFilter, page: factPage }) },
    { weight: 2, arbitrary: fc.record({ ask: ask('countFacts'), filter: factFilter }) },
    {
      weight: 6,
      arbitrary: fc.record({ ask: ask('factsOf'), parents, roles, filter: factFilter, page: factPage }),
    },
    { weight: 2, arbitrary: fc.record({ ask: ask('countFactsOf'), parents, roles, filter: factFilter }) },
    {
      weight: 3,
      arbitrary: fc.record({ ask: ask('companionsOf'), parents, kinds: entityKinds, filter: factFilter }),
    },
  );
}

/** A word of a name, or of none. */
const word = fc.tuple(searched, fc.nat(5)).map(([name, place]) => searchWords([name])[place] ?? 'none');

const wordsOf = fc.constantFrom<WordsOf[]>('entities', 'facts', 'sources');
const lengths = fc.record({ shortest: fc.nat(4), longest: fc.nat(12) });
const part = fc.tuple(word, fc.nat(4));
const wordSearch: fc.Arbitrary<WordSearch> = fc.oneof(
  fc.record({ words: fc.array(word, { maxLength: 4 }) }),
  fc.tuple(part, lengths).map(([[text, size], within]) => ({ begins: text.slice(0, size), ...within })),
  fc.tuple(part, lengths).map(([[text, size], within]) => ({ ends: text.slice(-size), ...within })),
);

function filterArbitraries(ontology: Ontology) {
  const entity = orAbsent(anyEntityKey(ontology));
  const source = orAbsent(sourceKey);
  const roles = some([...ontology.roleNames, 'VILLAIN']);
  const entityKinds = some([...ontology.entityKinds.map(({ name }) => name), 'Ghost']);
  const factKinds = some([...ontology.factKinds.map(({ name }) => name), 'Rumour']);
  const externalId = fc.oneof(
    ...Object.entries(EXTERNAL_ID_SCHEMES).map(([scheme, { pattern }]) =>
      fc
        .constantFrom(...fc.sample(fc.stringMatching(pattern), { numRuns: 2, seed: 1 }), 'none')
        .map((value) => `${scheme}:${value}`),
    ),
  );
  const condition = fc.record({ entities: few(entity, 4), roles }, { requiredKeys: ['entities'] });
  const initial = word.map((text) => text.slice(0, 1));
  const wordLists = fc.array(few(word, 4), { maxLength: 3 });
  const entities: fc.Arbitrary<EntityFilter> = sparse({
    keys: few(entity, 8),
    kinds: entityKinds,
    nameKeys: few(searched.map(nameKey), 6),
    words: wordLists,
    initials: fc.array(initial, { maxLength: 2 }),
    externalIds: few(externalId, 4),
    sources: few(source, 3),
  });
  const conditions: fc.Arbitrary<FactFilter> = sparse({
    kinds: factKinds,
    words: wordLists,
    participants: fc.oneof(
      { weight: 9, arbitrary: fc.array(condition, { maxLength: 2 }) },
      // Many that say the same, for with many others nothing fits.
      fc
        .tuple(condition, fc.integer({ min: 3, max: 8 }))
        .map(([one, times]) => Array.from({ length: times }, () => one)),
    ),
    sources: few(source, 3),
    statuses: some(Object.keys(STATUSES) as FactStatus[]),
    modalities: some(Object.keys(MODALITIES) as Modality[]),
    negated: fc.boolean(),
    time: fc.record({ period, certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const) }),
    withoutSources: few(source, 2),
  });
  const facts = fc
    .tuple(conditions, fc.option(changeset))
    .map(([filter, knownIn]): FactFilter => (knownIn === null ? filter : { ...filter, knownIn }));
  return {
    entities,
    facts,
    sources: fc.record({ words: wordLists }),
    /** Single keys, clusters of some, a key twice, none. */
    parents: fc.array(few(entity, 3), { maxLength: 5 }),
    roles: fc.option(roles, { nil: undefined }),
    entityKinds,
    links: fc.oneof(
      ...ontology.relations.map(({ name, to }) => {
        const narrower = sparse({ keys: few(entity, 8), kinds: entityKinds });
        const leadsTo = few(orAbsent(entityKey(ontology, to)), 3);
        return fc
          .record({ parents: fc.array(leadsTo, { maxLength: 5 }), narrower })
          .map(({ parents, narrower: asked }) => ({ parents, filter: { relation: name, ...asked } }));
      }),
      fc.constant({ parents: [['country/hub']], filter: { relation: 'ADMIRES' } }),
    ),
  };
}

/** A filter with few of its conditions at a time, for with many of them nothing fits. */
function sparse<Filter extends object>(conditions: {
  [Name in keyof Filter]: fc.Arbitrary<Filter[Name]>;
}): fc.Arbitrary<Partial<Filter>> {
  const names = Object.keys(conditions) as (keyof Filter)[];
  return fc
    .tuple(
      fc.subarray(names, { maxLength: Math.min(3, names.length) }),
      fc.record(conditions) as fc.Arbitrary<Filter>,
    )
    .map(([kept, all]) => Object.fromEntries(kept.map((name) => [name, all[name]])) as Partial<Filter>);
}

function page<Order extends string>(...orders: Order[]): fc.Arbitrary<PageWish<Order>> {
  const cursor: fc.Arbitrary<CursorWish> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ nth: fc.nat(200) }) },
    fc.record({
      madeUp: fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '|',
          '~',
          '0',
          'm',
          'nguyen',
          '9'.repeat(34),
          'doctor/b',
          'training/x~2',
          'é',
          '😀',
        ),
        fc.string({ unit: 'grapheme' }),
      ),
    }),
  );
  const limit = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 6, arbitrary: fc.constantFrom(100, 1000) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1001, 1.5, Number.NaN, Number.POSITIVE_INFINITY) },
  );
  return fc
    .record({
      limit,
      order: fc.constantFrom(...orders),
      descending: fc.boolean(),
      after: seldom(cursor, 3),
      before: seldom(cursor, 5),
    })
    .map(({ after, before, ...rest }) => ({
      ...rest,
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
    }));
}

/** Once in so many times, otherwise nothing. */
function seldom<Item>(item: fc.Arbitrary<Item>, times: number): fc.Arbitrary<Item | undefined> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: item });
}

/** Some of these; seldom none. */
function some<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.subarray([...items], { minLength: 1 }) },
    fc.constant<Item[]>([]),
  );
}

/** So many at most, perhaps one twice; seldom none. */
function few<Item>(item: fc.Arbitrary<Item>, maxLength: number): fc.Arbitrary<Item[]> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(item, { minLength: 1, maxLength, size: 'max' }) },
    fc.constant<Item[]>([]),
  );
}

function orAbsent(key: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 8, arbitrary: key }, fc.constantFrom(...ABSENT_KEYS));
}
