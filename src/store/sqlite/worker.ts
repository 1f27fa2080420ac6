import { parentPort, workerData } from 'node:worker_threads';
import { ConfrereError } from '../../errors.js';
import { Connection } from './connection.js';
import { corrupt, givenUpError, unavailable } from './errors.js';
import { checkIdentity, fileIdentity } from './identity.js';
import { auditingMethods, readingMethods, writingMethods } from './methods.js';
import { migrate } from './migrate.js';
import { letGo } from './threads/garbage.js';
import { failureOf, GIVEN_UP, UNANSWERED } from './threads/messages.js';
import type { Call, Reply, Request, ThreadData } from './threads/messages.js';
import type { Methods } from './threads/thread.js';

/* The program of a thread: it opens a file, then answers calls one after the other until it is told to close it. */

/** In KiB. A writer touches many places of the file in one transaction. */
const CACHE = { writer: 65_536, reader: 16_384, auditor: 4_096 };

interface Opened {
  connection: Connection;
  data: ThreadData;
  identity: string;
  methods: Methods;
}

const port = parentPort;
if (port === null) throw new Error('This is the program of a worker thread.');
const shared = workerData as Int32Array;
let opened: Opened | undefined;
let answering = false;

port.on('message', (request: Request) => {
  if (request === 'close') {
    if (opened !== undefined) close(opened);
    opened = undefined;
    void letGo().then(() => reply('closed'));
  } else if ('open' in request) {
    try {
      opened = open(request.open);
      reply({ opened: opened.identity });
    } catch (error) {
      void letGo().then(() => reply({ unopened: failureOf(error) }));
    }
  } else if (opened !== undefined) reply(answer(opened, request));
  // Whoever calls in vain hears that the file could not be opened.
  else done();
});

function reply(message: Reply): void {
  port?.postMessage(message);
  done();
}

function done(): void {
  Atomics.sub(shared, UNANSWERED, 1);
  Atomics.notify(shared, UNANSWERED);
}

function open(data: ThreadData): Opened {
  const { file, role, patience } = data;
  const connection = new Connection({
    file,
    patience,
    cache: CACHE[role],
    create: data.identity === undefined,
    isGivenUp,
  });
  if (role === 'writer') migrate(connection);
  const identity = data.identity ?? fileIdentity(file);
  if (identity === undefined) throw unavailable(`${file} was removed while it was being opened.`);
  checkIdentity(file, identity);
  // What an auditor reads is of the moment in which it began.
  if (role === 'auditor') connection.execute('BEGIN');
  return { connection, data, identity, methods: methodsFor(connection, data) };
}

function methodsFor(connection: Connection, { role, kinds }: ThreadData): Methods {
  switch (role) {
    case 'reader':
      return readingMethods(connection);
    case 'auditor':
      return auditingMethods(connection);
    case 'writer':
      if (kinds === undefined) throw new Error('A writer needs the kinds of the ontology.');
      return writingMethods(connection, kinds);
  }
}

function answer({ connection, data, identity, methods }: Opened, { method, values }: Call): Reply {
  answering = true;
  try {
    checkIdentity(data.file, identity);
    const run = () => methods[method]?.(...(values as never[]));
    const answer = data.role === 'reader' ? connection.transaction('DEFERRED', run) : run();
    if (isGivenUp()) throw givenUpError();
    return { answer };
  } catch (error) {
    return { failure: failureOf(data.role === 'auditor' ? asDamage(error, data.file) : error) };
  } finally {
    answering = false;
  }
}

/** An auditor is asked nothing that could be wrong: where it fails over what it reads, Confrere has not written that. */
function asDamage(error: unknown, file: string): unknown {
  if (isGivenUp() || error instanceof ConfrereError || !(error instanceof Error)) return error;
  return corrupt(file, error.message, error);
}

/** Only a call is ever given up: a file is opened and closed whether or not anyone waits for an answer. */
function isGivenUp(): boolean {
  return answering && Atomics.load(shared, GIVEN_UP) !== 0;
}

function close({ connection, data }: Opened): void {
  try {
    if (data.role === 'writer') connection.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    connection.close();
  } catch {
    // What was acknowledged is safe in the log beside the file, and the next to open it takes it in.
  }
}
