const CLEAR_LINE = '\r\u001b[K';

/** A line that tells how far something is, written anew at every step; only where a person sits at a terminal. */
export class ProgressLine {
  show(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${text}`);
  }

  clear(): void {
    this.show('');
  }
}
