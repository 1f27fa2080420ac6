import { ConfrereError } from '../../errors.js';
import { isKey, ontology } from '../../ontology/index.js';
import type { EntityRecord, SourceRecord } from '../../ontology/index.js';
import type { View } from './view.js';

/*
 * A question about a key that does not exist has no answer: an empty list would say that nobody trained there, when the
 * truth is that the key was mistyped. So questions refuse unknown keys with BAD_KEY.
 */

/** For an argument that takes the key of any entity. */
export const EVERY_KIND: readonly string[] = ontology.entityKinds.map(({ name }) => name);

/** The entities of these keys, each of one of the kinds. `argument` names the argument in messages. */
export async function demandEntities(
  view: View,
  argument: string,
  keys: readonly string[],
  kinds: readonly string[],
): Promise<EntityRecord[]> {
  if (keys.length === 0) return [];
  for (const key of keys) demandKind(argument, key, kinds);
  const records = await view.entities(keys);
  return records.map(
    (record, index) => record ?? unknownKey(view, argument, keys[index] ?? '', 'entities(name:)'),
  );
}

/** The sources of these keys. */
export async function demandSources(
  view: Pick<View, 'sources' | 'knownIn'>,
  argument: string,
  keys: readonly string[],
): Promise<SourceRecord[]> {
  if (keys.length === 0) return [];
  const records = await view.sources(keys);
  return records.map((record, index) => record ?? unknownKey(view, argument, keys[index] ?? '', 'sources'));
}

function demandKind(argument: string, key: string, kinds: readonly string[]): void {
  const kind = isKey(key) ? ontology.entityKindOfKey(key)?.name : undefined;
  if (kind !== undefined && kinds.includes(kind)) return;
  const forms = kinds.map((name) => `"${ontology.entityKind(name).prefix}/…"`).join(' or ');
  throw new ConfrereError(
    'BAD_KEY',
    `\`${argument}\` names "${key.slice(0, 200)}"${kind === undefined ? '' : `, which is a key of the kind ${kind}`}; expected a key ${forms}.`,
  );
}

function unknownKey({ knownIn }: Pick<View, 'knownIn'>, argument: string, key: string, where: string): never {
  const known = knownIn === Number.MAX_SAFE_INTEGER ? '' : ` as known in changeset ${knownIn}`;
  throw new ConfrereError(
    'BAD_KEY',
    `\`${argument}\` names "${key.slice(0, 200)}", but there is nothing with that key${known}. Look keys up with \`${where}\`.`,
  );
}

/**
 * Refuses, with BAD_USER_INPUT, several keys of which all are judged one where a question is about different ones. `keys`
 * are those that stand for what was asked.
 */
export function demandApart(
  view: View,
  argument: string,
  asked: readonly string[],
  keys: readonly string[],
): void {
  const [key] = keys;
  if (key === undefined || keys.length > 1 || new Set(asked).size < 2) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`${argument}\` names ${new Set(asked).size} keys that are judged one and the same (${view.clusters.judgements(key).join(', ')}); ` +
      'expected different entities. Ask with `identity: STRICT` to take each key for itself.',
  );
}
