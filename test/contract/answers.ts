import { ConfrereError } from '../../src/errors.js';
import type { Page, Store } from '../../src/store/port.js';
import type { CursorWish, PageWish, Question } from '../helpers/arbitraries/questions.js';
import type { ReferenceStore } from '../helpers/referenceStore.js';

/** What came of a call: an answer, or the error with all that a client sees of it. */
export type Outcome =
  { answer: unknown } | { code: string; message: string; details: Readonly<Record<string, unknown>> };

/** What a call comes to. Anything but an answer or a coded error is thrown on. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await call() };
  } catch (error) {
    if (!(error instanceof ConfrereError)) throw error;
    return { code: error.code, message: error.message, details: error.details };
  }
}

/** Everything that has a place in an order, in that order. */
export type Places = Readonly<
  Record<'source' | 'judgement' | 'entity NAME' | 'entity KEY' | 'fact TIME' | 'fact KEY', string[]>
>;

/** The places of all that a small store holds. */
export async function placesIn(store: ReferenceStore): Promise<Places> {
  const page = { limit: 1000, descending: false };
  const keys = ({ items }: { items: readonly { orderKey: string }[] }) =>
    items.map(({ orderKey }) => orderKey);
  return {
    source: keys(await store.findSources({ ...page, order: 'KEY' })),
    judgement: keys(await store.judgementsSince(0, { ...page, order: 'KEY' })),
    'entity NAME': keys(await store.findEntities({}, { ...page, order: 'NAME' })),
    'entity KEY': keys(await store.findEntities({}, { ...page, order: 'KEY' })),
    'fact TIME': keys(await store.findFacts({}, { ...page, order: 'TIME' })),
    'fact KEY': keys(await store.findFacts({}, { ...page, order: 'KEY' })),
  };
}

/** Puts the question to a store, its cursors at the places. */
export function ask(store: Store, question: Question, places: Places): Promise<unknown> {
  switch (question.ask) {
    case 'sources':
    case 'entities':
      return store[question.ask](question.keys, question.knownIn);
    case 'entitiesRevisedSince':
      return store.entitiesRevisedSince(question.changeset);
    case 'changesAfter':
      return store.changesAfter(question.place, question.limit);
    case 'findWords':
      return store.findWords(question.searches, question.of);
    case 'facts':
    case 'judgements':
      return store[question.ask](question.keys);
    case 'changesets':
      return store.changesets(question.numbers);
    case 'version':
    case 'countSources':
      return store[question.ask]();
    case 'judgementsSince':
      return store.judgementsSince(question.changeset, pageAt(question.page, places.judgement));
    case 'findSources':
      return store.findSources(pageAt(question.page, places.source), question.filter);
    case 'findEntities':
      return store.findEntities(question.filter, entityPage(question.page, places));
    case 'countEntities':
      return store.countEntities(question.filter);
    case 'linkedTo':
      return store.linkedTo(question.parents, question.filter, entityPage(question.page, places));
    case 'countLinkedTo':
      return store.countLinkedTo(question.parents, question.filter);
    case 'findFacts':
      return store.findFacts(question.filter, factPage(question.page, places));
    case 'findFactKeys':
      return store.findFactKeys(question.filter, factPage(question.page, places));
    case 'countFacts':
      return store.countFacts(question.filter);
    case 'factsOf':
      return store.factsOf(
        question.parents,
        question.roles,
        question.filter,
        factPage(question.page, places),
      );
    case 'countFactsOf':
      return store.countFactsOf(question.parents, question.roles, question.filter);
    case 'companionsOf':
      return store.companionsOf(question.parents, question.kinds, question.filter);
  }
}

function entityPage<Order extends 'NAME' | 'KEY'>(wish: PageWish<Order>, places: Places): Page<Order> {
  return pageAt(wish, places[`entity ${wish.order}`]);
}

function factPage<Order extends 'TIME' | 'KEY'>(wish: PageWish<Order>, places: Places): Page<Order> {
  return pageAt(wish, places[`fact ${wish.order}`]);
}

function pageAt<Order extends string>(wish: PageWish<Order>, places: readonly string[]): Page<Order> {
  const { after, before, ...page } = wish;
  return {
    ...page,
    ...(after === undefined ? {} : { after: placeOf(after, places) }),
    ...(before === undefined ? {} : { before: placeOf(before, places) }),
  };
}

function placeOf(wish: CursorWish, places: readonly string[]): string {
  if ('madeUp' in wish) return wish.madeUp;
  return places[wish.nth % Math.max(1, places.length)] ?? '';
}
