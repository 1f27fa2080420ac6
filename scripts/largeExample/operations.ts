import { bundleSchema, ontology } from '../../src/ontology/index.js';
import { contentsOf } from '../../src/ingest/contents.js';
import type { Operation } from '../../src/store/changeset.js';
import { exampleBundles } from './bundles.js';
import type { ExampleOptions } from './world.js';

/**
 * The example as operations for `Store.apply`, in batches that each may be a changeset of its own, in this order. Each is
 * validated as an import would, and says what an import of the same example says.
 */
export async function* exampleOperations(options: ExampleOptions): AsyncGenerator<Operation[]> {
  const schema = bundleSchema(ontology);
  for (const { name: _name, ...bundle } of exampleBundles(options)) {
    const { sources, entities, facts } = contentsOf(schema.parse(bundle), ontology);
    yield [
      ...sources.map((source): Operation => ({ op: 'putSource', source })),
      ...entities.map((entity): Operation => ({ op: 'putEntity', entity })),
      ...facts.map(({ content, status }): Operation => ({ op: 'recordFact', fact: content, status })),
    ];
  }
}
