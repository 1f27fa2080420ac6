import { z } from 'zod';

/** The schemes of external ids that are known, each with the form of its values. */
export const EXTERNAL_ID_SCHEMES = {
  iso3166: { pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2 code of a country: VN.' },
  wikidata: { pattern: /^Q[1-9][0-9]{0,11}$/, description: 'Wikidata item: Q881.' },
  ror: { pattern: /^0[a-z0-9]{6}[0-9]{2}$/, description: 'Research Organization Registry: 025kb2624.' },
  orcid: {
    pattern: /^[0-9]{4}(-[0-9]{4}){2}-[0-9]{3}[0-9X]$/,
    description: 'ORCID iD: 0000-0002-1825-0097.',
  },
  mesh: { pattern: /^[CD][0-9]{6,9}$/, description: 'MeSH descriptor or concept: D019059.' },
} as const;

/** External ids as a bundle writes them: one field a scheme. */
export const externalIdsSchema = z
  .strictObject(
    Object.fromEntries(
      Object.entries(EXTERNAL_ID_SCHEMES).map(([scheme, { pattern, description }]) => [
        scheme,
        z.string().regex(pattern, `expected: ${description}`).optional().describe(description),
      ]),
    ),
  )
  .describe('Ids that other systems have given it.');
