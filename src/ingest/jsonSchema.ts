import { z } from 'zod';
import { bundleSchema } from '../ontology/index.js';
import type { Ontology } from '../ontology/index.js';

/** The JSON Schema (draft 7, which editors know best) of the bundle format, derived from the kinds. */
export function bundleJsonSchema(ontology: Ontology): Record<string, unknown> {
  const { $schema, properties, ...rest } = z.toJSONSchema(bundleSchema(ontology), {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      const kind = jsonSchema.properties?.['kind'];
      if (typeof kind === 'object' && typeof kind.const === 'string') jsonSchema.title = kind.const;
    },
  });
  return {
    $schema,
    title: 'Bundle of Confrere',
    ...rest,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema, for editors.' },
      ...properties,
    },
  };
}
