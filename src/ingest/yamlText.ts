import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Wanted } from './offsets.js';

/** Something wrong with a text, where it is, counted in UTF-16 code units from 0. */
export interface Fault {
  offset: number;
  message: string;
}

export type TextReading = { value: unknown } | { faults: readonly Fault[] };

/** How deep lists and maps may lie in one another; a bundle needs less than ten levels. */
export const DEPTH_MAXIMUM = 100;

const TOO_DEEP = `expected at most ${DEPTH_MAXIMUM} levels, got more`;

/** How often aliases may repeat what they stand for, so that a short text cannot swell beyond all bounds. */
const ALIAS_MAXIMUM = 100;

/** A broken text brings on fault after fault; a person mends the first ones. */
const SYNTAX_FAULTS_MAXIMUM = 20;

/** The value of a YAML text of one document without tags, or what is wrong with it. */
export function readYaml(text: string): TextReading {
  try {
    const document = parse(text);
    const syntax = syntaxFaults(document, text);
    const faults = syntax.length > 0 ? syntax : nodeFaults(document);
    if (faults.length > 0) return { faults: faults.slice(0, SYNTAX_FAULTS_MAXIMUM) };
    return { value: document.toJS({ maxAliasCount: ALIAS_MAXIMUM }) as unknown };
  } catch (error) {
    return { faults: [{ offset: 0, message: wordsOf(error) }] };
  }
}

/** Where values and names stand in a text that `readYaml` takes. */
export function yamlOffsets(text: string, wanted: readonly Wanted[]): number[] {
  const document = parse(text);
  return wanted.map((each) => offsetOf(document, each));
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'error' });
}

function syntaxFaults({ errors }: Document.Parsed, text: string): Fault[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) return [{ offset: exhausted.pos[0], message: TOO_DEEP }];
  return errors.map(({ code, message, pos }) => {
    if (code === 'DUPLICATE_KEY') {
      const name = /[^\n:]*/.exec(text.slice(pos[0], pos[0] + 80))?.[0] ?? '';
      return { offset: pos[0], message: `expected each field once, got "${name}" twice` };
    }
    if (code === 'MULTIPLE_DOCS') {
      return { offset: pos[0], message: 'expected one document in the file, got another one after "---"' };
    }
    return { offset: pos[0], message: `expected YAML; ${message}` };
  });
}

function nodeFaults(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_key, node, path) {
      const offset = node.range?.[0] ?? 0;
      if (!isAlias(node) && node.tag !== undefined) {
        faults.push({ offset, message: `expected a value without a tag, got "${node.tag}"` });
      }
      if (isCollection(node) && path.filter(isCollection).length >= DEPTH_MAXIMUM) {
        faults.push({ offset, message: TOO_DEEP });
        return visit.BREAK;
      }
      if (isAlias(node) && !anchors.has(node.source)) {
        faults.push({ offset, message: `expected an anchor "&${node.source}" before its alias, got none` });
      }
      if (isAlias(node) && path.some((around) => isNode(around) && node.source === anchorOf(around))) {
        faults.push({
          offset,
          message: `expected an alias outside of what it stands for, got "*${node.source}"`,
        });
      }
      const anchor = anchorOf(node);
      if (anchor !== undefined) anchors.add(anchor);
      return undefined;
    },
  });
  return faults;
}

function anchorOf(node: Node): string | undefined {
  return isAlias(node) ? undefined : (node as { anchor?: string }).anchor;
}

/** Of the innermost node on the way to the value that is there. */
function offsetOf(document: Document.Parsed, { path, of }: Wanted): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, name] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const step: Step | null = isSeq(node)
      ? itemOf(node.items, name)
      : isMap(node)
        ? fieldOf(node.items, name)
        : null;
    if (step === null) return offset;
    node = step.value;
    const wantsName = of === 'name' && index === path.length - 1;
    const found = wantsName ? (step.name ?? step.value) : (step.value ?? step.name);
    offset = found?.range?.[0] ?? offset;
  }
  return offset;
}

interface Step {
  name: Node | null;
  value: Node | null;
}

function itemOf(items: readonly unknown[], index: string | number): Step | null {
  const item = items[Number(index)];
  return item === undefined ? null : { name: null, value: asNode(item) };
}

function fieldOf(pairs: readonly { key: unknown; value: unknown }[], name: string | number): Step | null {
  const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === name);
  return pair === undefined ? null : { name: asNode(pair.key), value: asNode(pair.value) };
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

function wordsOf(error: unknown): string {
  if (error instanceof RangeError) return TOO_DEEP;
  if (error instanceof ReferenceError) {
    return `expected aliases that repeat at most ${ALIAS_MAXIMUM} values, got more`;
  }
  throw error;
}
