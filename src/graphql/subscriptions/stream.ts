import {
  GraphQLError,
  Kind,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  createSourceEventStream,
  execute,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLFormattedError,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import PQueue from 'p-queue';
import type { Arrivals } from '../../store/arrivals.js';
import type { Asking, Context } from '../context.js';
import { errorFormatter } from '../formatError.js';
import type { ReportError } from '../formatError.js';
import { costOf, refuseBeyondCost } from '../limits/cost.js';
import { refuseBeyondLimits } from '../limits/limits.js';
import { shapeOf } from '../limits/shape.js';
import { buildGraphqlSchema } from '../schema.js';

/** A subscription has one field at its root; it needs fewer tokens than a query may have. */
const MAX_TOKENS = 1_000;

/** What it costs to look through a page of what has changed, also where nothing of it is followed. */
const LOOK_COST = 20;

/** So many tellings are worked out at once: what lands is told to everybody in the same moment. */
const AT_ONCE = 4;

export interface StreamOptions {
  contextOf: (asking: Asking) => Context;
  /** Tells when something has landed; once they end, so does every subscription. */
  arrivals: Arrivals;
  maximumCost: number;
  introspection: boolean;
  /** Begins the time that one telling may take to work out. */
  timeLimit: () => AbortSignal;
  report: ReportError;
  /** Watches each telling while it is worked out. */
  watch?: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

/** What a client sends to subscribe. */
export interface Subscribing {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

/** A result as clients see it. */
export type Told = Omit<ExecutionResult, 'errors'> & { errors?: readonly GraphQLFormattedError[] };

/** A subscription that may not begin, and what HTTP says of it. */
export interface Refused {
  refused: readonly GraphQLFormattedError[];
  status: number;
  headers: ReadonlyMap<string, string>;
}

/** What came of asking for a subscription. */
export type Admitted = Refused | { tellings: AsyncGenerator<Told, void>; asked: ExecutionArgs };

/** What a subscription would cost, as dry runs of queries say it. */
export interface Priced {
  data: null;
  extensions: { cost: { query: number; maximum: number } };
}

/** Lets clients follow what changes, with the limits and the budget of queries: each telling is charged. */
export class Streams {
  private readonly schema = buildGraphqlSchema();
  private readonly queue = new PQueue({ concurrency: AT_ONCE });
  private readonly format: ReturnType<typeof errorFormatter>;

  constructor(private readonly options: StreamOptions) {
    this.format = errorFormatter(options.report);
  }

  /** Checks what is asked, charges it, and begins. Each telling is worked out when it is asked for, and charged as well. */
  async open(subscribing: Subscribing, charge: (cost: number) => Promise<void>): Promise<Admitted> {
    try {
      const { document, variables, operationName, cost } = this.admit(subscribing);
      await charge(cost);
      const stop = new AbortController();
      const following = {
        arrivals: this.options.arrivals,
        signal: stop.signal,
        looked: () => charge(LOOK_COST),
      };
      const args = { schema: this.schema, document, variableValues: variables, operationName };
      const contextValue = this.options.contextOf({ following });
      const source = await createSourceEventStream({ ...args, contextValue });
      if (!(Symbol.asyncIterator in source)) return this.refusal(...(source.errors ?? []));
      const tell = async (rootValue: unknown): Promise<ExecutionResult> => {
        await charge(cost);
        const signal = this.options.timeLimit();
        const contextValue = this.options.contextOf({ signal });
        const { watch = (work) => work() } = this.options;
        return await watch(async () => execute({ ...args, rootValue, contextValue }));
      };
      return { tellings: endedBy(stop, this.tellings(source, tell)), asked: args };
    } catch (error) {
      return this.refused(error);
    }
  }

  /** What a subscription costs, each telling as much, without beginning it. */
  price(subscribing: Subscribing): Refused | Priced {
    try {
      const { cost } = this.admit(subscribing);
      return { data: null, extensions: { cost: { query: cost, maximum: this.options.maximumCost } } };
    } catch (error) {
      return this.refused(error);
    }
  }

  private admit({ query, variables, operationName = null }: Subscribing) {
    const document = this.read(query);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw coded(
        'Expected one subscription, or its `operationName`; queries go to POST /graphql.',
        'BAD_USER_INPUT',
      );
    }
    refuseBeyondLimits(shapeOf(document, operation));
    refuseConditionsAtRoot(document, operation);
    const introspection = this.options.introspection ? [] : [NoSchemaIntrospectionCustomRule];
    this.demandValid(document, [...specifiedRules, ...introspection]);
    const asked = { document, operationName, variables: variables ?? {} };
    const cost = costOf(this.schema, asked) ?? 1;
    refuseBeyondCost(cost, this.options.maximumCost);
    return { ...asked, cost };
  }

  private read(query: unknown): DocumentNode {
    if (typeof query !== 'string')
      throw coded('Expected `query`, the text of a subscription.', 'BAD_REQUEST');
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: MAX_TOKENS });
    } catch (error) {
      throw error instanceof GraphQLError ? coded(error.message, 'GRAPHQL_PARSE_FAILED') : error;
    }
    // How large it is can be told of fragments alone that do not hold themselves.
    this.demandValid(document, [KnownFragmentNamesRule, NoFragmentCyclesRule]);
    return document;
  }

  private demandValid(document: DocumentNode, rules: typeof specifiedRules): void {
    const errors = validate(this.schema, document, rules, { maxErrors: 10 });
    if (errors.length > 0)
      throw new Refusal(errors.map(({ message }) => coded(message, 'GRAPHQL_VALIDATION_FAILED')));
  }

  private async *tellings(
    source: AsyncIterable<unknown>,
    tell: (payload: unknown) => Promise<ExecutionResult>,
  ): AsyncGenerator<Told, void> {
    try {
      for await (const payload of source) {
        const told = await this.queue.add(() => tell(payload), { throwOnTimeout: true });
        yield this.formatted(told);
      }
    } catch (error) {
      yield { errors: [this.formatError(error)] };
    }
  }

  private formatted({ data, errors }: ExecutionResult): Told {
    return errors === undefined
      ? { data: data ?? null }
      : { data: data ?? null, errors: errors.map((each) => this.formatError(each)) };
  }

  private formatError(error: unknown): GraphQLFormattedError {
    if (!(error instanceof GraphQLError)) return this.format({ message: String(error) }, error);
    const { http: _http, ...extensions } = error.extensions;
    return this.format({ ...error.toJSON(), message: this.unhinted(error.message), extensions }, error);
  }

  /** As with queries, who may not ask for the schema is not told which name was meant either. */
  private unhinted(message: string): string {
    return this.options.introspection ? message : message.replace(/ ?Did you mean(.+?)\?$/, '');
  }

  private refused(error: unknown): Refused {
    return this.refusal(...(error instanceof Refusal ? error.errors : [error]));
  }

  /** What whoever asks in vain is answered. */
  refusal(...errors: readonly unknown[]): Refused {
    const [first] = errors;
    const http = first instanceof GraphQLError ? (first.extensions['http'] as Http | undefined) : undefined;
    return {
      refused: errors.map((error) => this.formatError(error)),
      status: http?.status ?? 400,
      headers: http?.headers ?? new Map<string, string>(),
    };
  }
}

interface Http {
  status?: number;
  headers?: ReadonlyMap<string, string>;
}

/** Whoever waits for the next one may leave at once, and need not wait for it first. */
function endedBy(stop: AbortController, tellings: AsyncGenerator<Told, void>): AsyncGenerator<Told, void> {
  return {
    next: () => tellings.next(),
    return: (value) => {
      stop.abort();
      return tellings.return(value);
    },
    throw: (error) => {
      stop.abort();
      return tellings.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** What is followed must be known before anything is worked out: GraphQL has no condition on the field of a subscription. */
function refuseConditionsAtRoot(document: DocumentNode, operation: OperationDefinitionNode): void {
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const seen = new Set<string>();
  const refuseIn = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      const condition = selection.directives?.find(({ name: { value } }) => CONDITIONS.has(value));
      if (condition !== undefined)
        throw coded(
          `A subscription may not have @${condition.name.value} on its field; expected it further down.`,
          'GRAPHQL_VALIDATION_FAILED',
        );
      if (selection.kind === Kind.INLINE_FRAGMENT) refuseIn(selection.selectionSet);
      if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue;
      seen.add(selection.name.value);
      refuseIn(fragments.get(selection.name.value)?.selectionSet);
    }
  };
  refuseIn(operation.selectionSet);
}

const CONDITIONS: ReadonlySet<string> = new Set(['skip', 'include']);

/** Whether what a client sends is a subscription, as far as it can be read at all. */
export function isSubscription({ query, operationName }: Partial<Subscribing>): boolean {
  if (typeof query !== 'string' || !query.includes('subscription')) return false;
  try {
    const operation = getOperationAST(parse(query, { maxTokens: MAX_TOKENS }), operationName ?? null);
    return operation?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false;
  }
}

/** Several errors for which nothing begins. */
class Refusal extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('refused');
  }
}

function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
