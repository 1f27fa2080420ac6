import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Bolt's COMMIT as it travels: a chunk of two bytes, a structure without fields and its signature, the end of the message. */
const COMMIT = Buffer.from('0002b0120000', 'hex');

/** A network between the store and Neo4j that can go wrong on demand. */
export interface BoltProxy {
  uri: string;
  /** How many commits have passed. */
  commits(): number;
  /** Takes in everything from now on and passes nothing on, as when a cable is cut. */
  goSilent(): void;
  passAgain(): void;
  /** Lets the next commit through to the server, and cuts the connection when the answer comes. */
  loseNextAcknowledgement(): void;
  close(): Promise<void>;
}

/** Listens on a free port and passes on to the server at `uri`. */
export async function openBoltProxy(uri: string): Promise<BoltProxy> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let silent = false;
  let losing = false;
  let commits = 0;

  const server = createServer((client) => {
    const upstream = createConnection({ host: hostname, port: Number(port) });
    let cutAtAnswer = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      if (silent) return;
      if (data.includes(COMMIT)) {
        commits += 1;
        cutAtAnswer = losing;
        losing = false;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (silent) return;
      if (cutAtAnswer) client.destroy();
      else client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commits: () => commits,
    goSilent: () => {
      silent = true;
    },
    passAgain: () => {
      silent = false;
      // What was swallowed is lost, so that these connections are of no more use.
      sockets.forEach((socket) => socket.destroy());
    },
    loseNextAcknowledgement: () => {
      losing = true;
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
