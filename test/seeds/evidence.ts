import type { Citation, Quantity } from '../../src/ontology/index.js';
import type { SeedEntity, SeedFact, SeedLink, Seeds } from './seedBundles.js';
import {
  capitalised,
  figures,
  numbersIn,
  properNames,
  sharedRun,
  spokenParts,
  stands,
  words,
} from './wording.js';

/** So many words in a row are a quotation, and what is published here is said in our own words. */
const QUOTATION = 8;

/** By the key of a source, its paragraphs; the first one at 0. */
export type Documents = ReadonlyMap<string, readonly string[]>;

/** The paragraphs of a text: its lines that are not blank. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What a fact says that the paragraphs it cites do not say; empty when all of it stands there. */
export function problemsOfFact(fact: SeedFact, entities: Seeds['entities'], documents: Documents): string[] {
  const cited = citedText(fact.cites, documents);
  const groups = fact.players.filter((player) => typeof player !== 'string');
  const keys = fact.players.filter((player) => typeof player === 'string');
  const quantities = [fact, ...groups].flatMap(({ quantity }) => quantity ?? []);
  const texts = [fact.statement, ...fact.texts, ...groups.map(({ group }) => group)];
  return [
    ...missingParagraphs(fact.cites, documents),
    ...texts.flatMap((text) => missingFigures(text, cited)),
    ...missingNames([properNames(fact.statement), ...texts.slice(1).map(capitalised)].flat(), cited),
    ...quantities.flatMap((quantity) => problemsOfQuantity(quantity, cited)),
    ...problemsOfTime(fact.time, cited),
    ...keys.flatMap((key) => missingEntity(entities.get(key), key, fact.cites, cited)),
    ...[...texts, fact.note ?? ''].flatMap((text) => problemsOfWording(text, documents)),
  ].map((problem) => `${fact.key}: ${problem}`);
}

/** Names that stand in no paragraph that the entity cites, and links whose ends do not. */
export function problemsOfEntity(
  entity: SeedEntity,
  entities: Seeds['entities'],
  documents: Documents,
): string[] {
  const cited = citedText(entity.cites, documents);
  const spelled = entity.names.filter(({ editor }) => editor === undefined);
  const unspelled = entity.cites.length === 0 ? [] : spelled.filter(({ text }) => !stands(text, cited));
  return [
    ...missingParagraphs(entity.cites, documents),
    ...unspelled.map(({ text }) => `the name "${text}" stands in no paragraph that it cites`),
    ...entity.links.flatMap((link) => problemsOfLink(link, entity, entities, documents)),
  ].map((problem) => `${entity.key}: ${problem}`);
}

function problemsOfLink(
  link: SeedLink,
  from: SeedEntity,
  entities: Seeds['entities'],
  documents: Documents,
): string[] {
  if (link.cites.length === 0) return [];
  const cited = citedText(link.cites, documents);
  return [
    ...missingParagraphs(link.cites, documents),
    ...missingEntity(from, from.key, link.cites, cited),
    ...missingEntity(entities.get(link.to), link.to, link.cites, cited),
  ].map((problem) => `${link.relation} ${link.to}: ${problem}`);
}

function citedText(cites: readonly Citation[], documents: Documents): string {
  // The mark between paragraphs keeps a name from being read across two of them.
  return cites
    .map(({ source, paragraph = 0 }) => documents.get(source)?.[paragraph - 1] ?? '')
    .join(' | paragraph | ');
}

function missingParagraphs(cites: readonly Citation[], documents: Documents): string[] {
  return cites
    .filter(({ source, paragraph = 0 }) => documents.get(source)?.[paragraph - 1] === undefined)
    .map(({ source, paragraph }) => `${source} has no paragraph ${paragraph}`);
}

function missingFigures(text: string, cited: string): string[] {
  const said = new Set(figures(cited));
  return figures(text)
    .filter((figure) => !said.has(figure))
    .map((figure) => `the figure "${figure}" of "${text}" stands in no cited paragraph`);
}

function missingNames(names: readonly string[], cited: string): string[] {
  const said = new Set(words(cited));
  return names
    .filter((name) => !words(name).every((word) => said.has(word)))
    .map((name) => `the name "${name}" stands in no cited paragraph`);
}

function problemsOfQuantity({ text, min, max }: Quantity, cited: string): string[] {
  const given = numbersIn(text);
  const bounds = [min, max].filter((bound) => bound !== undefined);
  return [
    ...(stands(text, cited) ? [] : [`the quantity "${text}" stands in no cited paragraph`]),
    ...bounds
      .filter((bound) => !given.includes(bound))
      .map((bound) => `the words "${text}" do not give the bound ${bound}`),
  ];
}

function problemsOfTime(time: string | undefined, cited: string): string[] {
  return spokenParts(time ?? '')
    .filter((ways) => !ways.some((way) => stands(way, cited)))
    .map((ways) => `"${ways[0]}" of the time ${time} stands in no cited paragraph`);
}

/** An entity that only an editor has named must itself cite one of the paragraphs. */
function missingEntity(
  entity: SeedEntity | undefined,
  key: string,
  cites: readonly Citation[],
  cited: string,
): string[] {
  if (entity === undefined) return [`there is no entity ${key}`];
  const spelled = entity.names.filter(({ editor }) => editor === undefined);
  const isThere =
    spelled.length > 0
      ? spelled.some(({ text }) => stands(text, cited))
      : entity.cites.some((own) =>
          cites.some(({ source, paragraph }) => source === own.source && paragraph === own.paragraph),
        );
  return isThere ? [] : [`no cited paragraph names ${key}`];
}

function problemsOfWording(text: string, documents: Documents): string[] {
  return [...documents.values()].flatMap((paragraphs) => {
    const run = sharedRun(text, paragraphs.join(' '), QUOTATION);
    return run === null ? [] : [`"${run}" is quoted word for word`];
  });
}
