import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/ontology/index.js';
import { paragraphsOf, problemsOfEntity, problemsOfFact } from './evidence.js';
import { readNothingTaken, readSeeds } from './seedBundles.js';

const DOCUMENTS = new URL('../../../shared/documents/', import.meta.url);
const isHere = existsSync(DOCUMENTS);
const REMEDY =
  'the source documents are not at ../shared/documents, so the seed graph is not checked against them';

if (!isHere) console.warn(`skipped: ${REMEDY}`);

describe.skipIf(!isHere)(isHere ? 'the seed graph and its documents' : `skipped: ${REMEDY}`, async () => {
  const { sources, entities, facts } = await readSeeds();
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const documents = new Map(
    sources.map(({ key, document = '' }) => [key, isHere ? paragraphsOf(readText(document)) : []]),
  );

  it('takes every figure and every proper name of a fact from the paragraphs that it cites', () => {
    expect(facts.flatMap(({ content }) => problemsOfFact(content, byKey, documents))).toEqual([]);
    expect(facts.length).toBeGreaterThan(100);
  });

  it('takes every name of an entity from a paragraph that it cites, unless an editor added it', () => {
    expect(entities.flatMap((entity) => problemsOfEntity(entity, byKey, documents))).toEqual([]);
  });

  it('takes something from every paragraph, or says why nothing', () => {
    const nothingTaken = readNothingTaken();
    const records = [...entities, ...facts.map(({ content }) => content)];
    const taken = new Set(records.flatMap(({ citations }) => citations.map(place)));
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

  it('has one source for every document, and reasons for no other', () => {
    const read = sources.map(({ document }) => document);
    expect([...read].sort()).toEqual(readdirSync(DOCUMENTS).sort());
    expect(read).toEqual(expect.arrayContaining(Object.keys(readNothingTaken())));
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
