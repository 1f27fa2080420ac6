import { describe, expect, it } from 'vitest';
import type { ServerOptions } from '../../src/http/index.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

const PAGE = 'https://example.org';
const STRANGER = 'https://example.com';
const GET = `/graphql?query=${encodeURIComponent('{ sources { totalCount } }')}`;

onSeededStore('pages of other origins', (store) => {
  /** Gives a body the address of a service and stops it afterwards. */
  const onService = async (options: Partial<ServerOptions>, body: (url: string) => Promise<void>) => {
    const server = await serve(store(), options);
    try {
      await body(server.url);
    } finally {
      await server.close();
    }
  };
  const preflight = (url: string, origin: string, method = 'POST') =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type,traceparent',
      },
    });

  it.each([
    ['named ones', [PAGE], PAGE, PAGE],
    ['all', ['*'], STRANGER, '*'],
  ])('ask for leave once in a while: %s', (_what, origins, origin, allowed) =>
    onService({ origins }, async (url) => {
      const { status, headers } = await preflight(url, origin);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, allowed]);
      expect(headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST');
      expect(headers.get('access-control-allow-headers')).toBe('content-type,traceparent');
      expect(headers.get('access-control-max-age')).toBe('7200');
      // Nobody is signed in here; a page has no use for what a browser knows of somebody.
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      if (allowed !== '*') expect(headers.get('vary')).toContain('Origin');
    }),
  );

  it.each([
    ['who is not named', [PAGE], STRANGER],
    ['who is called much alike', [PAGE], `${PAGE}.evil.test`],
    ['who is nobody', [PAGE], 'null'],
    ['where none is named', [], PAGE],
  ])('get no leave, nor an answer to read: %s', (_what, origins, origin) =>
    onService({ origins }, async (url) => {
      const query = '{ sources { totalCount } }';
      for (const { headers } of [await preflight(url, origin), await post(url, { query }, { origin })])
        expect(headers.get('access-control-allow-origin')).toBeNull();
    }),
  );

  it('read when to ask again, by what to report an answer, and by what to know it again', () =>
    onService({ origins: [PAGE], budget: 100 }, async (url) => {
      const ask = () => post(url, { query: '{ __typename }' }, { origin: PAGE });
      const answers = [await ask(), await ask(), await ask(), await ask(), await ask()];
      expect(answers.map(({ status }) => status)).toContain(429);
      for (const { headers } of answers) {
        expect(headers.get('access-control-allow-origin')).toBe(PAGE);
        expect(headers.get('access-control-expose-headers')).toBe('etag,retry-after,x-request-id');
      }
    }));

  describe('with GET and no header of their own', () => {
    const ask = async (url: string, headers: Record<string, string>) => {
      const response = await fetch(url + GET, { headers });
      const { errors } = (await response.json()) as Answer;
      return errors?.[0]?.extensions.code ?? response.status;
    };

    it.each([
      ['a page that may ask', [PAGE], { origin: PAGE }, 200],
      ['any page, where all may ask', ['*'], { origin: STRANGER }, 200],
      ['a page of the service', [], { 'sec-fetch-site': 'same-origin' }, 200],
      ['a page that may not ask', [PAGE], { origin: STRANGER }, 'BAD_REQUEST'],
      ['a page that hides who it is', [PAGE], { origin: 'null' }, 'BAD_REQUEST'],
      ['an image on a page of another', [PAGE], { 'sec-fetch-site': 'cross-site' }, 'BAD_REQUEST'],
      ['a page of a sister', [PAGE], { 'sec-fetch-site': 'same-site' }, 'BAD_REQUEST'],
      ['a link that somebody has followed', [PAGE], { 'sec-fetch-site': 'none' }, 'BAD_REQUEST'],
      [
        'a page that may not ask, of the same place',
        [PAGE],
        { origin: STRANGER, 'sec-fetch-site': 'same-origin' },
        'BAD_REQUEST',
      ],
      ['nobody who is known', ['*'], {}, 'BAD_REQUEST'],
    ] as [string, string[], Record<string, string>, unknown][])('%s', (_who, origins, headers, expected) =>
      onService({ origins }, async (url) => expect(await ask(url, headers)).toBe(expected)),
    );
  });
});
