import { ontology } from '../../src/ontology/index.js';
import type {
  Citation,
  EntityContent,
  FactContent,
  Quantity,
  RelationLink,
} from '../../src/ontology/index.js';
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
type Entities = ReadonlyMap<string, EntityContent>;

/** The paragraphs of a text: its lines that are not blank. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What a fact says that the paragraphs it cites do not say; empty when all of it stands there. */
export function problemsOfFact(fact: FactContent, entities: Entities, documents: Documents): string[] {
  const cited = citedText(fact.citations, documents);
  const groups = fact.participants.flatMap(({ group }) => group ?? []);
  const quantities = [fact, ...groups].flatMap(({ quantity }) => quantity ?? []);
  const phrases = [...freeTexts(fact), ...groups.map(({ label }) => label)];
  const texts = [fact.statement, ...phrases];
  return [
    ...missingParagraphs(fact.citations, documents),
    ...texts.flatMap((text) => missingFigures(text, cited)),
    ...missingNames([...properNames(fact.statement), ...phrases.flatMap(capitalised)], cited),
    ...quantities.flatMap((quantity) => problemsOfQuantity(quantity, cited)),
    ...problemsOfTime(fact.time, cited),
    ...fact.participants
      .flatMap(({ entity }) => entity ?? [])
      .flatMap((key) => missingEntity(entities.get(key), key, fact.citations, cited)),
    ...[...texts, fact.note ?? ''].flatMap((text) => problemsOfWording(text, documents)),
  ].map((problem) => `${fact.key}: ${problem}`);
}

/** Names that stand in no paragraph that the entity cites, and relations whose ends do not. */
export function problemsOfEntity(entity: EntityContent, entities: Entities, documents: Documents): string[] {
  const cited = citedText(entity.citations, documents);
  // An entity that no source speaks of is the editor's own, and so are its names.
  const unspelled =
    entity.citations.length === 0 ? [] : spelledNames(entity).filter((name) => !stands(name, cited));
  return [
    ...missingParagraphs(entity.citations, documents),
    ...unspelled.map((name) => `the name "${name}" stands in no paragraph that it cites`),
    ...entity.relations.flatMap((link) => problemsOfLink(link, entity, entities, documents)),
    ...problemsOfWording(entity.note ?? '', documents),
  ].map((problem) => `${entity.key}: ${problem}`);
}

function problemsOfLink(
  link: RelationLink,
  from: EntityContent,
  entities: Entities,
  documents: Documents,
): string[] {
  const { relation, to, citations } = link;
  if (citations.length === 0) return [];
  const cited = citedText(citations, documents);
  return [
    ...missingParagraphs(citations, documents),
    ...missingEntity(from, from.key, citations, cited),
    ...missingEntity(entities.get(to), to, citations, cited),
  ].map((problem) => `${relation} ${to}: ${problem}`);
}

function freeTexts({ kind, properties }: FactContent): string[] {
  const definitions = ontology.factKind(kind).properties;
  return Object.entries(properties).flatMap(([name, value]) =>
    definitions[name]?.type === 'text' ? [value] : [],
  );
}

function spelledNames({ names }: EntityContent): string[] {
  return names.filter(({ editor }) => editor === undefined).map(({ text }) => text);
}

function paragraphOf({ source, paragraph = 0 }: Citation, documents: Documents): string | undefined {
  return documents.get(source)?.[paragraph - 1];
}

function citedText(citations: readonly Citation[], documents: Documents): string {
  // The mark between paragraphs keeps a name from being read across two of them.
  return citations.map((citation) => paragraphOf(citation, documents) ?? '').join(' | paragraph | ');
}

function missingParagraphs(citations: readonly Citation[], documents: Documents): string[] {
  return citations
    .filter((citation) => paragraphOf(citation, documents) === undefined)
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
  entity: EntityContent | undefined,
  key: string,
  citations: readonly Citation[],
  cited: string,
): string[] {
  if (entity === undefined) return [`there is no entity ${key}`];
  const names = spelledNames(entity);
  const sharesParagraph = entity.citations.some((own) =>
    citations.some((citation) => isSamePlace(own, citation)),
  );
  const isThere = names.length > 0 ? names.some((name) => stands(name, cited)) : sharesParagraph;
  return isThere ? [] : [`no cited paragraph names ${key}`];
}

function isSamePlace(one: Citation, other: Citation): boolean {
  return one.source === other.source && one.paragraph === other.paragraph;
}

function problemsOfWording(text: string, documents: Documents): string[] {
  return [...documents.values()].flatMap((paragraphs) => {
    const run = sharedRun(text, paragraphs.join(' '), QUOTATION);
    return run === null ? [] : [`"${run}" is quoted word for word`];
  });
}
