import type { Json } from './question.js';

type Fields = { readonly [name: string]: Json };

/** An object of an answer. Fails where it is none. */
export function fields(value: Json | undefined): Fields {
  if (typeof value === 'object' && value !== null && !isList(value)) return value;
  throw new Error(`expected an object; the answer has ${JSON.stringify(value)}`);
}

/** What lies at the end of the names. Fails where there is no such way. */
export function at(value: Json, ...names: readonly string[]): Json {
  let found = value;
  for (const name of names) {
    const next = fields(found)[name];
    if (next === undefined) throw new Error(`expected "${name}"; the answer has ${JSON.stringify(found)}`);
    found = next;
  }
  return found;
}

/** A list of an answer. Fails where it is none. */
export function list(value: Json): readonly Json[] {
  if (isList(value)) return value;
  throw new Error(`expected a list; the answer has ${JSON.stringify(value)}`);
}

/** The first of a list that has one item at the most. Fails where it has more. */
export function only(value: Json): Json {
  const [first = null, ...more] = list(value);
  if (more.length === 0) return first;
  throw new Error(`expected one item at the most; the answer has ${JSON.stringify(value)}`);
}

/** Named fields of an object. Fails where one is missing, which is not the same as null. */
export function picked(value: Json, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, at(value, name)]));
}

/** What lies at the end of the names, or null where the object is. */
export function orNull(value: Json, ...names: readonly string[]): Json {
  return value === null ? null : at(value, ...names);
}

/** A list whose order says nothing, in the order of what its items say. */
export function unordered(items: readonly Json[]): readonly Json[] {
  return items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ item }) => item);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
