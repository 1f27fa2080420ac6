import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/ontology/index.js';
import { paragraphsOf, problemsOfEntity, problemsOfFact } from './evidence.js';
import { readNothingTaken, readSeeds } from './seedBundles.js';

const DOCUMENTS = new URL('../../../shared/documents/', import.meta.url);
const isHere = existsSync(DOCUMENTS);
const REMEDY =
  'the source documents are not at ../shared/documents, so the seed graph is not checked against them';

if (!isHere) console.warn(`skipped: ${REMEDY}`);

describe.skipIf(!isHere)(isHere ? 'the seed graph and its documents' : `skipped: ${REMEDY}`, () => {
  const { sources, entities, facts } = readSeeds();
  const documents = new Map(
    sources.map(({ key, document = '' }) => [key, isHere ? paragraphsOf(readText(document)) : []]),
  );

  it('takes every figure and every proper name of a fact from the paragraphs that it cites', () => {
    expect(facts.flatMap((fact) => problemsOfFact(fact, entities, documents))).toEqual([]);
    expect(facts.length).toBeGreaterThan(100);
  });

  it('takes every name of an entity from a paragraph that it cites, unless an editor added it', () => {
    expect([...entities.values()].flatMap((entity) => problemsOfEntity(entity, entities, documents))).toEqual(
      [],
    );
  });

  it('takes something from every paragraph, or says why nothing', () => {
    const nothingTaken = readNothingTaken();
    const taken = new Set([...facts, ...entities.values()].flatMap(({ cites }) => cites.map(place)));
    const accounts = sources.flatMap(({ key, document = '' }) =>
      (documents.get(key) ?? []).map((_, index) => {
        const paragraph = index + 1;
        const isTaken = taken.has(place({ source: key, paragraph }));
        const reason = nothingTaken[document]?.[paragraph];
        return isTaken === (reason === undefined)
          ? []
          : [`${document} ${paragraph}: taken ${isTaken}, ${reason}`];
      }),
    );
    expect(accounts.flat()).toEqual([]);
    expect(reasonsWithoutParagraph(nothingTaken)).toEqual([]);
  });

  it('has a source for every document that it gives reasons for', () => {
    expect(sources.map(({ document }) => document)).toEqual(
      expect.arrayContaining(Object.keys(readNothingTaken())),
    );
  });

  function reasonsWithoutParagraph(nothingTaken: ReturnType<typeof readNothingTaken>): string[] {
    return sources.flatMap(({ key, document = '' }) =>
      Object.keys(nothingTaken[document] ?? {})
        .filter((paragraph) => documents.get(key)?.[Number(paragraph) - 1] === undefined)
        .map((paragraph) => `${document} has no paragraph ${paragraph}`),
    );
  }
});

function readText(document: string): string {
  return readFileSync(new URL(document, DOCUMENTS), 'utf8');
}

function place({ source, paragraph }: Pick<Citation, 'source' | 'paragraph'>): string {
  return `${source} ${paragraph}`;
}
