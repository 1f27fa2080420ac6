import { nearest } from '../nearest.js';
import type { Store } from '../store/port.js';
import type { BundleFile } from './bundles.js';
import { circlesOf } from './cycles.js';
import type { Link } from './cycles.js';
import { readByKey } from './keyedReads.js';
import type { Mention } from './mentions.js';
import { pathText } from './problems.js';
import type { Finding, Place } from './problems.js';

/** How many absent keys are held against all others for a likely spelling; with more, the run is wrong as a whole. */
const SUGGESTIONS_MAXIMUM = 100;

/** Where each key of a run is defined, the first place of it. */
export function definitionsOf(files: readonly BundleFile[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { file, mentions } of files) {
    for (const { key, path } of mentions.definitions) if (!places.has(key)) places.set(key, { file, path });
  }
  return places;
}

/** What is wrong between the records of a run and those of the store: keys used twice, absent records, circles. */
export async function referenceFindings(files: readonly BundleFile[], store: Store): Promise<Finding[]> {
  const defined = definitionsOf(files);
  return [
    ...duplicateDefinitions(files, defined),
    ...files.flatMap(repetitions),
    ...(await absentRecords(files, defined, store)),
    ...(await circles(files, defined, store)),
  ];
}

function duplicateDefinitions(files: readonly BundleFile[], defined: ReadonlyMap<string, Place>): Finding[] {
  return files.flatMap(({ file, mentions }) =>
    mentions.definitions.flatMap(({ key, path }) => {
      const first = defined.get(key);
      if (first === undefined || (first.file === file && pathText(first.path) === pathText(path))) return [];
      const message = `expected a key for one record alone, got "${key}", which is in use at`;
      return [{ file, place: { path }, message, elsewhere: first }];
    }),
  );
}

/** An entity that is named twice in one role, or twice as the end of one relation. */
function repetitions({ file, mentions }: BundleFile): Finding[] {
  const seen = new Set<string>();
  return mentions.mentions.flatMap(({ key, path, list }) => {
    if (list === undefined) return [];
    const entry = `${pathText(list)} ${key}`;
    if (!seen.has(entry)) {
      seen.add(entry);
      return [];
    }
    return [{ file, place: { path }, message: `expected each entity once, got "${key}" twice` }];
  });
}

async function absentRecords(
  files: readonly BundleFile[],
  defined: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Finding[]> {
  const wanted = (record: Mention['record']) =>
    files
      .flatMap(({ mentions }) => mentions.mentions)
      .filter((mention) => mention.record === record && !defined.has(mention.key))
      .map(({ key }) => key);
  const stored = new Set([
    ...(await readByKey(wanted('entity'), (keys) => store.entities(keys))).keys(),
    ...(await readByKey(wanted('source'), (keys) => store.sources(keys))).keys(),
  ]);

  const hints = new Map<string, string>();
  const hintFor = (key: string) => {
    const known = hints.get(key);
    if (known !== undefined || hints.size >= SUGGESTIONS_MAXIMUM) return known ?? '';
    const prefix = key.slice(0, key.indexOf('/') + 1);
    const slugs = [...defined.keys()]
      .filter((other) => other.startsWith(prefix))
      .map((other) => other.slice(prefix.length));
    const slug = nearest(key.slice(prefix.length), slugs);
    const hint = slug === undefined ? '' : `; did you mean "${prefix}${slug}"?`;
    hints.set(key, hint);
    return hint;
  };
  return files.flatMap(({ file, mentions }) =>
    mentions.mentions
      .filter(({ key }) => !defined.has(key) && !stored.has(key))
      .map(({ key, path, record }) => ({
        file,
        place: { path },
        message: `expected the key of ${record === 'source' ? 'a source' : 'an entity'} in these bundles or in the store, got "${key}"${hintFor(key)}`,
      })),
  );
}

type PlacedLink = Link & { place?: Place };

async function circles(
  files: readonly BundleFile[],
  defined: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Finding[]> {
  const links: PlacedLink[] = files.flatMap(({ file, mentions }) =>
    mentions.mentions.flatMap(({ key, path, link }) =>
      link === undefined ? [] : [{ ...link, to: key, place: { file, path } }],
    ),
  );
  const all: PlacedLink[] = [...links, ...(await storedLinks(links, defined, store))];
  return circlesOf(all).flatMap((circle) => {
    const place = circle.map((link) => link.place).findLast((each) => each !== undefined);
    if (place === undefined) return [];
    const way = [...circle.map(({ from }) => from), circle.at(-1)?.to].join(' → ');
    return [
      {
        file: place.file,
        place,
        message: `expected ${circle[0]?.relation} to lead upwards, got the circle ${way}`,
      },
    ];
  });
}

/** The links of stored entities to which links of the run lead. Those of entities in the run are about to be replaced. */
async function storedLinks(
  links: readonly Link[],
  defined: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Link[]> {
  const found: Link[] = [];
  const seen = new Set<string>();
  let frontier: readonly Link[] = links;
  while (frontier.length > 0) {
    const keys = frontier.map(({ to }) => to).filter((key) => !defined.has(key) && !seen.has(key));
    keys.forEach((key) => seen.add(key));
    const entities = await readByKey(keys, (some) => store.entities(some));
    frontier = [...entities.values()].flatMap(({ key, relations }) =>
      relations.map(({ relation, to }) => ({ from: key, to, relation })),
    );
    for (const link of frontier) found.push(link);
  }
  return found;
}
