import { getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Draws } from './draws.js';
import { HOSTILE_GRAPHQL_NAMES } from './hostile.js';

/** Writes values into the text of a query, or beside it as variables. */
export class Literals {
  /** As they are sent. */
  readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];

  constructor(private readonly draws: Draws) {}

  /** A value for a place of this type, with variables for some of it. */
  write(value: unknown, type: GraphQLInputType): string {
    if (this.draws.chance(30)) return `$${this.declare(value, String(type))}`;
    return this.literal(value, type);
  }

  /** Declares a variable that is sent, and gives its name. */
  declare(value: unknown, type: string): string {
    const name = this.newName();
    this.declared.push(`$${name}: ${type}`);
    // An assignment to `__proto__` would be none.
    Object.defineProperty(this.variables, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
    return name;
  }

  /** Declares a variable that is not sent at first. */
  declareOpen(type: string): string {
    const name = `open${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    return name;
  }

  declarations(): string {
    return this.declared.length === 0 ? '' : `(${this.declared.join(', ')})`;
  }

  private newName(): string {
    const wished = this.draws.chance(4) ? this.draws.one(HOSTILE_GRAPHQL_NAMES) : '';
    return wished === '' || Object.hasOwn(this.variables, wished) ? `v${this.declared.length}` : wished;
  }

  private literal(value: unknown, type: GraphQLInputType): string {
    const bare = getNullableType(type);
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) {
      const of = isListType(bare) ? bare.ofType : type;
      return `[${value.map((each) => this.part(each, of)).join(', ')}]`;
    }
    if (typeof value === 'object') {
      const fields = isInputObjectType(bare) ? bare.getFields() : {};
      const entries = Object.entries(value).map(([name, each]) => {
        const of = Object.hasOwn(fields, name) ? fields[name]?.type : undefined;
        return `${name}: ${of === undefined ? this.literal(each, type) : this.part(each, of)}`;
      });
      return `{${entries.join(', ')}}`;
    }
    if (typeof value === 'string') {
      const leaf = isListType(bare) ? getNullableType(bare.ofType) : bare;
      return isEnumType(leaf) && /^[_A-Za-z]\w*$/.test(value) ? value : this.quoted(value);
    }
    return JSON.stringify(value).replace('e+', 'e');
  }

  private part(value: unknown, type: GraphQLInputType): string {
    return this.draws.chance(8) ? `$${this.declare(value, String(type))}` : this.literal(value, type);
  }

  /** Escaped, as it stands, or as a block. */
  private quoted(text: string): string {
    if (this.draws.chance(10) && !/["\\\n\r]/.test(text)) return `"${text}"`;
    if (this.draws.chance(10) && !/["\\]/.test(text)) return `"""${text}"""`;
    return JSON.stringify(text);
  }
}
