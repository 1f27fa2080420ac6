import type { ImportSummary } from '../ingest/index.js';
import { displayPath } from '../paths.js';
import type { Store } from '../store/port.js';

/** Where a store keeps its data, as people are told. */
export function placeOf({ kind, location }: Pick<Store, 'kind' | 'location'>): string {
  return kind === 'embedded' ? displayPath(location) : `Neo4j at ${location}`;
}

/** What became of the records, a line for each sort that there were any of. */
export function importedRecords(records: ImportSummary['records']): string[] {
  return Object.entries(records)
    .filter(([, { added, changed, unchanged }]) => added + changed + unchanged > 0)
    .map(
      ([kind, { added, changed, unchanged }]) =>
        `  ${kind.padEnd(10)} ${added} new, ${changed} changed, ${unchanged} as before`,
    );
}
