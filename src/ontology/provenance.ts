import { z } from 'zod';
import { sourceKeySchema } from './keys.js';
import { languageTag, lineOfText } from './text.js';
import { edtfSchema } from './time/index.js';

/** How far a fact is accepted by those who keep the graph. */
export const STATUSES = {
  PROPOSED: 'Entered, but not yet reviewed.',
  ACCEPTED: 'Reviewed: the cited source says so.',
  DISPUTED: 'Somebody has given reasons to doubt it.',
  RETRACTED: 'Withdrawn. Kept so that whoever cited it can see what became of it.',
} as const;

export type FactStatus = keyof typeof STATUSES;

/** What sort of claim the source makes. */
export const MODALITIES = {
  FACTUAL: 'The source says that it is or was so.',
  PLANNED: 'The source says that it is decided or announced; whether it came to be is not said.',
  PROPOSED: 'The source says that someone wishes or proposes it; nothing says that it exists.',
} as const;

export type Modality = keyof typeof MODALITIES;

const paragraphs = 'The paragraph: the number of the non-empty line, counted from 1.';

/** Where in a source: at least one of paragraph, page, time and section. */
export const locatorShape = {
  paragraph: z.number().int().min(1).max(1_000_000).optional().describe(paragraphs),
  page: lineOfText(40).optional().describe('The page, as printed: "12", "iv", "12-13".'),
  time: lineOfText(40).optional().describe('The time in a recording: "00:12:30".'),
  section: lineOfText(200).optional().describe('The section, heading, table or figure.'),
};

const quote = lineOfText(2000)
  .optional()
  .describe('The words of the source, where the owner allows that they are kept.');

/** A source, and where in it: what a reader needs to find the words again. */
export const citationSchema = z
  .strictObject({ source: sourceKeySchema, ...locatorShape, quote })
  .refine(hasLocator, 'expected where in the source: a paragraph, page, time or section');

export type Citation = z.infer<typeof citationSchema>;

/** The form in which a bundle writes a citation: the source may be left out where the bundle has one of its own. */
export const citationInputSchema = z
  .strictObject({
    source: sourceKeySchema.optional().describe('The source; the one of this bundle when left out.'),
    ...locatorShape,
    quote,
  })
  .refine(hasLocator, 'expected where in the source: a paragraph, page, time or section')
  .describe('Where a source says it.');

function hasLocator(citation: {
  paragraph?: number;
  page?: string;
  time?: string;
  section?: string;
}): boolean {
  return [citation.paragraph, citation.page, citation.time, citation.section].some(
    (part) => part !== undefined,
  );
}

/** A document that facts are taken from. */
export const sourceContentSchema = z
  .strictObject({
    key: sourceKeySchema.describe('The permanent key: `source/…`.'),
    title: lineOfText(500).describe('The title.'),
    publisher: lineOfText(300).optional().describe('Who published it, if the document says so.'),
    authors: z
      .array(lineOfText(200))
      .max(100)
      .default([])
      .describe('Who wrote it, as the document names them.'),
    published: edtfSchema.optional().describe('When it was published, as EDTF, if the document says so.'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Where it can be read.'),
    language: languageTag.optional(),
    document: lineOfText(300)
      .optional()
      .describe('The name of the file of which the paragraphs are counted.'),
    derivedFrom: z
      .array(sourceKeySchema)
      .min(1)
      .max(100)
      .refine((keys) => new Set(keys).size === keys.length, 'expected each source once')
      .optional()
      .describe('The sources from which it takes what it says: what it translates, reprints or retells.'),
    note: lineOfText(1000).optional().describe('What a reader should know about the source.'),
  })
  .refine(({ key, derivedFrom }) => derivedFrom === undefined || !derivedFrom.includes(key), {
    path: ['derivedFrom'],
    message: 'expected other sources than the source itself',
  })
  .describe('A document that facts are taken from.');

export type SourceContent = z.infer<typeof sourceContentSchema>;
