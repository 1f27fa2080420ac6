import { ConfrereError } from '../errors.js';
import { isKey } from '../ontology/index.js';

/** Relay's global id of a record: its type and key, opaque to clients and the same for ever. */
export function toGlobalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Reads a global id back; refuses with BAD_ID what this service never gave out. */
export function fromGlobalId(id: string): { type: string; key: string } {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(0, colon));
  const key = text.slice(colon + 1);
  if (type === '' || !isKey(key) || toGlobalId(type, key) !== id) {
    throw new ConfrereError(
      'BAD_ID',
      `"${shorten(id)}" is no id of this service. Pass an \`id\` as an earlier answer gave it; to ask by a key such as ` +
        `"doctor/nguyen-phu-huu" use \`entity(key:)\`, \`fact(key:)\` or \`source(key:)\`.`,
    );
  }
  return { type, key };
}

/** Cuts what a client sent to a length that is fit for a message. */
export function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
