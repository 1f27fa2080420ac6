import { compareWithDay, ontology } from '../../src/ontology/index.js';
import type { EntityRecord, FactRecord } from '../../src/ontology/index.js';
import { dayOf, parseTime } from '../../src/ontology/index.js';
import type { TrainingsQuestion } from '../../src/traversals/index.js';

/*
 * Who trained whom, answered the slow way: every training is looked at by itself, and whether a post was held at the
 * time is found by trying the days of a window one after another.
 */

export interface World {
  entities: readonly EntityRecord[];
  facts: readonly FactRecord[];
}

/** The days on which the generated facts and posts can overlap, for the times that the test writes. */
const FIRST_DAY = dayOf('2017-06-01');
const LAST_DAY = dayOf('2022-06-01');

/** Whether a training answers the question. */
export function answers(world: World, training: FactRecord, question: TrainingsQuestion): boolean {
  if (training.kind !== 'Training') return false;
  const plays = (keys: readonly string[] | undefined, ...roles: string[]) =>
    keys === undefined || players(training, ...roles).some((player) => keys.includes(player));
  const techniques = question.techniques?.flatMap((key) => [
    key,
    ...(question.narrower ? below(world, key) : []),
  ]);
  return (
    plays(question.trainers, 'TRAINER') &&
    plays(question.trainees, 'TRAINEE') &&
    plays(techniques, 'TECHNIQUE') &&
    plays(question.institutions, 'TRAINER', 'TRAINEE', 'AT', 'FROM') &&
    plays(question.places, 'AT') &&
    plays(question.programmes, 'UNDER') &&
    meets(question.trainerCountries, trainerCountries(world, training)) &&
    meets(question.placeCountries, placeCountries(world, training))
  );
}

/** The countries of the trainer’s side, in any way. */
export function trainerCountries(world: World, training: FactRecord): string[] {
  return players(training, 'FROM', 'TRAINER').flatMap((player) => [
    ...(player.startsWith('country/') ? [player] : []),
    ...located(world, player),
    ...(players(training, 'TRAINER').includes(player) ? postCountries(world, player, training) : []),
  ]);
}

/** The countries of the place, in any way. */
export function placeCountries(world: World, training: FactRecord): string[] {
  return [...players(training, 'IN'), ...players(training, 'AT').flatMap((place) => located(world, place))];
}

function meets(asked: readonly string[] | undefined, found: readonly string[]): boolean {
  return asked === undefined || found.some((country) => asked.includes(country));
}

function players(fact: FactRecord, ...roles: string[]): string[] {
  return fact.participants.filter(({ role }) => roles.includes(role)).flatMap(({ entity }) => entity ?? []);
}

function located(world: World, key: string): string[] {
  const links = world.entities.find((entity) => entity.key === key)?.relations ?? [];
  return links.filter(({ relation }) => relation === 'LOCATED_IN').map(({ to }) => to);
}

function below(world: World, technique: string, seen: readonly string[] = []): string[] {
  return world.entities
    .filter(({ key }) => ontology.entityKindOfKey(key)?.name === 'Technique' && !seen.includes(key))
    .filter(({ relations }) =>
      relations.some(({ relation, to }) => relation === 'BROADER' && to === technique),
    )
    .flatMap(({ key }) => [key, ...below(world, key, [...seen, key])]);
}

function postCountries(world: World, person: string, training: FactRecord): string[] {
  return world.facts
    .filter((fact) => fact.kind === 'Affiliation' && players(fact, 'MEMBER').includes(person))
    .filter((fact) => fact.status === 'ACCEPTED' || fact.status === 'DISPUTED')
    .filter((fact) => fact.modality === 'FACTUAL' && !fact.negated)
    .filter((fact) => mayBeTogether(fact, training))
    .flatMap((fact) => [
      ...players(fact, 'IN'),
      ...players(fact, 'AT').flatMap((place) => located(world, place)),
    ]);
}

function mayBeTogether(post: FactRecord, training: FactRecord): boolean {
  if (post.time === undefined || training.time === undefined) return true;
  const [a, b] = [parseTime(post.time).bounds, parseTime(training.time).bounds];
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (compareWithDay(a, day) !== 'NO' && compareWithDay(b, day) !== 'NO') return true;
  }
  return false;
}
