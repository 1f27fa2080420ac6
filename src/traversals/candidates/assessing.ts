import { entityWords } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import { USUAL_FACTS } from '../view/usual.js';
import type { View } from '../view/view.js';
import { assess } from './evidence.js';
import type { Assessment } from './evidence.js';
import { Rarity } from './names/rarity.js';
import { Profile } from './profile.js';

const AT_ONCE = 500;
const WORDS_AT_ONCE = 200;

/** How rare the words of these entities, which are of one kind, are among the names of the graph. Words are those of now. */
export async function rarityOf(view: View, kind: string, entities: readonly EntityRecord[]): Promise<Rarity> {
  const pace = new Pace(view);
  const found = new Set<string>();
  for (const entity of entities) {
    for (const word of entityWords(entity)) found.add(word);
    if (pace.due) await pace.pause();
  }
  const words = [...found];
  const byWord = new Map<string, number>();
  for (let start = 0; start < words.length; start += WORDS_AT_ONCE * 10) {
    const searches = [];
    for (let from = start; from < Math.min(words.length, start + WORDS_AT_ONCE * 10); from += WORDS_AT_ONCE) {
      searches.push({ words: words.slice(from, from + WORDS_AT_ONCE) });
    }
    for (const { word, count } of (await view.store.findWords(searches)).flat()) {
      byWord.set(word, count);
    }
  }
  return new Rarity(await view.store.countEntities({ kinds: [kind] }), byWord);
}

/** Weighs pairs of entities of one kind, each by all that the graph says of the two; in the order of the pairs. */
export async function assessAll(
  reading: Reading,
  pairs: readonly (readonly [EntityRecord, EntityRecord])[],
  rarity: Rarity,
): Promise<Assessment[]> {
  const { view } = reading;
  const pace = new Pace(view);
  const profiles = new Map<string, Profile>();
  for (const record of pairs.flat()) {
    if (!profiles.has(record.key)) profiles.set(record.key, new Profile(record));
    if (pace.due) await pace.pause();
  }
  for await (const portion of reading.factsOf([...profiles.keys()].sort(), undefined, USUAL_FACTS)) {
    for (const { entity, facts } of portion) for (const fact of facts) profiles.get(entity)?.add(fact);
    if (pace.due) await pace.pause();
  }
  const places = await recordsOf(
    view,
    [...profiles.values()].flatMap(({ posts }) => posts.map(({ place }) => place)),
  );
  for (const profile of profiles.values()) profile.placePosts(places);
  const records = new Map([...places, ...(await recordsOf(view, sharedKeys(pairs, profiles)))]);
  const assessments: Assessment[] = [];
  for (const [one, other] of pairs) {
    const [a, b] = [profiles.get(one.key), profiles.get(other.key)];
    if (a !== undefined && b !== undefined) assessments.push(assess(a, b, rarity, records));
    if (pace.due) await pace.pause();
  }
  return assessments;
}

/** The keys that the lines of evidence name. */
function sharedKeys(
  pairs: readonly (readonly [EntityRecord, EntityRecord])[],
  profiles: ReadonlyMap<string, Profile>,
): string[] {
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [profiles.get(one.key), profiles.get(other.key)];
    if (a === undefined || b === undefined) return [];
    const shared = (ofA: ReadonlyMap<string, unknown>, ofB: ReadonlyMap<string, unknown>) =>
      [...ofA.keys()].filter((key) => ofB.has(key));
    return [
      ...shared(a.techniques, b.techniques),
      ...shared(a.partners, b.partners),
      ...a.countries.keys(),
      ...b.countries.keys(),
    ];
  });
}

async function recordsOf(view: View, keys: readonly string[]): Promise<Map<string, EntityRecord>> {
  const wanted = [...new Set(keys)].sort();
  const found = new Map<string, EntityRecord>();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    for (const record of await view.entities(wanted.slice(start, start + AT_ONCE))) {
      if (record !== null) found.set(record.key, record);
    }
  }
  return found;
}
