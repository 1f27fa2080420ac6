import type { FactRecord } from '../../ontology/index.js';
import type { Ordered } from '../../store/port.js';
import type { Loaders } from '../loaders.js';
import type { PageArguments } from '../paging.js';
import { connect, leansOnFacts } from '../types/connection.js';
import type { Connection } from '../types/connection.js';
import { FactConnection } from '../types/factConnection.js';
import { factNode } from '../types/present.js';
import { sliceOf } from './list.js';

/**
 * A connection over facts that a question has found, by their order keys by time (`factOrderKey`), sorted. Only those of
 * the page are loaded, together with what other lists of the query ask for.
 */
export function connectFacts(args: PageArguments, orders: readonly string[], loaders: Loaders): Connection {
  return connect<FactRecord, 'TIME'>(FactConnection, args, {
    ordering: { order: 'TIME', descending: false },
    knownIn: loaders.view.knownIn,
    loaders,
    leansOn: leansOnFacts([]),
    load: async (page) => {
      const { items, hasMore } = sliceOf(orders, (order) => order, page);
      const records = await Promise.all(items.map(({ item }) => loaders.fact.load(keyIn(item))));
      const found = records.flatMap((record, index): Ordered<FactRecord>[] =>
        record === null ? [] : [{ item: record, orderKey: items[index]?.orderKey ?? '' }],
      );
      return { items: found, hasMore };
    },
    count: () => Promise.resolve(orders.length),
    present: (record) => factNode(record, loaders),
  });
}

function keyIn(order: string): string {
  return order.slice(order.indexOf('|') + 1);
}
