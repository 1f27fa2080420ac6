import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ConfrereError } from '../../errors.js';

const LOOPBACK = '127.0.0.1';

/** A port on the loopback address that nothing listens on at this moment. */
export function findFreePort(): Promise<number> {
  return listenOnce(0);
}

/** Throws BAD_CONFIG when something listens on the port already, which a server would only say much later. */
export async function expectFreePort(port: number): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    throw new ConfrereError(
      'BAD_CONFIG',
      `Port ${port} on ${LOOPBACK} cannot be used: something else listens there, or it is not allowed. ` +
        'Stop that program, or give another port.',
      { cause: error },
    );
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const bound = (server.address() as AddressInfo).port;
      server.close(() => resolve(bound));
    });
  });
}
