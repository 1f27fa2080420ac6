import type { Json } from './questions/question.js';

/** Where two answers first differ, and what stands there in each, as JSON; "nothing" where one has no such place. */
export interface Difference {
  readonly path: string;
  readonly values: readonly [string, string];
}

/** The first difference between two answers, or null. The order of the names in an object says nothing. */
export function firstDifference(one: Json, other: Json, path = '$'): Difference | null {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === null || b === null || Array.isArray(one) !== Array.isArray(other)) {
    return one === other ? null : { path, values: [shown(one), shown(other)] };
  }
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const [inOne, inOther] = [a.get(name), b.get(name)];
    const place = `${path}.${name}`;
    if (inOne === undefined || inOther === undefined) {
      return { path: place, values: [shown(inOne), shown(inOther)] };
    }
    const difference = firstDifference(inOne, inOther, place);
    if (difference !== null) return difference;
  }
  return null;
}

/** The parts of a list or an object by their names, or null where it has none. */
function partsOf(value: Json): Map<string, Json> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
