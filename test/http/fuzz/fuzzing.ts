import { isDeepStrictEqual } from 'node:util';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { USER_INPUT_CODES } from '../../../src/errors.js';
import { despiteIdleConnections, post } from '../../helpers/serving.js';
import { Fitting } from './fits.js';
import type { FuzzedOperation } from './operations.js';
import type { Coordinate } from './routes.js';

/** What a question may be told; all else is a fault of the service or of its store. */
const CODES: ReadonlySet<string> = new Set([
  ...USER_INPUT_CODES,
  'BAD_REQUEST',
  'COST_LIMIT_EXCEEDED',
  'DEADLINE_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_LIMIT_EXCEEDED',
]);

/** So much longer than the service may take as a busy machine does. */
const PATIENCE_MILLISECONDS = 60_000;

const answerContent = z.strictObject({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.strictObject({
        message: z.string().min(1),
        path: z.array(z.union([z.string(), z.int()])).optional(),
        locations: z.array(z.unknown()).optional(),
        extensions: z.looseObject({ code: z.string() }),
      }),
    )
    .min(1)
    .optional(),
  extensions: z.object({ cost: z.object({ query: z.int(), maximum: z.int() }) }).optional(),
});

type Answer = z.infer<typeof answerContent>;

/** What came of many operations. */
export class Tally {
  operations = 0;
  withData = 0;
  furtherPages = 0;
  readonly codes = new Map<string, number>();
  readonly executed = new Set<Coordinate>();
  readonly filled = new Set<Coordinate>();
  /** What must not be, with the operation that shows it. */
  readonly faults: string[] = [];
}

/** Asks operations of a service, each twice, and looks at the answers. */
export class Fuzzing {
  readonly tally = new Tally();

  constructor(
    private readonly url: string,
    private readonly schema: GraphQLSchema,
  ) {}

  /** Asks all of them, some at once. */
  async all(operations: readonly FuzzedOperation[]): Promise<Tally> {
    const left = operations.values();
    const AT_ONCE = 4;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const operation of left) await this.try(operation);
      }),
    );
    return this.tally;
  }

  /** Asks one, and for the next page where it is of a list that goes on. */
  private async try(operation: FuzzedOperation): Promise<void> {
    const answer = await this.ask(operation);
    const { paging } = operation;
    const list =
      paging === undefined ? undefined : listContent.safeParse(member(answer?.data, paging.alias)).data;
    const cursor = paging === undefined ? null : (list?.pageInfo[paging.cursor] ?? null);
    if (paging === undefined || cursor === null) return;
    const variables = { ...operation.variables, [paging.variable]: cursor };
    const further = await this.ask({ ...operation, variables });
    this.tally.furtherPages++;
    const refused = further?.errors?.find(({ extensions }) => extensions.code === 'BAD_CURSOR');
    if (refused !== undefined) this.fault(operation, `its own cursor is refused: ${refused.message}`);
  }

  private async ask(operation: FuzzedOperation): Promise<Answer | undefined> {
    const { tally } = this;
    tally.operations++;
    try {
      const answer = await this.answer(operation);
      for (const code of new Set((answer.errors ?? []).map(({ extensions }) => extensions.code)))
        tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
      if (answer.data != null) tally.withData++;
      this.look(operation, answer);
      // The first time it is interpreted, the second time compiled.
      const again = await this.answer(operation);
      const isSame = isDeepStrictEqual(comparable(answer), comparable(again));
      if (!isSame && ![answer, again].some(isLate))
        this.fault(operation, `asked again, it answers otherwise:\n${JSON.stringify([answer, again])}`);
      return answer;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
      this.fault(operation, String(error) + cause);
      return undefined;
    }
  }

  private async answer({ query, variables, operationName }: FuzzedOperation): Promise<Answer> {
    const body = JSON.stringify({ query, variables, operationName });
    const response = await despiteIdleConnections(() =>
      post(this.url, body, {}, AbortSignal.timeout(PATIENCE_MILLISECONDS)),
    );
    const text = await response.text();
    if (response.status >= 500)
      throw new Error(`it answers with ${response.status}: ${text.slice(0, 1_000)}`);
    return answerContent.parse(JSON.parse(text));
  }

  private look(operation: FuzzedOperation, { data, errors = [], extensions }: Answer): void {
    for (const {
      message,
      path,
      extensions: { code },
    } of errors) {
      if (!CODES.has(code)) this.fault(operation, `${code}: ${message}`);
      if (path !== undefined && data != null && !endsInNull(data, path))
        this.fault(operation, `an error is at ${path.join('.')}, where there is an answer`);
    }
    if (data == null) {
      if (errors.length === 0) this.fault(operation, 'neither data nor errors');
      return;
    }
    if (extensions?.cost === undefined) this.fault(operation, 'it is answered, and was not priced');
    const document = parse(operation.query);
    const declared = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    const { coerced, errors: bad } = getVariableValues(
      this.schema,
      declared?.variableDefinitions ?? [],
      operation.variables,
    );
    const wrong = [...validate(this.schema, document), ...(bad ?? [])];
    if (wrong.length > 0)
      return this.fault(operation, `it is answered, but: ${wrong.map(String).join('; ')}`);
    const fitting = new Fitting({ schema: this.schema, document, variables: coerced ?? {} }).look(data);
    for (const problem of fitting.problems) this.fault(operation, problem);
    for (const each of fitting.executed) this.tally.executed.add(each);
    for (const each of fitting.filled) this.tally.filled.add(each);
  }

  private fault({ query, variables, operationName }: FuzzedOperation, what: string): void {
    this.tally.faults.push(`${what}\n${JSON.stringify({ query, variables, operationName })}`);
  }
}

const listContent = z.object({
  pageInfo: z.object({ startCursor: z.string().nullable(), endCursor: z.string().nullable() }),
});

function isLate({ errors = [] }: Answer): boolean {
  return errors.some(({ extensions }) => extensions.code === 'DEADLINE_EXCEEDED');
}

function member(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined;
}

function endsInNull(data: unknown, path: readonly (string | number)[]): boolean {
  return nullOf(data, path) !== undefined;
}

/** The path to the null that an error made: where the field of the error may not be null, one further up. */
function nullOf(data: unknown, path: readonly (string | number)[]): string | undefined {
  let at: unknown = data;
  for (const [index, part] of path.entries()) {
    if (at === null) return path.slice(0, index).join('.');
    at = member(at, String(part));
  }
  return at === null ? path.join('.') : undefined;
}

/** Of several errors that make one null the first is told, and any of them may be the first. */
function comparable({ data = null, errors = [] }: Answer): object {
  return { data, nulls: new Set(errors.map(({ path = [] }) => nullOf(data, path))) };
}
