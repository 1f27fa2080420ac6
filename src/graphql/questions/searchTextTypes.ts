import { Float, ObjectType } from 'type-graphql';
import type { TextHit, TextSearch } from '../../traversals/index.js';
import { plain, resolved } from '../field.js';
import type { Loaders } from '../loaders.js';
import { connectionType } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { cutField } from '../types/cut.js';
import { FactNode } from '../types/fact.js';
import { loadFact } from '../types/present.js';
import { SourceNode } from '../types/source.js';
import { MatchedWordValue } from './searchTypes.js';

/** What was found by words of its text. */
export class TextHitNode {
  constructor(
    readonly hit: TextHit,
    readonly loaders: Loaders,
  ) {}
}

@ObjectType('FactHit', { description: 'A fact that was found by words of its statement.' })
export class FactHitNode extends TextHitNode {}

@ObjectType('SourceHit', {
  description: 'A source that was found by words of its title, its publisher or its authors.',
})
export class SourceHitNode extends TextHitNode {}

resolved(
  FactHitNode,
  'fact',
  () => FactNode,
  { description: 'The fact, with its citations.' },
  ({ hit, loaders }) => loadFact(hit.key, loaders),
);
resolved(
  SourceHitNode,
  'source',
  () => SourceNode,
  { description: 'The source.' },
  async ({ hit, loaders }) => {
    const record = await loaders.source(hit.key);
    return record === null ? null : new SourceNode(record, loaders);
  },
);

for (const type of [FactHitNode, SourceHitNode]) {
  plain<TextHitNode>(
    type,
    'score',
    () => Float,
    {
      description:
        'How well it answers, from 0 to 1. To order by, and to compare within one answer; short texts stand before long ones.',
    },
    ({ hit }) => hit.score,
  );
  plain<TextHitNode>(
    type,
    'words',
    () => [MatchedWordValue],
    { description: 'The words that were typed, as far as the text has them.' },
    ({ hit }) => hit.words,
  );
}

export const FactHitConnection = connectionType('FactHit', () => FactHitNode);
export const SourceHitConnection = connectionType('SourceHit', () => SourceHitNode);

for (const type of [FactHitConnection, SourceHitConnection]) {
  cutField(
    type,
    'Why some may be missing; null where none is.',
    (connection: Connection) => (connection.about as TextSearch).cut,
  );
}
