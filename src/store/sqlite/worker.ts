import { parentPort, workerData } from 'node:worker_threads';
import { Connection } from './connection.js';
import { checkIdentity, fileIdentity } from './identity.js';
import { auditingMethods, readingMethods, writingMethods } from './methods.js';
import { migrate } from './migrate.js';
import { failureOf } from './threads/messages.js';
import type { Reply, Request, ThreadData } from './threads/messages.js';
import type { Methods } from './threads/thread.js';
import { unavailable } from './errors.js';

/* The program of one thread: it opens the file, then answers requests one after the other. */

/** In KiB. A writer touches many places of the file in one transaction. */
const CACHE = { writer: 65_536, reader: 16_384, auditor: 4_096 };

const port = parentPort;
if (port === null) throw new Error('This is the program of a worker thread.');
const data = workerData as ThreadData;
const reply = (message: Reply): void => port.postMessage(message);

try {
  const { connection, identity } = open();
  const answer = answering(connection, identity);
  port.on('message', (request: Request) => {
    if (request === 'close') {
      close(connection);
      port.close();
    } else reply(answer(request));
  });
  reply({ opened: identity });
} catch (error) {
  reply({ failure: failureOf(error) });
}

function open(): { connection: Connection; identity: string } {
  const { file, role, patience } = data;
  const connection = new Connection({ file, patience, cache: CACHE[role], create: role === 'writer' });
  if (role === 'writer') migrate(connection);
  const identity = data.identity ?? fileIdentity(file);
  if (identity === undefined) throw unavailable(`${file} was removed while it was being opened.`);
  checkIdentity(file, identity);
  return { connection, identity };
}

function answering(connection: Connection, identity: string): (request: Exclude<Request, 'close'>) => Reply {
  const methods = methodsFor(connection) as Methods;
  const { role, file } = data;
  // What an auditor reads is of the moment in which it began.
  if (role === 'auditor') connection.execute('BEGIN');
  return ({ method, values }) => {
    try {
      checkIdentity(file, identity);
      const run = () => methods[method]?.(...(values as never[]));
      return { answer: role === 'reader' ? connection.transaction('DEFERRED', run) : run() };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  };
}

function methodsFor(connection: Connection) {
  switch (data.role) {
    case 'reader':
      return readingMethods(connection);
    case 'auditor':
      return auditingMethods(connection);
    case 'writer':
      if (data.kinds === undefined) throw new Error('A writer needs the kinds of the ontology.');
      return writingMethods(connection, data.kinds);
  }
}

function close(connection: Connection): void {
  try {
    // Leaves one file behind, not three, when nobody else reads it.
    if (data.role === 'writer') connection.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    connection.close();
  } catch {
    // What was acknowledged is safe in the log beside the file, and the next to open it takes it in.
  }
}
