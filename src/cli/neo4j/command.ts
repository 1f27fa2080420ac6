import { spawn } from 'node:child_process';

export interface CommandResult {
  /** True when the command was found, ended in time and answered 0. */
  readonly ok: boolean;
  /** Standard output and standard error as they came, the last part of it where there was much. */
  readonly output: string;
}

const LONGEST_OUTPUT = 20_000;

/**
 * Runs a command to its end and never throws: a command that is absent, fails or takes longer than `timeoutMs` is a
 * result that is not `ok`. Arguments go to the program as they are, through no shell.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: string): void => {
      output = (output + chunk).slice(-LONGEST_OUTPUT);
    };
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The last lines of a program's output that say something, for an error message. */
export function lastLines(output: string, count = 8): string {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
