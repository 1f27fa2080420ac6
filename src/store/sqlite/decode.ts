import { setImmediate } from 'node:timers/promises';
import { ConfrereError } from '../../errors.js';
import type { Ordered, Slice } from '../port.js';
import type { FoundPage } from './search/find.js';
import { NO_SIGNALS } from './signals.js';
import type { Signals } from './signals.js';

/** Reading so many characters of JSON takes about a millisecond. */
const CHARACTERS_AT_ONCE = 200_000;

/** The record that a stored text is. */
export function recordOf<Item>(text: string): Item {
  try {
    return JSON.parse(text) as Item;
  } catch (cause) {
    throw new ConfrereError(
      'STORE_CORRUPT',
      `A record in the store is not readable; it begins with ${JSON.stringify(text.slice(0, 60))}. ` +
        'Find out with "confrere check" what else is damaged, and put a backup in its place.',
      { cause },
    );
  }
}

/** Reads texts on the main thread, letting it do other things in between. */
class Decoder {
  private characters = 0;

  constructor(private readonly signals: Signals) {}

  async record<Item>(text: string): Promise<Item> {
    this.characters += text.length;
    if (this.characters > CHARACTERS_AT_ONCE) {
      this.characters = 0;
      await setImmediate();
      this.signals.throwIfAborted();
    }
    return recordOf<Item>(text);
  }
}

/** The records of these texts, null where there is none. */
export async function decodeAll<Item>(
  texts: readonly (string | null)[],
  signals = NO_SIGNALS,
): Promise<(Item | null)[]> {
  const decoder = new Decoder(signals);
  const records: (Item | null)[] = [];
  for (const text of texts) records.push(text === null ? null : await decoder.record<Item>(text));
  return records;
}

export async function decodeLists<Item>(
  lists: readonly (readonly string[])[],
  signals = NO_SIGNALS,
): Promise<Item[][]> {
  const decoder = new Decoder(signals);
  const decoded: Item[][] = [];
  for (const texts of lists) {
    const records: Item[] = [];
    for (const text of texts) records.push(await decoder.record<Item>(text));
    decoded.push(records);
  }
  return decoded;
}

export async function decodePages<Item>(
  pages: readonly FoundPage[],
  signals = NO_SIGNALS,
): Promise<Slice<Item>[]> {
  const decoder = new Decoder(signals);
  const slices: Slice<Item>[] = [];
  for (const page of pages) {
    const items: Ordered<Item>[] = [];
    for (const { text, orderKey } of page.items) {
      items.push({ item: await decoder.record<Item>(text), orderKey });
    }
    slices.push({ items, hasMore: page.hasMore });
  }
  return slices;
}

export async function decodePage<Item>(page: FoundPage, signals = NO_SIGNALS): Promise<Slice<Item>> {
  const [slice] = await decodePages<Item>([page], signals);
  return slice ?? { items: [], hasMore: false };
}
