import type { Random } from './random.js';
import { HUB_DOCTOR, HUB_HOSPITAL, NOTHING_REAL, digits, keyOf } from './world.js';
import type { Numbered, World } from './world.js';

/** A record as a bundle writes it. */
export type Written = Readonly<Record<string, unknown>>;

export const REGISTER = 'source/generated-register';

/** Every other relation is stated by the register, the others rest on an editor’s word. */
const BASES: readonly [Written, ...Written[]] = [
  { cites: [{ source: REGISTER, section: 'Relations' }] },
  { editor: 'Generated along with the two that it joins.' },
];

/** Techniques of the top of the hierarchy; each further one is narrower than one before it. */
const TOP_TECHNIQUES = 8;

const PROFESSIONS: readonly [string, ...string[]] = ['surgeon', 'anaesthetist', 'cardiologist', 'nurse'];
const HOSPITAL_TYPES: readonly [string, ...string[]] = ['HOSPITAL', 'UNIVERSITY_HOSPITAL', 'CLINIC'];
const ORGANISATION_TYPES: readonly [string, ...string[]] = ['SOCIETY', 'UNIVERSITY', 'AUTHORITY'];
const PROGRAMME_TYPES: readonly [string, ...string[]] = ['PROJECT', 'ROTATION', 'NETWORK'];

/** All entities of the example, one by one. */
export function* entitiesOf(world: World, random: Random): Generator<Written> {
  const country = () => ({ to: keyOf('country', 1 + random.skewed(world.country)), ...random.pick(BASES) });

  for (let number = 1; number <= world.country; number++) yield entity('country', number);
  for (let number = 1; number <= world.technique; number++) {
    const broader = number <= TOP_TECHNIQUES ? [] : [keyOf('technique', broaderThan(number, random))];
    const another = number > TOP_TECHNIQUES && random.chance(0.05) ? keyOf('technique', 1) : undefined;
    if (another !== undefined && !broader.includes(another)) broader.push(another);
    yield entity('technique', number, {
      type: number <= TOP_TECHNIQUES ? 'SPECIALTY' : 'PROCEDURE',
      broader: broader.map((to) => ({ to, ...random.pick(BASES) })),
    });
  }
  for (let number = 1; number <= world.programme; number++) {
    const isPart = number > 1 && random.chance(0.3);
    const whole = {
      to: keyOf('programme', 1 + random.below(Math.max(1, number - 1))),
      ...random.pick(BASES),
    };
    yield entity('programme', number, {
      type: random.pick(PROGRAMME_TYPES),
      ...(isPart ? { partOf: [whole] } : {}),
    });
  }
  for (let number = 1; number <= world.organisation; number++) {
    yield entity('organisation', number, { type: random.pick(ORGANISATION_TYPES), country: country() });
  }
  yield entity('hospital', 0, { type: 'HOSPITAL', country: country() });
  for (let number = 1; number <= world.hospital; number++) {
    const isLocated = random.chance(0.9);
    yield entity('hospital', number, {
      type: random.pick(HOSPITAL_TYPES),
      ...(isLocated ? { country: country() } : {}),
    });
  }
  for (let number = 1; number <= world.person; number++) yield entity('person', number);
  yield entity('doctor', 0);
  for (let number = 1; number <= world.doctor; number++) {
    yield entity('doctor', number, { profession: random.pick(PROFESSIONS) });
  }
}

/** One of all before it or, as often, of the nearest few, which makes the hierarchy deep. */
function broaderThan(number: number, random: Random): number {
  return random.chance(0.5) ? 1 + random.below(number - 1) : number - 1 - random.below(5);
}

/** Number 0 is the hub of its kind. */
function entity(kind: Numbered, number: number, rest: Written = {}): Written {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const hub = kind === 'doctor' ? HUB_DOCTOR : HUB_HOSPITAL;
  return {
    kind: name,
    key: number === 0 ? hub : keyOf(kind, number),
    names: [`${name} ${number === 0 ? 'Hub' : digits(number)}`],
    ...rest,
    editor: NOTHING_REAL,
    note: NOTHING_REAL,
  };
}
