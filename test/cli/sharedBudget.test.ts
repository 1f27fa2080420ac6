import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { describeRedis, prepareRedis } from '../helpers/redis.js';
import type { TestRedis } from '../helpers/redis.js';
import { post } from '../helpers/serving.js';
import { startConfrere } from './confrere.js';
import type { Running } from './confrere.js';

const LOADED_MODULES = fileURLToPath(new URL('loadedModules.mjs', import.meta.url));

let redis: TestRedis;
let server: Running | undefined;
afterEach(async () => {
  server?.process.kill('SIGKILL');
  await server?.ended;
  await redis.kill();
  removeTemporaryDirectories();
});

describeRedis('a service that is told of a Redis', () => {
  test.each([
    ['is not', true, (): Record<string, string> => ({})],
    ['is, and reaches it', true, () => ({ CONFRERE_REDIS: redis.address })],
    ['is, and does not reach it', false, () => ({ CONFRERE_REDIS: redis.address })],
  ])('loads its client where it %s, and ends when asked to', async (_name, isThere, settings) => {
    redis = await prepareRedis('hunter2');
    if (isThere) await redis.start();
    server = startConfrere(temporaryDirectory(), ['serve'], {
      PORT: '0',
      NODE_OPTIONS: `--import ${LOADED_MODULES}`,
      ...settings(),
    });
    const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
    expect((await post(url, { query: '{ facts { totalCount } }' })).status).toBe(200);
    const isShared = isThere && 'CONFRERE_REDIS' in settings();
    const keys = isThere ? ((await redis.send('KEYS', 'confrere:budget:*')) as string[]) : [];
    expect(keys.length > 0).toBe(isShared);
    server.process.kill('SIGTERM');
    const { code, stdout, stderr } = await server.ended;
    expect(code).toBe(0);
    expect(stderr.includes('Redis does not count budgets')).toBe(!isThere);
    expect(stdout + stderr).not.toContain('hunter2');
    const [, count] = /modules of the client of Redis: (\d+)/.exec(stderr) ?? [];
    expect(count).toBeDefined();
    expect(Number(count) > 0).toBe('CONFRERE_REDIS' in settings());
  });
});
