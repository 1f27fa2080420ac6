import { Agent } from 'node:http';
import { post } from './ask.js';
import { loopDelayOf } from './loopDelay.js';
import type { Exchange } from './prove.js';
import { usageOf } from './processes.js';

/** What one contender did in one round. */
export interface Measured {
  readonly answers: number;
  readonly seconds: number;
  /** How long each answer took, in milliseconds, in no order. */
  readonly latencies: readonly number[];
  /** Processor seconds of the contender’s own process, and of Neo4j where its process is known. */
  readonly cpu: { readonly own: number | null; readonly neo4j: number | null };
  /** What the contender’s process holds at the end, in MiB. */
  readonly memory: number | null;
  /** See `loopDelayOf`, in milliseconds. */
  readonly loopDelay: number | null;
}

interface Asking {
  readonly url: string;
  readonly pid: number;
  readonly neo4jPid: number | null;
  readonly exchanges: readonly Exchange[];
  /** In which order the exchanges come, again and again. */
  readonly order: readonly number[];
  readonly connections: number;
  readonly seconds: number;
}

/**
 * Asks over so many connections at once, each as soon as it has its answer, until the time is over; what is under way then is
 * waited for and counts. Fails at the first answer that is not, byte for byte, the one that was proved.
 */
export async function ask(asking: Asking): Promise<Measured> {
  const { url, pid, neo4jPid, exchanges, order, connections } = asking;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  await loopDelayOf(url);
  const before = { own: usageOf(pid), neo4j: usageOf(neo4jPid) };
  const start = performance.now();
  let next = 0;
  const connection = async () => {
    while (performance.now() - start < asking.seconds * 1000) {
      const exchange = exchanges[order[next++ % order.length] ?? 0];
      if (exchange === undefined) throw new Error('there is nothing to ask');
      const sent = performance.now();
      const answer = await post(url, exchange.body, agent);
      latencies.push(performance.now() - sent);
      if (!answer.equals(exchange.answer)) throw otherAnswer(exchange, answer);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection)).finally(() => agent.destroy());
  const seconds = (performance.now() - start) / 1000;
  const after = { own: usageOf(pid), neo4j: usageOf(neo4jPid) };
  const loopDelay = await loopDelayOf(url);
  return {
    answers: latencies.length,
    seconds,
    latencies,
    cpu: {
      own: spent(before.own?.cpu, after.own?.cpu),
      neo4j: spent(before.neo4j?.cpu, after.neo4j?.cpu),
    },
    memory: after.own?.memory ?? null,
    loopDelay,
  };
}

function spent(before: number | undefined, after: number | undefined): number | null {
  return before === undefined || after === undefined ? null : after - before;
}

function otherAnswer(exchange: Exchange, answer: Buffer): Error {
  return new Error(
    `Under load the answer was another than the one that was proved.\n  sent: ${exchange.body}\n  proved: ${exchange.answer.toString().slice(0, 1_000)}\n  got: ${answer.toString().slice(0, 1_000)}`,
  );
}
