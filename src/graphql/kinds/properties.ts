import type { PropertyDefinition } from '../../ontology/index.js';
import { plain } from '../field.js';
import type { NodeClass } from '../field.js';
import { propertyEnum } from '../types/enums.js';

/** Adds the fields of a kind’s properties; each is null where no source gives a value. */
export function addProperties(
  target: NodeClass<{ record: { properties: Readonly<Record<string, string>> } }>,
  properties: Readonly<Record<string, PropertyDefinition>>,
): void {
  for (const [name, property] of Object.entries(properties)) {
    const type = property.type === 'enum' ? propertyEnum(property) : String;
    plain(
      target,
      name,
      () => type,
      { description: property.description, nullable: true },
      ({ record }) => record.properties[name],
    );
  }
}
