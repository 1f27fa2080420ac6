import { Int, ObjectType } from 'type-graphql';
import type { SourceRecord } from '../../ontology/index.js';
import { connectionComplexity, connectionType } from './connection.js';
import type { Loaders } from '../loaders.js';
import { NodeBase } from './node.js';
import { allThere } from '../awaitable.js';
import { plain, resolved } from '../field.js';
import { FactListArgs } from './arguments.js';
import { FactConnection, factConnection } from './factConnection.js';

/** A document that facts are taken from. */
@ObjectType('Source', { implements: NodeBase, description: 'A document that facts are taken from.' })
export class SourceNode extends NodeBase {
  readonly typeName = 'Source';

  constructor(
    readonly record: SourceRecord,
    readonly loaders: Loaders,
  ) {
    super();
  }

  get key(): string {
    return this.record.key;
  }
}

const text = () => String;
const optional = (description: string) => ({ description, nullable: true });

plain(SourceNode, 'key', text, { description: 'The permanent key: "source/…".' }, ({ record }) => record.key);
plain(SourceNode, 'title', text, { description: 'The title.' }, ({ record }) => record.title);
plain(
  SourceNode,
  'publisher',
  text,
  optional('Who published it, if the document says so.'),
  ({ record }) => record.publisher,
);
plain(
  SourceNode,
  'authors',
  () => [String],
  { description: 'Who wrote it, as the document names them.' },
  ({ record }) => record.authors,
);
plain(
  SourceNode,
  'published',
  text,
  optional('When it was published, as EDTF, if the document says so.'),
  ({ record }) => record.published,
);
plain(SourceNode, 'url', text, optional('Where it can be read, if known.'), ({ record }) => record.url);
plain(
  SourceNode,
  'language',
  text,
  optional('The language as a BCP 47 tag.'),
  ({ record }) => record.language,
);
plain(
  SourceNode,
  'document',
  text,
  optional('The name of the file of which the paragraphs are counted.'),
  ({ record }) => record.document,
);
plain(SourceNode, 'note', text, optional('What a reader should know about it.'), ({ record }) => record.note);
resolved(
  SourceNode,
  'derivedFrom',
  () => [SourceNode],
  {
    description:
      'The sources from which it takes what it says, as far as it says so: what it translates, reprints or retells.',
  },
  async ({ record, loaders }) => {
    const records = await allThere((record.derivedFrom ?? []).map((key) => loaders.source(key)));
    return records.map((each) => (each === null ? null : new SourceNode(each, loaders)));
  },
);
plain(
  SourceNode,
  'revision',
  () => Int,
  { description: 'How often the record has been written, from 1.' },
  ({ record }) => record.revision,
);
plain(
  SourceNode,
  'recordedAt',
  text,
  { description: 'When this revision was recorded, ISO 8601 in UTC.' },
  ({ record }) => record.recordedAt,
);
resolved(
  SourceNode,
  'facts',
  () => FactConnection,
  { description: 'The facts that cite it.', args: FactListArgs, complexity: connectionComplexity },
  (source, args: FactListArgs, context) =>
    factConnection(context, args, { sources: [source.key] }, source.loaders),
);

export const SourceConnection = connectionType('Source', () => SourceNode);
