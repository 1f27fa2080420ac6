import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program, as TypeScript. */
export const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

export interface Outcome {
  /** Null when a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  process: ChildProcess;
  /** Resolves with the first match of a pattern on standard output; fails when the process ends without. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<Outcome>;
}

/** Starts `confrere` in a folder, with no settings but the given ones. */
export function startConfrere(
  folder: string,
  arguments_: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...arguments_], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TSX_TSCONFIG_PATH: TSCONFIG, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outcome: Outcome = { code: null, signal: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ ...outcome, code, signal }));
  });
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(outcome.stdout);
        if (match !== null) resolve(match);
      };
      child.stdout.on('data', look);
      look();
      void ended.then(({ stdout, stderr }) =>
        reject(new Error(`It ended without saying ${pattern}:\n${stdout}\n${stderr}`)),
      );
    });
  return { process: child, said, ended };
}

/** Runs `confrere` to its end. */
export function confrere(
  folder: string,
  arguments_: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return startConfrere(folder, arguments_, settings).ended;
}
