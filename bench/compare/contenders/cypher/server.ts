/*
 * Cypher written by hand over a bare node:http: one nested query for each question, whose one row is the answer. Started by
 * the comparison; NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD say where the plain graph is.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { driverFor } from '../../graphs/places.js';

const driver = driverFor({
  uri: process.env['NEO4J_URI'] ?? '',
  username: process.env['NEO4J_USERNAME'] ?? '',
  password: process.env['NEO4J_PASSWORD'] ?? '',
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening at http://127.0.0.1:${port}/`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    query: string;
    variables: Record<string, unknown>;
  };
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(query, variables);
    const body = JSON.stringify(records[0]?.get('answer') ?? null);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } finally {
    await session.close();
  }
}
