import { ID, InterfaceType } from 'type-graphql';
import { plain } from '../field.js';
import { toGlobalId } from '../globalId.js';

/** Everything that has a global id. */
@InterfaceType('Node', {
  description: 'Anything with a global id, for clients that follow Relay’s conventions.',
})
export abstract class NodeBase {
  /** The name of the GraphQL type. */
  abstract readonly typeName: string;
  /** The permanent key, unique within the type. */
  abstract readonly key: string;
}

plain(
  NodeBase,
  'id',
  () => ID,
  { description: 'The global id, opaque: pass it to `node(id:)`.' },
  (node) => toGlobalId(node.typeName, node.key),
);
