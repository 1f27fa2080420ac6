import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';

/** Asks a person at a terminal, line by line, until Ctrl-C, Ctrl-D or the end of what is typed. */
export class Prompt {
  /** Set once the person wants no more. */
  isOver = false;
  private readonly lines: Interface;
  /** What was typed before it was asked for. */
  private readonly typed: string[] = [];
  private waiting: ((line: string | null) => void) | null = null;

  constructor() {
    this.lines = createInterface({ input: process.stdin, output: process.stdout });
    this.lines.on('line', (line) => this.take(line));
    // While something is written, Ctrl-C waits until it is.
    for (const event of ['SIGINT', 'close'] as const) this.lines.on(event, () => this.end());
  }

  /** What the person answers, trimmed; null where they want no more. */
  ask(question: string): Promise<string | null> {
    const line = this.typed.shift();
    if (line !== undefined) {
      console.log(`${question}${line}`);
      return Promise.resolve(line.trim());
    }
    if (this.isOver) return Promise.resolve(null);
    this.lines.setPrompt(question);
    this.lines.prompt();
    return new Promise((resolve) => (this.waiting = resolve));
  }

  close(): void {
    this.end();
    this.lines.close();
  }

  private take(line: string): void {
    if (this.waiting === null) this.typed.push(line);
    else this.answer(line.trim());
  }

  private end(): void {
    this.isOver = true;
    this.answer(null);
  }

  private answer(line: string | null): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.(line);
  }
}
