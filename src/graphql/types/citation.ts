import { ObjectType } from 'type-graphql';
import type { Citation } from '../../ontology/index.js';
import { plain, resolved } from '../field.js';
import { whenThere } from '../awaitable.js';
import type { Loaders } from '../loaders.js';
import { LocatorValue } from './values.js';
import { SourceNode } from './source.js';

/** A source, and where in it. */
@ObjectType('Citation', { description: 'Who says so: a source, and where in it.' })
export class CitationNode {
  constructor(
    readonly citation: Citation,
    readonly loaders: Loaders,
  ) {}
}

resolved(
  CitationNode,
  'source',
  () => SourceNode,
  { description: 'The source.' },
  ({ citation, loaders }) =>
    whenThere(loaders.source(citation.source), (record) =>
      record === null ? null : new SourceNode(record, loaders),
    ),
);
plain(
  CitationNode,
  'locator',
  () => LocatorValue,
  { description: 'Where in the source.' },
  ({ citation }) => locator(citation),
);
plain(
  CitationNode,
  'quote',
  () => String,
  { description: 'The words of the source, where its owner allows that they are kept.', nullable: true },
  ({ citation }) => citation.quote,
);

function locator({ paragraph, page, time, section }: Citation): LocatorValue {
  const parts: string[] = [];
  if (section !== undefined) parts.push(`section “${section}”`);
  if (page !== undefined) parts.push(`page ${page}`);
  if (paragraph !== undefined) parts.push(`paragraph ${paragraph}`);
  if (time !== undefined) parts.push(`at ${time}`);
  return { text: parts.join(', '), paragraph, page, time, section };
}
