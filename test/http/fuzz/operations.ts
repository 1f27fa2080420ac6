import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLObjectType } from 'graphql';
import { Draws } from './draws.js';
import { HOSTILE_GRAPHQL_NAMES } from './hostile.js';
import { Literals } from './literals.js';
import type { Routes, Step } from './routes.js';
import { Values } from './values.js';
import type { Mood } from './values.js';
import type { Words } from './words.js';

/** A request that may be made of the service. */
export interface FuzzedOperation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
  mood: Mood;
  /** Where the query goes to the next page of a list at its root: the variable for its cursor. */
  paging?: { variable: string; alias: string; cursor: 'endCursor' | 'startCursor' };
}

/** Most mean well, or nothing of what lies deep would ever be reached. */
const MOODS: readonly Mood[] = [
  ...(['calm', 'calm', 'calm', 'calm', 'calm', 'calm'] as const),
  ...(['mixed', 'mixed', 'hostile', 'hostile'] as const),
];

/** Operations of all that the schema has: each makes for some field of some type, and takes others along. */
export function fuzzedOperation(routes: Routes, words: Words): fc.Arbitrary<FuzzedOperation> {
  return fc.gen().map((draw) => new Writing(routes, words, new Draws(draw)).operation());
}

class Writing {
  private readonly mood: Mood;
  private readonly values: Values;
  private readonly literals: Literals;
  private readonly fragments: string[] = [];
  /** What stands under each name in answers: fields that are asked differently must not share one. */
  private readonly signatures = new Map<string, string>();
  private paging: FuzzedOperation['paging'];

  constructor(
    private readonly routes: Routes,
    words: Words,
    private readonly draws: Draws,
  ) {
    this.mood = draws.one(MOODS);
    this.values = new Values(words, draws, this.mood);
    this.literals = new Literals(draws);
  }

  operation(): FuzzedOperation {
    const { draws, mood, routes } = this;
    const targets = Array.from({ length: 1 + draws.below(mood === 'calm' ? 3 : 1) }, () =>
      draws.one(routes.fields),
    );
    const ways = targets.map((target) =>
      routes.to(
        target,
        (count) => draws.below(count),
        () => draws.chance(15),
      ),
    );
    const selections = ways.map((way) => this.along(way)).join(' ');
    const name = draws.chance(80) ? 'Fuzzed' : draws.one(HOSTILE_GRAPHQL_NAMES);
    const text = [`query ${name}${this.literals.declarations()} { ${selections} }`, ...this.fragments].join(
      '\n',
    );
    return {
      query: mood === 'hostile' && draws.chance(8) ? this.spoilt(text) : text,
      variables: this.literals.variables,
      mood,
      ...(draws.chance(20)
        ? { operationName: draws.chance(80) ? name : draws.one(HOSTILE_GRAPHQL_NAMES) }
        : {}),
      ...(this.paging === undefined ? {} : { paging: this.paging }),
    };
  }

  /** The first step of a way with all that is selected below it. */
  private along([step, ...rest]: readonly Step[]): string {
    if (step === undefined) return '__typename';
    const about = [step, ...rest].find(({ to }) => to !== undefined && this.isRecord(to))?.to?.name;
    const type = getNamedType(step.field.type);
    const below = isCompositeType(type) ? (inner: () => string) => this.below(type, rest, inner) : undefined;
    return this.field(step.parent, step.field, about, below);
  }

  private isRecord(type: GraphQLObjectType): boolean {
    return type.getInterfaces().length > 0;
  }

  /** What is selected of a field's value: the way that goes on, and some of what lies beside it. */
  private below(type: GraphQLCompositeType, rest: readonly Step[], further: () => string): string {
    const [next] = rest;
    const beside = this.beside(type, rest.length === 0 ? 5 : 2);
    const parts = [...beside, further()];
    if (next !== undefined) {
      const shared =
        isAbstractType(type) && 'getFields' in type && type.getFields()[next.field.name] !== undefined;
      const direct = isObjectType(type) || (shared && this.draws.chance(40));
      parts.push(direct ? this.along(rest) : this.within(next.parent, this.along(rest)));
    }
    if (isAbstractType(type)) parts.push('__typename');
    const text = parts.filter((part) => part !== '').join(' ');
    return text === '' ? '__typename' : text;
  }

  /** A few fields that lead no further. */
  private beside(type: GraphQLCompositeType, most: number): string[] {
    if (!('getFields' in type)) return [];
    const leaves = Object.values(type.getFields()).filter(
      ({ type: of, args }) => isLeafType(getNamedType(of)) && args.every((each) => !isNonNullType(each.type)),
    );
    const chosen = this.draws.some(leaves, most).map((field) => this.field(type, field));
    // Now and then something larger, itself with a few fields only.
    const composites = Object.values(type.getFields()).filter(({ type: of }) =>
      isCompositeType(getNamedType(of)),
    );
    if (composites.length === 0 || !this.draws.chance(25)) return chosen;
    const field = this.draws.one(composites);
    const inner = getNamedType(field.type) as GraphQLCompositeType;
    return [
      ...chosen,
      this.field(type, field, undefined, () => {
        const parts = [...this.beside(inner, 3), '__typename'];
        return parts.join(' ');
      }),
    ];
  }

  /** Selected on a type, in place or in a fragment of its own. */
  private within(type: { name: string }, selections: string): string {
    if (this.draws.chance(70)) return `... on ${type.name}${this.directive()} { ${selections} }`;
    const name = this.draws.chance(85)
      ? `f${this.fragments.length}`
      : `${this.draws.one(HOSTILE_GRAPHQL_NAMES)}${this.fragments.length || ''}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${selections} }`);
    return `...${name}${this.directive()}`;
  }

  private field(
    parent: { name: string },
    field: GraphQLField<unknown, unknown>,
    about?: string,
    below?: (further: () => string) => string,
  ): string {
    const isRoot = parent.name === 'Query';
    const pages = isRoot && this.paging === undefined && this.mood === 'calm' && this.draws.chance(50);
    const [args, further] =
      pages && isConnection(field) ? this.paged(field, about) : [this.arguments(field, about), ''];
    const alias = this.alias(field, `${args} ${String(field.type)}`);
    if (further !== '' && this.paging !== undefined) this.paging.alias = alias;
    const head = `${alias === field.name ? '' : `${alias}: `}${field.name}${args}${this.directive(further === '' ? 6 : 0)}`;
    return below === undefined ? head : `${head} { ${below(() => further)} }`;
  }

  private arguments(
    field: GraphQLField<unknown, unknown>,
    about?: string,
    without: readonly string[] = [],
  ): string {
    const given = field.args.filter(
      ({ name, type, defaultValue }) =>
        !without.includes(name) &&
        ((isNonNullType(type) && defaultValue === undefined) ||
          this.values.gives() ||
          this.isHelpful(name, about)),
    );
    return inBrackets(this.fitting(field, given).map((argument) => this.argument(field, argument, about)));
  }

  /** Without it the answer would rarely be about what is looked for. */
  private isHelpful(name: string, about?: string): boolean {
    return name === 'kinds' && about !== undefined && this.draws.chance(80);
  }

  /** Those that may stand together; whoever means harm gives them all. */
  private fitting(field: GraphQLField<unknown, unknown>, given: GraphQLArgument[]): GraphQLArgument[] {
    if (field.name === 'identityCandidates' && this.mood !== 'hostile') {
      const way = this.draws.one(['key', 'kind']);
      const needed = field.args.filter(({ name }) => name === way);
      return [...given.filter(({ name }) => name !== 'key' && name !== 'kind'), ...needed];
    }
    if (this.mood !== 'calm') return given;
    const has = (wanted: string) => given.some(({ name }) => name === wanted);
    return given.filter(
      ({ name }) => !(name === 'last' && has('first')) && name !== 'after' && name !== 'before',
    );
  }

  private argument(
    field: GraphQLField<unknown, unknown>,
    { name, type }: GraphQLArgument,
    about?: string,
  ): string {
    const value = this.values.value(type, { name, field: field.name, about });
    return `${name}: ${this.literals.write(value, type)}`;
  }

  /** Of a list that is asked on: its arguments, with a variable for the cursor, and what must be selected below. */
  private paged(field: GraphQLField<unknown, unknown>, about?: string): [args: string, further: string] {
    const forward = this.draws.chance(75);
    const cursor = forward ? 'endCursor' : 'startCursor';
    const variable = this.literals.declareOpen('String');
    this.paging = { variable, alias: '', cursor };
    const size = `${forward ? 'first' : 'last'}: ${1 + this.draws.below(4)}`;
    const others = this.arguments(field, about, ['first', 'last', 'after', 'before']).replace(/^\(|\)$/g, '');
    const args = [size, `${forward ? 'after' : 'before'}: $${variable}`, ...(others === '' ? [] : [others])];
    return [inBrackets(args), 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'];
  }

  private alias(field: { name: string }, asked: string): string {
    const signature = `${field.name} ${asked}`;
    const free = (name: string) => (this.signatures.get(name) ?? signature) === signature;
    const wished = this.draws.chance(4) ? this.draws.one(HOSTILE_GRAPHQL_NAMES) : field.name;
    const alias = free(wished) ? wished : `a${this.signatures.size}`;
    this.signatures.set(alias, signature);
    return alias;
  }

  private directive(percent = 6): string {
    if (!this.draws.chance(percent)) return '';
    const [name, condition] = this.draws.one([
      ['include', true],
      ['include', true],
      ['skip', false],
      ['skip', true],
    ] as const);
    const value = this.draws.chance(50)
      ? String(condition)
      : `$${this.literals.declare(condition, 'Boolean!')}`;
    return ` @${name}(if: ${value})`;
  }

  /** With a piece cut out or put in. */
  private spoilt(text: string): string {
    const [at, until] = [this.draws.below(text.length), this.draws.below(12)];
    const piece = this.draws.one([
      '',
      '\u0000',
      '}',
      '{',
      '...',
      '@',
      '$',
      '"',
      '\ud800',
      '#',
      '🙂',
      ' on ',
      'é',
    ]);
    return text.slice(0, at) + piece + text.slice(at + until);
  }
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'after');
}

function inBrackets(args: readonly string[]): string {
  return args.length === 0 ? '' : `(${args.join(', ')})`;
}
