import { expect, it } from 'vitest';
import { demandLoopback } from '../helpers/loopback.js';

it.each(['http://127.0.0.1:4000', 'bolt://localhost:7687', 'http://[::1]:80', 'neo4j://127.1.2.3'])(
  'a soak may ask %s',
  (address) => demandLoopback(address),
);

it.each([
  'bolt://db.example.org',
  'http://127.0.0.1.example.org',
  'http://10.0.0.1',
  'http://localhost.example.org',
])('a soak does not ask %s', (address) =>
  expect(() => demandLoopback(address)).toThrow('no loopback address'),
);
