import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SentQueries } from '../../src/graphql/sentQueries.js';
import type { RunningServer } from '../../src/http/index.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

let place: Place;
let server: RunningServer;
let strict: RunningServer;
beforeAll(async () => {
  place = await newFile();
  const store = await place.open();
  [server, strict] = await Promise.all([serve(store), serve(store, { onlyDocuments: true })]);
});
afterAll(async () => {
  await Promise.all([server.close(), strict.close()]);
  await place.remove();
});

function hashed(query: string, text?: string) {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return {
    ...(text === undefined ? {} : { query: text }),
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  };
}

async function ask(body: Record<string, unknown>, { url } = server): Promise<Answer> {
  return (await (await post(url, body)).json()) as Answer;
}

describe('a query that is sent by its hash', () => {
  const query = '{ entities { totalCount } }';

  it('is unknown, then sent with its text, then known', async () => {
    expect((await ask(hashed(query))).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    const data = { entities: { totalCount: 0 } };
    expect(await ask(hashed(query, query))).toMatchObject({ data });
    expect(await ask(hashed(query))).toMatchObject({ data, extensions: { cost: { maximum: 50_000 } } });
  });

  it('must be the one that its hash is of', async () => {
    const answer = await ask(hashed('{ sources { totalCount } }', query));
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await ask(hashed('{ sources { totalCount } }'))).errors).toHaveLength(1);
  });

  it('is refused where only documents may be asked', async () => {
    for (const body of [hashed(query), hashed(query, query)])
      expect((await ask(body, strict)).errors?.[0]?.extensions.code).toBe('DOCUMENT_REQUIRED');
  });
});

it('remembers no more than so many bytes, and those that were asked last', async () => {
  const sent = new SentQueries(10_000);
  for (let count = 0; count < 1_000; count++) {
    await sent.set(`hash-${count}`, 'x'.repeat(200));
    await sent.get('hash-0');
  }
  const kept = await Promise.all(Array.from({ length: 1_000 }, (_, index) => sent.get(`hash-${index}`)));
  const bytes = kept.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  expect(bytes).toBeLessThanOrEqual(10_000);
  expect([kept[0], kept[1], kept[999]]).toEqual(['x'.repeat(200), undefined, 'x'.repeat(200)]);
});
