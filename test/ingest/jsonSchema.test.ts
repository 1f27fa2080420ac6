import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundleJsonSchema } from '../../src/ingest/index.js';
import { findBundles } from '../../src/ingest/files.js';
import { ontology } from '../../src/ontology/index.js';
import { SEEDS_DIRECTORY } from '../../src/paths.js';
import {
  anyEntityContent,
  anyFactContent,
  judgementContent,
  sourceContent,
} from '../helpers/arbitraries/contents.js';
import { bundleOf } from './authoring.js';

/** What an editor does with the schema; whether a web address is one is left to the import. */
const validate = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
  bundleJsonSchema(ontology),
);

test('every seed bundle is sound to an editor', async () => {
  const bundles = await findBundles([SEEDS_DIRECTORY], []);
  expect(bundles.length).toBeGreaterThan(0);
  for (const path of bundles) {
    validate(parse(await readFile(path, 'utf8')));
    expect(validate.errors, path).toBeNull();
  }
});

test('what an import takes is sound to an editor', () => {
  const facts = anyFactContent(ontology).map((content) => ({ content, status: 'ACCEPTED' as const }));
  fc.assert(
    fc.property(
      sourceContent,
      fc.array(anyEntityContent(ontology), { maxLength: 2 }),
      fc.array(facts, { maxLength: 2 }),
      fc.array(judgementContent(ontology), { maxLength: 1 }),
      (source, entities, facts, judgements) => {
        validate({ $schema: 'bundle.schema.json', ...bundleOf(source, { entities, facts, judgements }) });
        expect(validate.errors).toBeNull();
      },
    ),
  );
});

test.each([
  ['an unknown field', { facts: [], fact: [] }],
  ['an unknown kind', { entities: [{ kind: 'Nurse', key: 'nurse/a', names: ['A'], editor: 'E' }] }],
  ['a key of another prefix', { entities: [{ kind: 'Doctor', key: 'person/a', names: ['A'], editor: 'E' }] }],
  ['a fact without citations', { facts: [{ kind: 'Training', key: 'training/x', statement: 'S' }] }],
  ['text without quotes', { source: { key: 'source/a', title: 2016 } }],
])('%s is wrong to an editor', (_name, bundle) => {
  expect(validate(bundle)).toBe(false);
});

test('a field is explained in the words of the ontology', () => {
  const schema = JSON.stringify(bundleJsonSchema(ontology));
  for (const { name, description } of ontology.factKinds) {
    expect(schema).toContain(`"title":${JSON.stringify(name)}`);
    expect(schema).toContain(JSON.stringify(description));
  }
});
