import { pino } from 'pino';
import { expect, it } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { serve } from '../helpers/serving.js';
import { newDatabase } from '../helpers/stores.js';
import { openBoltProxy } from '../store/boltProxy.js';

describeNeo4j('a service whose Neo4j is away', (server) => {
  it.each(['is gone', 'does not answer'])('is not ready while it %s, and says why', async (how) => {
    const place = await newDatabase();
    const { uri, username, password } = server();
    let proxy = await openBoltProxy(uri);
    const { port } = new URL(proxy.uri);
    const store = await openNeo4jStore({ uri: proxy.uri, username, password });
    const logged: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    const told = () =>
      logged.map((line) => (JSON.parse(line) as { msg: string }).msg).filter((msg) => msg.includes('ready'));
    const service = await serve(store, { log });
    const ready = async () => {
      const response = await fetch(`${service.url}/health/ready`);
      return { status: response.status, text: await response.text() };
    };
    try {
      expect((await ready()).status).toBe(200);
      if (how === 'is gone') await proxy.close();
      else proxy.goSilent();
      const [away, again] = await Promise.all([ready(), ready()]);
      expect(away.status).toBe(503);
      expect(JSON.parse(away.text)).toEqual({
        status: 'not ready',
        store: 'neo4j',
        reasons: [{ what: 'store', code: 'STORE_UNAVAILABLE', message: expect.any(String) as string }],
      });
      expect(again).toEqual(away);
      expect(away.text).not.toMatch(new RegExp(`${port}|127\\.0\\.0\\.1|${password}`));
      expect(told()).toEqual(['not ready']);
      if (how === 'is gone') proxy = await openBoltProxy(uri, Number(port));
      else proxy.passAgain();
      await expect.poll(async () => (await ready()).status, { timeout: 20_000 }).toBe(200);
      expect(told()).toEqual(['not ready', 'ready again']);
    } finally {
      await service.close();
      await store.close();
      await proxy.close();
      await place.remove();
    }
  });
});
