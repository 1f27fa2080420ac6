import { z } from 'zod';
import type { Ontology } from './registry.js';

/** A key: `prefix/slug`, for instance `doctor/nguyen-phu-huu`. Permanent, and plain ASCII so that all stores order it alike. */
export const KEY_PATTERN = /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*(~[0-9]+)?$/;
export const KEY_MAXIMUM = 200;

const SLUG = 'lower-case letters and digits, with single hyphens between';

/** A key with one of these prefixes. */
export function keySchema(prefixes: readonly string[]): z.ZodString {
  return z
    .string()
    .max(KEY_MAXIMUM, `expected a key of at most ${KEY_MAXIMUM} characters`)
    .regex(
      new RegExp(`^(${prefixes.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`),
      `expected a key "${prefixes.join('|')}/…" of ${SLUG}`,
    );
}

/** The key of any entity of these kinds; all kinds when none are named. */
export function entityKeySchema(ontology: Ontology, kinds?: readonly string[]): z.ZodString {
  return keySchema(
    (kinds ?? ontology.entityKinds.map((kind) => kind.name)).map((name) => ontology.entityKind(name).prefix),
  );
}

export const sourceKeySchema = keySchema(['source']);

/** True for a well-formed key of any kind. */
export function isKey(key: string): boolean {
  return key.length <= KEY_MAXIMUM && KEY_PATTERN.test(key);
}

/**
 * A fact's key names one wording for ever. When a bundle changes a fact, the next wording is recorded under the same
 * key with a version behind a tilde: `training/a`, `training/a~2`, `training/a~3`.
 */
export function nextVersionOfKey(key: string): string {
  const { base, version } = splitVersion(key);
  return `${base}~${version + 1}`;
}

/** The key under which a bundle names the fact, and which wording of it this is, from 1. */
export function splitVersion(key: string): { base: string; version: number } {
  const [base = key, version] = key.split('~');
  return { base, version: version === undefined ? 1 : Number(version) };
}
