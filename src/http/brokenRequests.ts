import type { Server } from 'node:http';
import { errorBody } from './errors.js';

/** What Node finds wrong before there is a request, by its code. */
const ANSWERS: Readonly<Record<string, { status: string; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    message: 'The headers are too large; expected at most 16 KB together.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    message: 'The request did not come whole in time; send it at once.',
  },
};

const NOT_HTTP = { status: '400 Bad Request', message: 'This is no request of HTTP/1.1.' };

/** Answers, in JSON, what is no request at all, and closes its connection. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { status, message } = ANSWERS[error.code ?? ''] ?? NOT_HTTP;
    const body = JSON.stringify(errorBody({ code: 'BAD_REQUEST', message }));
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
