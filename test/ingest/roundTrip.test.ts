import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readBundles } from '../../src/ingest/bundles.js';
import type { BundleContents } from '../../src/ingest/contents.js';
import { EXTERNAL_ID_SCHEMES, STATUSES, ontology } from '../../src/ontology/index.js';
import type { EntityContent, ExternalId, FactStatus } from '../../src/ontology/index.js';
import { problemsOfEntity, problemsOfFact } from '../../src/store/recordProblems.js';
import {
  anyEntityContent,
  anyFactContent,
  judgementContent,
  sourceContent,
} from '../helpers/arbitraries/contents.js';
import { bundleOf } from './authoring.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-round-trip-'));
});
afterAll(() => rm(folder, { recursive: true }));

const stated = fc.record({
  content: anyFactContent(ontology),
  status: fc.constantFrom(...(Object.keys(STATUSES) as FactStatus[])),
});

const written = fc.record({
  source: fc.option(sourceContent, { nil: undefined }),
  entities: fc.array(anyEntityContent(ontology).map(inCanonicalOrder), { maxLength: 4 }),
  facts: fc.array(stated, { maxLength: 4 }),
  judgements: fc.array(judgementContent(ontology), { maxLength: 2 }),
});

/** The ways in which people and programs lay out the same bundle. */
const layouts: Readonly<Record<string, (bundle: object) => string>> = {
  'plain.yaml': (bundle) => stringify(bundle),
  'flow.yml': (bundle) => stringify(bundle, { collectionStyle: 'flow', lineWidth: 0 }),
  'quoted.yaml': (bundle) => stringify(bundle, { defaultStringType: 'QUOTE_SINGLE', indent: 4 }),
  'aliases.yaml': (bundle) => stringify(bundle, { aliasDuplicateObjects: true }),
  'windows.yaml': (bundle) => `\ufeff${stringify(bundle).replaceAll('\n', '\r\n')}`,
  'tabs.json': (bundle) => JSON.stringify(bundle, null, '\t'),
  'dense.json': (bundle) => JSON.stringify({ $schema: '../schema/bundle.schema.json', ...bundle }),
};

test('what a bundle says is read as it was meant, however it is laid out', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      written,
      fc.constantFrom(...Object.keys(layouts)),
      async ({ source, ...rest }, layout) => {
        const path = join(folder, `${run++}-${layout}`);
        await writeFile(path, layouts[layout]?.(bundleOf(source, rest)) ?? '');
        const { contents, findings } = await readBundles([path], ontology, () => undefined);
        expect(findings).toEqual([]);
        const expected: BundleContents = { sources: source === undefined ? [] : [source], ...rest };
        expect(contents).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('what the schema of bundles takes, no store refuses', async () => {
  const path = join(folder, 'taken.json');
  await fc.assert(
    fc.asyncProperty(written, async ({ source, ...rest }) => {
      await writeFile(path, JSON.stringify(bundleOf(source, rest)));
      const { contents } = await readBundles([path], ontology, () => undefined);
      const problems = [
        ...contents.entities.flatMap((entity) => problemsOfEntity(entity, ontology)),
        ...contents.facts.flatMap(({ content }) => problemsOfFact(content, ontology)),
      ];
      expect(problems).toEqual([]);
      expect(contents.facts).toHaveLength(rest.facts.length);
    }),
    { numRuns: 100 },
  );
});

/** The form in which a bundle has ids: one of each scheme. */
function inCanonicalOrder(entity: EntityContent): EntityContent {
  const schemes = Object.keys(EXTERNAL_ID_SCHEMES);
  const byScheme = new Map(entity.externalIds.map((id): [string, ExternalId] => [id.scheme, id]));
  return { ...entity, externalIds: schemes.flatMap((scheme) => byScheme.get(scheme) ?? []) };
}
