import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is sent to a server of the bench, in its own language. */
interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Serves answers as JSON over a bare `node:http`, at any free port, and says where it listens. */
export function serveBare(answerTo: (sent: Sent) => unknown): void {
  const server = createServer((request, response) => {
    respond(request, response, answerTo).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Listening at http://127.0.0.1:${port}/`);
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answerTo: (sent: Sent) => unknown,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await answerTo(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
  const body = JSON.stringify(answer ?? null);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
