import { REGISTER, entitiesOf } from './entities.js';
import type { Written } from './entities.js';
import { kindFor, rolesOf } from './facts.js';
import type { ExampleKind } from './facts.js';
import { Players } from './players.js';
import { Random } from './random.js';
import { timeIn, yearAt } from './times.js';
import { digits, keyOf, worldOf } from './world.js';
import type { ExampleOptions, World } from './world.js';

/** A bundle in the form in which users write them. */
export interface WrittenBundle {
  /** What a file of it is called, without an ending; unique. */
  name: string;
  source?: Written;
  entities?: readonly Written[];
  facts?: readonly Written[];
}

/** So many entities go into one bundle. */
const ENTITIES_OF_BUNDLE = 5_000;

/** So many publishers there are: several sources share each. */
const PUBLISHERS = 12;

/** Three facts make a circle of teachers, at the beginning of every source. */
const CIRCLE = 3;

/**
 * The example, bundle by bundle: what a bundle refers to stands in it or in those before it. It takes no more memory
 * than one bundle does, however large the example is.
 */
export function* exampleBundles(options: ExampleOptions): Generator<WrittenBundle> {
  const world = worldOf(options);
  const random = new Random(options.seed);
  yield {
    name: 'register',
    source: { key: REGISTER, title: titled('Register of all that there is'), publisher: publisher(0) },
  };
  yield* entityBundles(world, random);
  for (let source = 1, first = 0; first < options.facts; source++, first += world.factsOfSource) {
    const count = Math.min(world.factsOfSource, options.facts - first);
    yield {
      name: `report-${digits(source)}`,
      source: sourceOf(source, random),
      facts: Array.from({ length: count }, (_, place) =>
        factOf({ source, place, number: first + place }, world, random),
      ),
    };
  }
}

function* entityBundles(world: World, random: Random): Generator<WrittenBundle> {
  let part = 1;
  let entities: Written[] = [];
  for (const entity of entitiesOf(world, random)) {
    entities.push(entity);
    if (entities.length < ENTITIES_OF_BUNDLE) continue;
    yield { name: `entities-${digits(part++)}`, entities };
    entities = [];
  }
  if (entities.length > 0) yield { name: `entities-${digits(part)}`, entities };
}

function sourceOf(number: number, random: Random): Written {
  return {
    key: keyOf('source', number),
    title: titled(`Report no. ${number}`),
    publisher: publisher(random.below(PUBLISHERS)),
    published: String(2000 + random.below(25)),
    language: random.pick(['en', 'fr', 'vi']),
    // Some retell others, and so are no further witnesses.
    ...(number > 1 && random.chance(0.15)
      ? { derivedFrom: [keyOf('source', 1 + random.below(number - 1))] }
      : {}),
  };
}

interface Place {
  source: number;
  /** Within the source, from 0. */
  place: number;
  /** Within the example, from 0. */
  number: number;
}

function factOf({ source, place, number }: Place, world: World, random: Random): Written {
  const players = new Players(random, world, number);
  const kind = place < CIRCLE ? 'Training' : kindFor(players, random);
  const roles = {
    ...rolesOf(kind, players, random),
    ...(place < CIRCLE ? circle(source, place, world, players) : {}),
  };
  const time = timeIn(random, yearAt(random, players.share));
  return {
    kind,
    key: `${kind.toLowerCase()}/generated-${digits(number + 1)}`,
    statement: statementOf(kind, number + 1),
    ...roles,
    ...(time === undefined ? {} : { time }),
    ...standing(random),
    cites: citationsOf({ source, place }, random),
  };
}

/** Of three doctors each teaches the next, and the last the first; a hub whose turn it is teaches too. */
function circle(source: number, place: number, world: World, players: Players): Written {
  const doctor = (index: number) =>
    keyOf('doctor', 1 + ((source * CIRCLE + (index % CIRCLE)) % world.doctor));
  const also = players.hubDoctor ? [players.teacher()] : [];
  return { trainers: [doctor(place), ...also], trainees: [doctor(place + 1)] };
}

function standing(random: Random): Written {
  return {
    status: random.weighted({ ACCEPTED: 92, PROPOSED: 3, DISPUTED: 3, RETRACTED: 2 }),
    modality: random.weighted({ FACTUAL: 95, PLANNED: 3, PROPOSED: 2 }),
    negated: random.chance(0.02),
  };
}

function citationsOf({ source, place }: Omit<Place, 'number'>, random: Random): Written[] {
  const own = { paragraph: place + 1 };
  if (source === 1 || !random.chance(0.15)) return [own];
  return [own, { source: keyOf('source', 1 + random.below(source - 1)), page: String(1 + random.below(90)) }];
}

function statementOf(kind: ExampleKind, number: number): string {
  return `${kind} no. ${number} of the generated example; it never happened.`;
}

function titled(title: string): string {
  return `${title} (generated: nothing in it is real)`;
}

function publisher(number: number): string {
  return `Publisher ${digits(number + 1)} (generated)`;
}
