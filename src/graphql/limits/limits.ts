import { GraphQLError } from 'graphql';
import type { Shape } from './shape.js';

interface Limit {
  maximum: number;
  /** What is counted, for "The query has 12 …". */
  counted: string;
  /** What to do about it. */
  advice: string;
}

/** The most that a query may have of anything, however little it costs. Each is far beyond what people write. */
export const QUERY_LIMITS: Readonly<Record<keyof Shape, Limit>> = {
  depth: { maximum: 30, counted: 'levels of fields', advice: 'ask for fewer levels' },
  aliases: { maximum: 200, counted: 'aliases', advice: 'ask in several queries, or for lists' },
  rootFields: { maximum: 50, counted: 'fields at its root', advice: 'ask in several queries' },
  directives: { maximum: 100, counted: 'directives', advice: 'leave out what is not asked for' },
  fragments: { maximum: 500, counted: 'spreads of fragments', advice: 'spread fewer of them' },
  selections: {
    maximum: 10_000,
    counted: 'fields, with its fragments written out',
    advice: 'ask for each field once',
  },
  introspections: {
    maximum: 5,
    counted: 'fields "__schema" and "__type"',
    advice: 'ask for the schema once',
  },
};

/** Refuses, with QUERY_LIMIT_EXCEEDED, a query that has too much of something. */
export function refuseBeyondLimits(shape: Shape): void {
  for (const [name, { maximum, counted, advice }] of Object.entries(QUERY_LIMITS) as [keyof Shape, Limit][]) {
    const count = shape[name];
    if (count <= maximum) continue;
    throw new GraphQLError(`The query has ${count} ${counted}; expected at most ${maximum}: ${advice}.`, {
      extensions: { code: 'QUERY_LIMIT_EXCEEDED', limit: name, count, maximum, http: { status: 400 } },
    });
  }
}
