import anyAscii from 'any-ascii';
import { z } from 'zod';
import { languageTag, lineOfText } from './text.js';
import { edtfSchema } from './time/index.js';

export const NAME_KINDS = {
  OFFICIAL: 'The name as its bearer or the source gives it.',
  ALIAS: 'Another name or spelling in use.',
  FORMER: 'A name that is no longer in use.',
  TRANSLITERATION: 'The name carried over from another script.',
} as const;

export type NameKind = keyof typeof NAME_KINDS;

/** A name of an entity. `editor` says why an editor added it, when no source of the entity spells it so. */
export const nameSchema = z
  .strictObject({
    text: lineOfText(200).describe('The name, spelled as the source spells it.'),
    kind: z
      .enum(Object.keys(NAME_KINDS) as [NameKind, ...NameKind[]])
      .default('OFFICIAL')
      .describe('What sort of name it is.'),
    language: languageTag.optional(),
    valid: edtfSchema.optional().describe('When the name was in use, as EDTF.'),
    editor: lineOfText(300).optional().describe('Why an editor added it, when no source spells it so.'),
  })
  .describe('A name with its language, kind and time of use.');

export type Name = z.infer<typeof nameSchema>;

/**
 * Folds a name into plain words: Latin letters and digits in lower case, one space between words, marks stripped and
 * other scripts carried over, so that "Nguyễn Phú Hữu" and "nguyen phu huu" fold alike. ASCII only, hence both stores
 * order it alike. May be empty where nothing of the name can be folded.
 */
export function foldName(name: string): string {
  // Composed first, so that a sign which is a vowel in Khmer or a voiced sound in Japanese is carried over with its
  // letter; what is a mark alone has no ASCII and falls away.
  return anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The key under which a name is found whatever the order of its words. */
export function nameKey(name: string): string {
  return foldName(name).split(' ').sort().join(' ');
}
