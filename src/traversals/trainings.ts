import { ACTORS, INSTITUTIONS } from '../ontology/index.js';
import type { FactRecord, Side } from '../ontology/index.js';
import { PAGE_MAXIMUM } from '../store/port.js';
import type { FactFilter, FactOrder, Ordered, Page, ParticipantCondition, Slice } from '../store/port.js';
import type { View } from './view/view.js';
import { PLACE_SIDE, TRAINER_SIDE, countriesOf, keysOfSide } from './countries.js';
import { demandEntities } from './view/keys.js';
import { techniqueCondition } from './narrower.js';

/** Who trained whom in which technique. All that is given must hold; of a list, one is enough. */
export interface TrainingsQuestion {
  trainers?: readonly string[];
  trainees?: readonly string[];
  techniques?: readonly string[];
  /** Whether techniques stand for their narrower ones too. */
  narrower: boolean;
  /** Hospitals and organisations in any role: where it took place, whose people taught or were taught, who sent. */
  institutions?: readonly string[];
  places?: readonly string[];
  programmes?: readonly string[];
  /** Countries of the trainer’s side, stated or inferred (see `countriesOf`). */
  trainerCountries?: readonly string[];
  /** Countries of the place, stated or inferred. */
  placeCountries?: readonly string[];
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

/** The answer to a question, as a list that a page and a count can be taken of. */
export interface TrainingsAnswer {
  page(page: Page<FactOrder>): Promise<Slice<FactRecord>>;
  count(): Promise<number>;
}

/** Prepares the answer. Refuses unknown keys and keys of the wrong kind with BAD_KEY. */
export async function trainings(view: View, question: TrainingsQuestion): Promise<TrainingsAnswer> {
  const participants: ParticipantCondition[] = [];
  const demand = async (
    argument: string,
    keys: readonly string[] | undefined,
    kinds: readonly string[],
    roles?: readonly string[],
  ) => {
    if (keys === undefined) return;
    await demandEntities(view, argument, keys, kinds);
    participants.push(roles === undefined ? { entities: keys } : { entities: keys, roles });
  };

  await demand('trainers', question.trainers, ACTORS, ['TRAINER']);
  await demand('trainees', question.trainees, ACTORS, ['TRAINEE']);
  await demand('hospitals', question.institutions, INSTITUTIONS);
  await demand('places', question.places, INSTITUTIONS, ['AT']);
  await demand('programmes', question.programmes, ['Programme'], ['UNDER']);
  if (question.techniques !== undefined) {
    participants.push(await techniqueCondition(view, 'techniques', question.techniques, question.narrower));
  }

  const trainerSide = await sideCondition(view, 'trainerCountries', question.trainerCountries, TRAINER_SIDE);
  const placeSide = await sideCondition(view, 'placeCountries', question.placeCountries, PLACE_SIDE);
  for (const side of [trainerSide, placeSide]) if (side !== null) participants.push(side.condition);

  const filter: FactFilter = { ...question.filter, kinds: ['Training'], participants };
  if (trainerSide === null || !trainerSide.posts) {
    return {
      page: (page) => view.findFacts(filter, page),
      count: () => view.countFacts(filter),
    };
  }
  return withPosts(view, filter, trainerSide.countries);
}

interface SideCondition {
  countries: readonly string[];
  condition: ParticipantCondition;
  posts: boolean;
}

async function sideCondition(
  view: View,
  argument: string,
  countries: readonly string[] | undefined,
  side: Side,
): Promise<SideCondition | null> {
  if (countries === undefined) return null;
  await demandEntities(view, argument, countries, ['Country']);
  const { keys, posts } = await keysOfSide(view, countries, side);
  return { countries: view.canonicals(countries), condition: { entities: keys, roles: side.roles }, posts };
}

/**
 * The store finds all trainings of anyone who ever held a post in the countries; whether the post may have been held at
 * the time of the training is decided here, fact by fact.
 */
function withPosts(view: View, filter: FactFilter, countries: readonly string[]): TrainingsAnswer {
  const keep = async (of: View, items: readonly Ordered<FactRecord>[]) => {
    const attributions = await countriesOf(
      of,
      items.map(({ item }) => item),
      TRAINER_SIDE,
    );
    return items.filter((_item, index) => attributions[index]?.some(({ key }) => countries.includes(key)));
  };
  const scan = async (of: View, page: Page<FactOrder>, wanted: number): Promise<Ordered<FactRecord>[]> => {
    const kept: Ordered<FactRecord>[] = [];
    let next: Page<FactOrder> = { ...page, limit: Math.min(PAGE_MAXIMUM, Math.max(100, 2 * page.limit)) };
    for (;;) {
      const slice = await of.findFacts(filter, next);
      kept.push(...(await keep(of, slice.items)));
      const last = slice.items.at(-1);
      if (!slice.hasMore || last === undefined || kept.length >= wanted) return kept;
      next = { ...next, after: last.orderKey };
    }
  };
  return {
    page: async (page) => {
      const kept = await scan(view, page, page.limit + 1);
      return { items: kept.slice(0, page.limit), hasMore: kept.length > page.limit };
    },
    // What a page leans on does not hang on whether somebody counts the list besides.
    count: async () =>
      (await scan(view.unnoted, { limit: PAGE_MAXIMUM, order: 'KEY', descending: false }, Infinity)).length,
  };
}
