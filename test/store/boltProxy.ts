import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { BOLT, BoltMessages, failure, IGNORED, mayWrite, routingTable, signatureOf } from './boltMessages.js';
import type { Members } from './boltMessages.js';

/** How a server refuses a write that it had begun. */
export interface Refusal {
  code: string;
  /** With which message: the first query of the transaction, or its end; there it may have landed nevertheless. */
  at: 'query' | 'commit' | 'commit that lands';
  /** Of those messages, how many pass before. */
  after?: number;
  times: number;
}

/** A network between the store and Neo4j that can go wrong on demand. */
export interface BoltProxy {
  uri: string;
  /** How many commits have reached the server. */
  commits(): number;
  /** How many queries have reached the server. */
  queries(): number;
  /** How many bytes the server has sent in answer to queries. */
  answered(): number;
  /** Takes in everything from now on and passes nothing on, as when a cable is cut. */
  goSilent(): void;
  passAgain(): void;
  /** Lets a commit through to the server, the next or one after so many, and cuts the connection when the answer comes. */
  loseAcknowledgement(after?: number): void;
  /** Cuts the connection after so many bytes of what the server answers to a query, this often. */
  cutAnswers(after: number, times: number): void;
  /** Answers writes as a server does that has ceased to lead its cluster; null for no more. */
  refuseWrites(refusal: Refusal | null): void;
  /** How many have been answered so. */
  refused(): number;
  close(): Promise<void>;
}

/** What goes wrong. */
interface Trouble {
  silent: boolean;
  /** How many commits pass before the one whose acknowledgement is lost; null where none is. */
  losing: number | null;
  cut: { after: number; times: number };
  refusal: Refusal | null;
}

interface Counts {
  commits: number;
  queries: number;
  answered: number;
  refused: number;
}

/**
 * Listens, on a free port unless one is named, and passes on to the server at `uri`. Where it is told of members, it says that these
 * are the cluster.
 */
export async function openBoltProxy(uri: string, ownPort = 0, members?: () => Members): Promise<BoltProxy> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  const trouble: Trouble = { silent: false, losing: null, cut: { after: 0, times: 0 }, refusal: null };
  const counts: Counts = { commits: 0, queries: 0, answered: 0, refused: 0 };

  const server = createServer((client) => {
    const upstream = createConnection({ host: hostname, port: Number(port) });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    const connection = new Connection(client, upstream, trouble, counts, members);
    client.on('data', (data) => connection.fromClient(data));
    upstream.on('data', (data) => connection.fromServer(data));
  });
  await new Promise<void>((resolve) => server.listen(ownPort, '127.0.0.1', resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    commits: () => counts.commits,
    queries: () => counts.queries,
    answered: () => counts.answered,
    goSilent: () => {
      trouble.silent = true;
    },
    passAgain: () => {
      trouble.silent = false;
      // What was swallowed is lost, so that these connections are of no more use.
      sockets.forEach((socket) => socket.destroy());
    },
    loseAcknowledgement: (after = 0) => {
      trouble.losing = after;
    },
    cutAnswers: (after, times) => {
      trouble.cut = { after, times };
    },
    refuseWrites: (refusal) => {
      trouble.refusal = refusal === null ? null : { ...refusal };
    },
    refused: () => counts.refused,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Connection {
  private readonly messages = new BoltMessages();
  private hasSpoken = false;
  /** A query may also run by itself. */
  private inTransaction = false;
  private writing = false;
  /** How much has come in answer to the queries of this transaction. */
  private answered: number | null = null;
  private cutAtAnswer = false;
  /** From a refusal until the driver resets the connection, the server does nothing and its words are ours. */
  private refusing = false;
  private mutingServer = false;

  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    private readonly trouble: Trouble,
    private readonly counts: Counts,
    private readonly members: (() => Members) | undefined,
  ) {}

  fromClient(data: Buffer): void {
    if (this.trouble.silent) return;
    for (const piece of this.messages.take(data)) this.pass(piece);
  }

  fromServer(data: Buffer): void {
    if (!this.hasSpoken) this.messages.serverSaid(data);
    this.hasSpoken = true;
    if (this.trouble.silent || this.mutingServer) return;
    if (this.cutAtAnswer) this.client.destroy();
    else if (this.answered === null) this.client.write(data);
    else this.passAnswer(data, this.answered);
  }

  private passAnswer(data: Buffer, before: number): void {
    const { cut } = this.trouble;
    this.counts.answered += data.length;
    this.answered = before + data.length;
    if (cut.times > 0 && this.answered > cut.after) {
      cut.times -= 1;
      // Ended, not destroyed: what came before arrives.
      this.client.end(data.subarray(0, Math.max(0, cut.after - before)));
      this.upstream.destroy();
    } else this.client.write(data);
  }

  private pass(piece: Buffer): void {
    const signature = signatureOf(piece);
    if (signature === BOLT.reset) this.refusing = this.mutingServer = this.inTransaction = false;
    if (this.refusing) {
      this.client.write(IGNORED);
      return;
    }
    if (signature === BOLT.route && this.members !== undefined) {
      this.client.write(routingTable(this.members()));
      return;
    }
    if (signature === BOLT.begin || (signature === BOLT.run && !this.inTransaction)) {
      // What runs by itself in a session that may write is a read that must come from whoever leads.
      this.writing = signature === BOLT.begin && mayWrite(piece);
      this.answered = null;
    }
    if (signature === BOLT.begin) this.inTransaction = true;
    if (signature === BOLT.run) this.answered ??= 0;
    if (this.refuses(signature)) return this.refuse(piece);
    if (signature === BOLT.run) this.counts.queries += 1;
    if (signature === BOLT.commit) {
      this.inTransaction = false;
      this.counts.commits += 1;
      this.cutAtAnswer = this.trouble.losing === 0;
      if (this.trouble.losing !== null)
        this.trouble.losing = this.cutAtAnswer ? null : this.trouble.losing - 1;
    }
    this.upstream.write(piece);
  }

  private refuses(signature: number | undefined): boolean {
    const { refusal } = this.trouble;
    if (refusal === null || refusal.times === 0 || !this.writing) return false;
    if (signature !== (refusal.at === 'query' ? BOLT.run : BOLT.commit)) return false;
    const passing = refusal.after ?? 0;
    refusal.after = Math.max(0, passing - 1);
    return passing === 0;
  }

  private refuse(piece: Buffer): void {
    const { refusal } = this.trouble;
    if (refusal === null) return;
    refusal.times -= 1;
    this.counts.refused += 1;
    this.refusing = true;
    if (refusal.at === 'commit that lands') {
      this.counts.commits += 1;
      this.mutingServer = true;
      this.upstream.write(piece);
      // Its answer is not passed on, but comes before the refusal.
      this.upstream.once('data', () => this.client.write(failure(refusal.code)));
    } else this.client.write(failure(refusal.code));
  }
}
