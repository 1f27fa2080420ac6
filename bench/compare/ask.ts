import { request } from 'node:http';
import type { Agent } from 'node:http';

/** Sends the body and gives the whole answer. Fails on any status but 200. */
export async function post(url: string, body: string, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(answer);
        else
          reject(new Error(`${url} answered ${response.statusCode}: ${answer.toString().slice(0, 2_000)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
