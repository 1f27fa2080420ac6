/** The signatures of the messages of Bolt that a test has to know. */
export const BOLT = { run: 0x10, begin: 0x11, commit: 0x12, reset: 0x0f, route: 0x66 } as const;

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
  return message(0x7f, said);
}

/** The addresses, each with its port, of the members of a cluster. */
export interface Members {
  leader: string;
  followers: readonly string[];
}

/** Who is who in a cluster, as a member of it says when it is asked. */
export function routingTable({ leader, followers }: Members): Buffer {
  const servers = [
    { role: 'WRITE', addresses: [leader] },
    { role: 'READ', addresses: followers },
    { role: 'ROUTE', addresses: [leader, ...followers] },
  ];
  return message(0x70, { rt: { ttl: 300, db: 'neo4j', servers } });
}

function message(signature: number, fields: Plain): Buffer {
  const body = Buffer.concat([Buffer.from([0xb1, signature]), packed(fields)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([length, body, Buffer.alloc(2)]);
}

type Plain = string | number | readonly Plain[] | { readonly [name: string]: Plain };

/** A value in the form of Bolt: texts up to 255 bytes, numbers up to 32,767, lists and maps of up to 15. */
function packed(value: Plain): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([Buffer.from([0xd0, value.length]), Buffer.from(value, 'latin1')]);
  if (typeof value === 'number') return Buffer.from([0xc9, value >> 8, value & 0xff]);
  const isList = Array.isArray(value);
  const parts = isList ? (value as Plain[]) : Object.entries(value).flat();
  const head = isList ? 0x90 + parts.length : 0xa0 + parts.length / 2;
  return Buffer.concat([Buffer.from([head]), ...parts.map(packed)]);
}
