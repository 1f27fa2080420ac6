import DataLoader from 'dataloader';
import type { Awaitable } from './awaitable.js';
import type { EntityRecord, FactRecord, JudgementRecord, Side, SourceRecord } from '../ontology/index.js';
import { Evidence, Pace, attributionsOf } from '../traversals/index.js';
import type { Attribution, Grain, SourceGroup, View } from '../traversals/index.js';
import { questionText } from '../store/questionText.js';
import type { EntityOrder, FactFilter, FactOrder, LinkFilter, Page, Slice } from '../store/port.js';

/** One question about the facts of many parents. */
export interface FactsOfQuestion {
  roles?: readonly string[];
  filter: FactFilter;
}

/**
 * The loaders of one request over one view of the graph. Whatever the resolvers of one level of the query ask for goes to the store in one call,
 * and nothing is read twice.
 */
export function createLoaders(view: View, isStated: boolean) {
  const factsOf = familyOf(
    (question: FactsOfQuestion & { page: Page<FactOrder> }, parents: readonly string[]) =>
      view.factsOf(each(parents), question.roles, question.filter, question.page),
  );
  const countFactsOf = familyOf((question: FactsOfQuestion, parents: readonly string[]) =>
    view.countFactsOf(each(parents), question.roles, question.filter),
  );
  const linkedTo = familyOf(
    (question: { filter: LinkFilter; page: Page<EntityOrder> }, parents: readonly string[]) =>
      view.linkedTo(each(parents), question.filter, question.page),
  );
  const countLinkedTo = familyOf((question: { filter: LinkFilter }, parents: readonly string[]) =>
    view.countLinkedTo(each(parents), question.filter),
  );

  const entities = new DataLoader<string, EntityRecord | null>((keys) => view.entities(keys));
  const sources = new DataLoader<string, SourceRecord | null>((keys) => view.sources(keys));
  return {
    view,
    /** Of all that is worked out for the request. */
    pace: new Pace(view),
    /** Whether the query itself says as known when; what is asked below must keep to it. */
    isStated,
    entity: (key: string): Awaitable<EntityRecord | null> => view.entityAtHand(key) ?? entities.load(key),
    member: new DataLoader<string, EntityRecord | null>((keys) => view.strict.entities(keys)),
    fact: new DataLoader<string, FactRecord | null>((keys) => view.facts(keys)),
    source: (key: string): Awaitable<SourceRecord | null> => view.sourceAtHand(key) ?? sources.load(key),
    sourceGroups: sourceGroupLoader(view, (keys) => Promise.all(keys.map((key) => sources.load(key)))),
    judgement: new DataLoader<string, JudgementRecord | null>((keys) => view.judgements(keys)),
    sides: sideLoaders(view),
    factsOf: (
      question: FactsOfQuestion & { page: Page<FactOrder> },
      parent: string,
    ): Promise<Slice<FactRecord>> => factsOf(question, parent),
    countFactsOf: (question: FactsOfQuestion, parent: string): Promise<number> =>
      countFactsOf(question, parent),
    linkedTo: (question: { filter: LinkFilter; page: Page<EntityOrder> }, parent: string) =>
      linkedTo(question, parent),
    countLinkedTo: (question: { filter: LinkFilter }, parent: string) => countLinkedTo(question, parent),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Each parent is one key; the view knows what is one with it. */
function each(parents: readonly string[]): string[][] {
  return parents.map((key) => [key]);
}

/** A loader for each distinct question, made when it is first asked, so that equal questions are batched together. */
function familyOf<Question extends object, Answer>(
  ask: (question: Question, parents: readonly string[]) => Promise<Answer[]>,
): (question: Question, parent: string) => Promise<Answer> {
  const family = new Map<string, DataLoader<string, Answer>>();
  return (question, parent) => {
    const name = questionText(question);
    let loader = family.get(name);
    if (loader === undefined) {
      loader = new DataLoader<string, Answer>((parents) => ask(question, parents));
      family.set(name, loader);
    }
    return loader.load(parent);
  };
}

/** For the sources of a fact, sorted, which of them count as one. */
function sourceGroupLoader(view: View, read: (keys: readonly string[]) => Promise<(SourceRecord | null)[]>) {
  const evidence = new Evidence(view, read);
  return new DataLoader<readonly string[], SourceGroup[], string>(
    async (lists) => {
      await evidence.load(lists.flat());
      return lists.map((cited) => evidence.groups(cited));
    },
    { cacheKeyFn: (cited) => cited.join(' ') },
  );
}

/** For a grain and a side the loader that says who stands on that side of facts. */
function sideLoaders(view: View) {
  const loaders = new Map<string, DataLoader<FactRecord, Attribution[], string>>();
  return (grain: Grain, side: Side) => {
    const name = JSON.stringify([grain, side]);
    const loader =
      loaders.get(name) ??
      new DataLoader<FactRecord, Attribution[], string>((facts) => attributionsOf(view, facts, grain, side), {
        cacheKeyFn: (fact) => fact.key,
      });
    loaders.set(name, loader);
    return loader;
  };
}
