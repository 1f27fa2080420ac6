import { expect, it } from 'vitest';
import { documentId } from '../../src/http/documents.js';
import { draftOf, entity } from '../helpers/graph.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

onSeededStore('documents', (store) => {
  const { query = '' } = operations.find(({ name }) => name.includes('who-trained-whom')) ?? {};
  const id = documentId(query);
  const addressOf = (url: string, rest = '') => `${url}/graphql?documentId=${encodeURIComponent(id)}${rest}`;

  it('are asked by their hash with GET and POST, and answered as their text is', async () => {
    const server = await serve(store());
    try {
      const asText = (await (await post(server.url, { query })).json()) as Answer;
      expect(asText.errors).toBeUndefined();
      const got = await fetch(addressOf(server.url));
      expect([got.status, await got.json()]).toEqual([200, asText]);
      expect(await (await post(server.url, { documentId: id })).json()).toEqual(asText);
    } finally {
      await server.close();
    }
  });

  it('have an ETag until the data changes, or the variables do', async () => {
    const server = await serve(store());
    try {
      const first = await fetch(addressOf(server.url));
      const etag = first.headers.get('etag') ?? '';
      expect([first.headers.get('cache-control'), etag]).toEqual([
        'public, no-cache',
        expect.stringMatching(/^W\/"[0-9a-f]{64}"$/),
      ]);
      const ask = (rest = '') => fetch(addressOf(server.url, rest), { headers: { 'if-none-match': etag } });
      const again = await ask();
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      expect(again.headers.get('vary')).toBe(first.headers.get('vary'));
      const strong = etag.replace('W/', '');
      const among = await fetch(addressOf(server.url), { headers: { 'if-none-match': `"x", ${strong}` } });
      expect(among.status).toBe(304);
      const any = await fetch(addressOf(server.url), { headers: { 'if-none-match': '*' } });
      expect(any.status).toBe(304);
      expect((await ask('&variables={}')).status).toBe(200);
      await store().apply(draftOf([entity('doctor/new-one')]));
      const changed = await ask();
      expect(changed.status).toBe(200);
      expect(changed.headers.get('etag')).not.toBe(etag);
    } finally {
      await server.close();
    }
  });

  it('have one ETag however they are compressed, and with HEAD the headers that GET has', async () => {
    const server = await serve(store());
    try {
      const seen = [];
      for (const encoding of ['br', 'gzip', 'identity']) {
        const headers = { 'accept-encoding': encoding };
        const got = await fetch(addressOf(server.url), { headers });
        const head = await fetch(addressOf(server.url), { headers, method: 'HEAD' });
        const described = ({ headers }: Response) =>
          ['etag', 'content-encoding', 'content-type', 'cache-control', 'vary'].map((name) =>
            headers.get(name),
          );
        expect([head.status, described(head), await head.text()]).toEqual([200, described(got), '']);
        expect(got.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
        expect(got.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
        seen.push([got.headers.get('etag'), await got.text()]);
      }
      expect(seen).toEqual([seen[0], seen[0], seen[0]]);
    } finally {
      await server.close();
    }
  });

  it('that are only priced are not taken for their answer', async () => {
    const server = await serve(store());
    try {
      const etag = (await fetch(addressOf(server.url))).headers.get('etag') ?? '';
      const headers = { 'confrere-dry-run': 'true', 'if-none-match': etag };
      const priced = await fetch(addressOf(server.url), { headers });
      expect([priced.status, priced.headers.get('etag')]).toEqual([200, null]);
      expect(priced.headers.get('vary')).toContain('confrere-dry-run');
      expect(((await priced.json()) as Answer).data).toBeNull();
    } finally {
      await server.close();
    }
  });

  it('get no ETag where the answer has errors', async () => {
    const server = await serve(store());
    try {
      const response = await fetch(addressOf(server.url, '&operationName=None'));
      expect(((await response.json()) as Answer).errors?.[0]?.extensions.code).toBe(
        'OPERATION_RESOLUTION_FAILURE',
      );
      expect(response.headers.get('etag')).toBeNull();
    } finally {
      await server.close();
    }
  });

  it('are all that may be asked, where an operator says so', async () => {
    const server = await serve(store(), { onlyDocuments: true });
    try {
      const codeOf = async (response: Response) =>
        ((await response.json()) as Answer).errors?.[0]?.extensions.code ?? response.status;
      expect(await codeOf(await fetch(addressOf(server.url)))).toBe(200);
      expect(await codeOf(await post(server.url, { documentId: id }))).toBe(200);
      expect(await codeOf(await post(server.url, { query: '{ __typename }' }))).toBe('DOCUMENT_REQUIRED');
      expect(await codeOf(await post(server.url, { query: '{ __typename }', documentId: id }))).toBe(
        'DOCUMENT_REQUIRED',
      );
      expect(await codeOf(await post(server.url, [{ query: '{ __typename }' }] as never))).toBe(
        'DOCUMENT_REQUIRED',
      );
      for (const unknown of ['sha256:none', '__proto__', 7, null, ['x'], { a: 1 }]) {
        expect(await codeOf(await post(server.url, { documentId: unknown }))).toBe('DOCUMENT_UNKNOWN');
      }
    } finally {
      await server.close();
    }
  });
});
