import { readFileSync, readdirSync } from 'node:fs';

/** What a process has used: processor seconds since it began, and the memory that it holds, in MiB. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** What a process has used; null where the system does not tell, or the process is not known. */
export function usageOf(pid: number | null): Usage | null {
  if (pid === null) return null;
  try {
    const numbers = statOf(pid).slice(11, 13).map(Number);
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { cpu: numbers.reduce((sum, each) => sum + each, 0) / TICKS, memory: Number(kilobytes) / 1024 };
  } catch {
    return null;
  }
}

/** The Java that this process, or one that it started, has started: Neo4j. Null where there is none. */
export function neo4jPid(): number | null {
  try {
    const pids = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    const parents = new Map(pids.flatMap((pid) => parentOf(pid)));
    const isOurs = (pid: number | undefined): boolean =>
      pid !== undefined && pid !== 0 && (pid === process.pid || isOurs(parents.get(pid)));
    return pids.find((pid) => isOurs(pid) && nameOf(pid) === 'java') ?? null;
  } catch {
    return null;
  }
}

function parentOf(pid: number): [pid: number, parent: number][] {
  try {
    return [[pid, Number(statOf(pid)[1])]];
  } catch {
    // It has ended since it was listed.
    return [];
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** What the system says of a process, from its state on: before it stands a name that may have blanks. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
