import { expect, it } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { draftOf, source } from '../helpers/graph.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase } from '../helpers/stores.js';
import type { Members } from './boltMessages.js';
import { openBoltProxy } from './boltProxy.js';

/** Two members, one leading: behind both there is one server, so that what is seen is who was asked, not how a follower falls behind. */
describeNeo4j('A store in a cluster', (server) => {
  it('learns from the leader which changeset is the newest, and reads all else from followers', async () => {
    const place = await newDatabase();
    const { uri, username, password } = server();
    const members = (): Members => ({ leader: addressOf(leader.uri), followers: [addressOf(follower.uri)] });
    const leader = await openBoltProxy(uri, 0, members);
    const follower = await openBoltProxy(uri, 0, members);
    try {
      await place.open();
      const store = await openNeo4jStore({ uri: follower.uri.replace('bolt', 'neo4j'), username, password });
      const asked = async (work: () => Promise<unknown>) => {
        const before = [leader.queries(), follower.queries()] as const;
        await work();
        return { leader: leader.queries() - before[0], follower: follower.queries() - before[1] };
      };
      try {
        await store.apply(draftOf([source()]));
        expect(await asked(() => store.version())).toEqual({ leader: 1, follower: 0 });
        expect(await asked(() => store.sources(['source/paper'], 1))).toEqual({ leader: 0, follower: 1 });
        expect(await asked(() => store.facts(['training/none']))).toEqual({ leader: 0, follower: 1 });
      } finally {
        await store.close();
      }
    } finally {
      await leader.close();
      await follower.close();
      await place.remove();
    }
  });
});

function addressOf(uri: string): string {
  return new URL(uri).host;
}
