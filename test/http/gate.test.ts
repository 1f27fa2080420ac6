import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/http/gate.js';

describe('a service that has as much to do as it can', () => {
  it('works on so many at once, lets so many wait, and refuses all others at once', async () => {
    let [running, most] = [0, 0];
    const app = express().use(
      new Gate({ atOnce: 2, waiting: 3, deadline: 60_000 }).letThrough,
      (_request, response) => {
        running++;
        most = Math.max(most, running);
        setTimeout(() => {
          running--;
          response.json({});
        }, 300);
      },
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      // Somebody who waits and goes away makes room for others.
      const gone = new AbortController();
      const first = [fetch(url), fetch(url), fetch(url, { signal: gone.signal })];
      await sleep(100);
      gone.abort();
      await expect(first[2]).rejects.toThrow();
      const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(url)));
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBeGreaterThanOrEqual(7);
      expect(refused.length).toBeLessThanOrEqual(8);
      expect(refused[0]?.headers.get('retry-after')).toBe('1');
      expect(await refused[0]?.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
      expect((await first[0])?.status).toBe(200);
      expect(most).toBe(2);
      expect((await fetch(url)).status).toBe(200);
    } finally {
      server.close();
    }
  });

  it('leaves room for others where one client asks for more than its share, and lets clients in by turns', async () => {
    const app = express().set('trust proxy', true);
    const answers: (() => void)[] = [];
    app.use(new Gate({ atOnce: 4, waiting: 8, deadline: 60_000 }).letThrough, (request, response) => {
      answers.push(() => response.json({ of: request.ip }));
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const done: string[] = [];
    const ask = async (address: string) => {
      const response = await fetch(url, { headers: { 'x-forwarded-for': address } });
      if (response.status === 200) done.push(address);
      return response.status;
    };
    try {
      const many = Array.from({ length: 12 }, () => ask('10.0.0.1'));
      await sleep(200);
      // Three of four, and six of eight that wait; the others are refused.
      expect(answers).toHaveLength(3);
      const others = [ask('10.0.0.2'), ask('10.0.0.2'), ask('10.0.0.3')];
      await sleep(200);
      expect(answers).toHaveLength(4);
      for (let answered = 0; answered < 12; answered++) {
        answers[answered]?.();
        await sleep(50);
      }
      expect((await Promise.all(many)).filter((status) => status === 503)).toHaveLength(3);
      expect(await Promise.all(others)).toEqual([200, 200, 200]);
      expect(done.lastIndexOf('10.0.0.2')).toBeLessThan(8);
      expect(done.lastIndexOf('10.0.0.3')).toBeLessThan(8);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('answers those that wait when their time is over, and does nothing for them later', async () => {
    let begun = 0;
    const app = express().use(
      new Gate({ atOnce: 1, waiting: 3, deadline: 200 }).letThrough,
      (_request, response) => {
        begun++;
        setTimeout(() => response.json({}), 1_000);
      },
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const start = performance.now();
      const first = fetch(url);
      await sleep(50);
      const waited = await fetch(url);
      expect(performance.now() - start).toBeLessThan(1_000);
      expect([waited.status, waited.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await waited.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
      expect((await first).status).toBe(200);
      expect((await fetch(url)).status).toBe(200);
      expect(begun).toBe(2);
    } finally {
      server.close();
    }
  });
});
