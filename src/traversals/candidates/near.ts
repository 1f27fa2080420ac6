import { nameKey, readNameOf } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import type { EntityFilter } from '../../store/port.js';
import { meaningsOf } from '../search/lexicon.js';
import type { Match } from '../search/lexicon.js';
import type { View } from '../view/view.js';

/** So many entities that share a word are looked at; where more do, they must share another one too. */
const SHARING_MAXIMUM = 200;
/** So many entities are compared with one. */
export const NEAR_MAXIMUM = 1_000;
const NAMES_MAXIMUM = 12;
const WORDS_MAXIMUM = 8;

const MAY_BE: readonly Match[] = ['EXACT', 'COMMON', 'JOINED', 'TYPO'];

/** Entities of the same kind that share something by which they may be the same: an external id, a name, words of one. */
export async function entitiesNear(
  view: View,
  entity: EntityRecord,
): Promise<{ entities: EntityRecord[]; isCut: boolean }> {
  const finding = new Finding(view, entity);
  const { externalIds, names } = entity;
  if (externalIds.length > 0) {
    await finding.take({ externalIds: externalIds.map(({ scheme, value }) => `${scheme}:${value}`) });
  }
  const texts = [...new Set(names.map(({ text }) => text))];
  await finding.take({ nameKeys: texts.map(nameKey).filter((key) => key !== '') });
  for (const text of texts.slice(0, NAMES_MAXIMUM)) await finding.takeName(text);
  return { entities: await finding.found(), isCut: finding.isCut || texts.length > NAMES_MAXIMUM };
}

class Finding {
  isCut = false;
  private readonly keys = new Set<string>();

  constructor(
    private readonly view: View,
    private readonly entity: EntityRecord,
  ) {}

  /** The entities as the question sees them. */
  async found(): Promise<EntityRecord[]> {
    const others = this.view.canonicals([...this.keys]).filter((key) => key !== this.entity.key);
    const records = await this.view.entities(others.sort());
    return records.filter((record) => record !== null);
  }

  async take(filter: EntityFilter): Promise<void> {
    if (await this.takeAll(filter, NEAR_MAXIMUM)) this.isCut = true;
  }

  /** Whoever shares a word that few have; or two words, where more have one of them. */
  async takeName(text: string): Promise<void> {
    const words = readNameOf(this.entity.kind, text).together.slice(0, WORDS_MAXIMUM);
    const { together } = await meaningsOf(this.view.store, { together: words, singly: words });
    const meanings = together.filter(({ word }) => word.text.length > 1);
    // The rarest first: what is cut, if anything, is then what says least.
    const lists = [...meanings]
      .sort((a, b) => b.weight - a.weight || (a.word.text < b.word.text ? -1 : 1))
      .map(({ word, matches, parts }) => {
        const like = [...matches].filter(([, match]) => MAY_BE.includes(match)).map(([name]) => name);
        return [...new Set([...word.text.split(' ').slice(0, 1), ...like, ...parts])].sort();
      });
    const crowded: string[][] = [];
    for (const list of lists) if (await this.takeAll({ words: [list] }, SHARING_MAXIMUM)) crowded.push(list);
    for (const [index, one] of crowded.entries()) {
      for (const other of lists.filter((list) => !crowded.slice(0, index + 1).includes(list))) {
        if (await this.takeAll({ words: [one, other] }, SHARING_MAXIMUM)) this.isCut = true;
      }
    }
  }

  /** Whether there were more than so many; then it may have taken some of them. */
  private async takeAll(filter: EntityFilter, maximum: number): Promise<boolean> {
    const left = Math.min(maximum, NEAR_MAXIMUM - this.keys.size);
    if (left <= 0) return true;
    const { items, hasMore } = await this.view.store.findEntities(
      { ...filter, kinds: [this.entity.kind] },
      { order: 'KEY', descending: false, limit: left },
    );
    for (const { item } of items) if (item.key !== this.entity.key) this.keys.add(item.key);
    return hasMore;
  }
}
