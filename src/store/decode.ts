import { setImmediate } from 'node:timers/promises';
import { ConfrereError } from '../errors.js';
import { EMPTY_PAGE } from './pages.js';
import type { Ordered, Slice } from './port.js';

/** Reading so many characters of JSON takes about a millisecond. */
const CHARACTERS_AT_ONCE = 200_000;

/** A page as a store finds it: each record as its text; or, where no more is wanted, its key. */
export interface FoundPage {
  items: readonly { text: string; orderKey: string }[];
  hasMore: boolean;
}

/** Throws once nobody waits for the records any more. */
export type Demand = () => void;

const ALWAYS: Demand = () => undefined;

/** The record that a stored text is. Fails with STORE_CORRUPT where it is no JSON. */
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

/** Reads texts, letting the thread do other things in between. */
class Decoder {
  private characters = 0;

  constructor(private readonly demand: Demand) {}

  async record<Item>(text: string): Promise<Item> {
    this.characters += text.length;
    if (this.characters > CHARACTERS_AT_ONCE) {
      this.characters = 0;
      await setImmediate();
      this.demand();
    }
    return recordOf<Item>(text);
  }
}

/** The records of these texts, null where there is none. */
export async function decodeAll<Item>(
  texts: readonly (string | null)[],
  demand = ALWAYS,
): Promise<(Item | null)[]> {
  const decoder = new Decoder(demand);
  const records: (Item | null)[] = [];
  for (const text of texts) records.push(text === null ? null : await decoder.record<Item>(text));
  return records;
}

export async function decodePages<Item>(
  pages: readonly FoundPage[],
  demand = ALWAYS,
): Promise<Slice<Item>[]> {
  const decoder = new Decoder(demand);
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

export async function decodePage<Item>(page: FoundPage, demand = ALWAYS): Promise<Slice<Item>> {
  const [slice] = await decodePages<Item>([page], demand);
  return slice ?? EMPTY_PAGE;
}

/** The page of the keys that the texts are. */
export function keysOf({ items, hasMore }: FoundPage): Slice<string> {
  return { items: items.map(({ text, orderKey }) => ({ item: text, orderKey })), hasMore };
}
