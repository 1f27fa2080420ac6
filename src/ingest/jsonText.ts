import { OffsetFinder } from './offsets.js';
import type { Wanted } from './offsets.js';
import { DEPTH_MAXIMUM } from './yamlText.js';
import type { Fault, TextReading } from './yamlText.js';

/** The value of a strict JSON text in which no map has a field twice, or what is wrong with it. */
export function readJson(text: string): TextReading {
  const run = new JsonRun(text);
  const fault = run.through();
  const faults = fault === null ? run.duplicates : [...run.duplicates, fault];
  return faults.length > 0 ? { faults } : { value: JSON.parse(text) as unknown };
}

/** Where values and names stand in a text that `readJson` takes. */
export function jsonOffsets(text: string, wanted: readonly Wanted[]): number[] {
  const finder = new OffsetFinder(wanted);
  new JsonRun(text, finder).through();
  return finder.offsets;
}

const TOKEN = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;
const MARKS = '{}[],:';

class Stop extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

/** A run through a JSON text. `JSON.parse` says neither where a fault is nor that a field stands twice. */
class JsonRun {
  readonly duplicates: Fault[] = [];
  private token = '';
  private offset = 0;
  private end = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly finder?: OffsetFinder,
  ) {}

  /** The fault that ends the run early, or null. */
  through(): Fault | null {
    try {
      this.next();
      this.value(null, 0);
      if (this.token !== '') this.refuse('the end of the text');
      return null;
    } catch (error) {
      if (error instanceof Stop) return error.fault;
      throw error;
    }
  }

  private value(name: string | number | null, nameOffset: number): void {
    this.finder?.enter(name, this.offset, nameOffset);
    if (this.token === '{') this.map();
    else if (this.token === '[') this.list();
    else if (this.token === '' || MARKS.includes(this.token)) this.refuse('a value');
    else this.next();
    this.finder?.leave();
  }

  private list(): void {
    this.deeper();
    for (let index = 0; this.token !== ']'; index++) {
      if (index > 0) this.take(',', '"," or "]"');
      this.value(index, this.offset);
      if (this.token !== ',' && this.token !== ']') this.refuse('"," or "]"');
    }
    this.shallower();
  }

  private map(): void {
    this.deeper();
    const names = new Set<string>();
    while (this.token !== '}') {
      if (names.size > 0) this.take(',', '"," or "}"');
      const nameOffset = this.offset;
      const name = this.name();
      if (names.has(name)) {
        this.duplicates.push({
          offset: nameOffset,
          message: `expected each field once, got "${name}" twice`,
        });
      }
      names.add(name);
      this.take(':', '":"');
      this.value(name, nameOffset);
      if (this.token !== ',' && this.token !== '}') this.refuse('"," or "}"');
    }
    this.shallower();
  }

  private name(): string {
    if (!this.token.startsWith('"')) this.refuse('the name of a field in double quotes');
    const name = JSON.parse(this.token) as string;
    this.next();
    return name;
  }

  private take(mark: string, expected: string): void {
    if (this.token !== mark) this.refuse(expected);
    this.next();
  }

  private deeper(): void {
    this.depth++;
    if (this.depth > DEPTH_MAXIMUM) {
      throw new Stop({ offset: this.offset, message: `expected at most ${DEPTH_MAXIMUM} levels, got more` });
    }
    this.next();
  }

  private shallower(): void {
    this.depth--;
    this.next();
  }

  /** Reads the next token, which is empty at the end of the text. */
  private next(): void {
    this.offset = this.endOf(SPACE, this.end);
    this.end = this.text[this.offset] === '"' ? this.endOfString() : this.endOf(TOKEN, this.offset);
    this.token = this.text.slice(this.offset, this.end);
    if (this.token === '' && this.offset < this.text.length) {
      this.token = this.text.slice(this.offset, this.offset + 1);
      this.refuse('JSON');
    }
  }

  // Run by run: one pattern for the whole string overflows the stack of the pattern matcher on a long one.
  private endOfString(): number {
    let end = this.offset + 1;
    for (;;) {
      end = this.endOf(PLAIN_CHARACTERS, end);
      if (this.text[end] === '"') return end + 1;
      const afterEscape = this.endOf(ESCAPE, end);
      if (afterEscape === end) {
        this.offset = end;
        this.token = this.text.slice(end, end + 1);
        this.refuse('the end of a string, or an escape that JSON knows');
      }
      end = afterEscape;
    }
  }

  /** Where the pattern ends that begins at `start`; `start` itself when it does not fit there. */
  private endOf(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    return pattern.test(this.text) ? pattern.lastIndex : start;
  }

  private refuse(expected: string): never {
    const came = this.token === '' ? 'the end of the text' : JSON.stringify(this.token.slice(0, 40));
    throw new Stop({ offset: this.offset, message: `expected ${expected}, got ${came}` });
  }
}
