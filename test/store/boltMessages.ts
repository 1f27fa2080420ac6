/** The signatures of the messages of Bolt that a test has to know. */
export const BOLT = { run: 0x10, begin: 0x11, commit: 0x12, reset: 0x0f } as const;

/** What a server says at the beginning that offers a list of versions to choose from. */
const CHOOSE = Buffer.from('000001ff', 'hex');
const HANDSHAKE_BYTES = 20;
/** The version that was chosen, and that no capability is wanted. */
const CHOICE_BYTES = 5;

/** Cuts what a driver sends into its messages, each with its chunks as they came; first of all the handshake. */
export class BoltMessages {
  private rest: Buffer = Buffer.alloc(0);
  private handshake = HANDSHAKE_BYTES;

  /** Told of the first that the server says, which decides how long the handshake is. */
  serverSaid(data: Buffer): void {
    if (data.subarray(0, CHOOSE.length).equals(CHOOSE)) this.handshake += CHOICE_BYTES;
  }

  /** The pieces that are whole now. */
  take(data: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, data]);
    const pieces: Buffer[] = [];
    for (let length = this.lengthOfNext(); length > 0; length = this.lengthOfNext()) {
      pieces.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return pieces;
  }

  private lengthOfNext(): number {
    if (this.handshake > 0) {
      const length = Math.min(this.handshake, this.rest.length);
      this.handshake -= length;
      return length;
    }
    for (let at = 0; at + 2 <= this.rest.length;) {
      const chunk = this.rest.readUInt16BE(at);
      at += 2 + chunk;
      if (chunk === 0) return at;
    }
    return 0;
  }
}

/** Which message it is; undefined for the handshake. Its chunk begins with its length and the number of its fields. */
export function signatureOf(piece: Buffer): number | undefined {
  return (piece[2] ?? 0) >> 4 === 0xb ? piece[3] : undefined;
}

/** Whether a BEGIN, or a RUN by itself, begins what may write. */
export function mayWrite(beginning: Buffer): boolean {
  return !beginning.includes('\x84mode\x81r', 'latin1');
}

export const IGNORED = Buffer.from('0002b07e0000', 'hex');

/** The failure by which a server refuses, in the words of all versions of Bolt from 5.0 on. */
export function failure(code: string): Buffer {
  const said = { code, neo4j_code: code, message: 'No.', gql_status: '50N42', description: 'No.' };
  const fields = Object.entries(said).flatMap(([name, value]) => [text(name), text(value)]);
  const message = Buffer.concat([Buffer.from([0xb1, 0x7f, 0xa0 + Object.keys(said).length]), ...fields]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message, Buffer.alloc(2)]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0xd0, value.length]), Buffer.from(value, 'latin1')]);
}
