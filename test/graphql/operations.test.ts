import { expect, it } from 'vitest';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { operations } from '../helpers/operations.js';
import { onBothStoresSeeded } from '../helpers/seeded.js';

// `npx vitest run test/graphql/operations.test.ts -u` writes the goldens anew; read what changed before you commit it.
onBothStoresSeeded('the example questions', (store) => {
  it.each(operations)('$name has the answer of its golden', async ({ name, query }) => {
    const data = await dataOf(graphqlOver(store()).ask(query));
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`goldens/${name}.json`);
  });
});
