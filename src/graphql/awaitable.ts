/** A value that may be there already. What is there is handed on at once: a promise for each of many values takes its time. */
export type Awaitable<Value> = Value | Promise<Value>;

/** What becomes of a value, at once where it is there. */
export function whenThere<Value, Result>(
  value: Awaitable<Value>,
  become: (value: Value) => Result,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(become) : become(value);
}

/** All of these values, in their order; at once where all are there. */
export function allThere<Value>(values: readonly Awaitable<Value>[]): Awaitable<readonly Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}
