import { Field, Int, ObjectType } from 'type-graphql';
import { BOUNDS } from '../../traversals/index.js';
import type { Cut } from '../../traversals/index.js';
import { plain } from '../field.js';
import type { NodeClass } from '../field.js';
import { enumOf } from './enums.js';

const BoundEnum = enumOf('Bound', 'What can end a question before it is answered whole.', BOUNDS);

@ObjectType('Cut', {
  description: 'Why an answer is not whole. Narrow the question to get a whole one.',
  simpleResolvers: true,
})
export class CutValue implements Cut {
  @Field(() => BoundEnum, { description: 'The bound that was reached.' })
  bound!: Cut['bound'];

  @Field(() => Int, { description: 'What it is set to.' })
  maximum!: number;
}

/** Adds to an answer, or to the list of one, why it is not whole. */
export function cutField<Node extends object>(
  target: NodeClass<Node>,
  description: string,
  read: (node: Node) => Cut | null,
): void {
  plain(target, 'cut', () => CutValue, { description, nullable: true }, read);
}
