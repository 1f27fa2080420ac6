import { z } from 'zod';

// Control characters hide text from a reader, bidirectional overrides can show it in another order than it is, and half a
// surrogate pair is no character that a database could keep.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A line of text for people: trimmed, in Unicode's composed form, not empty, without control characters. */
export function lineOfText(maximum: number): z.ZodType<string, string> {
  return z
    .string()
    .refine((value) => !UNPRINTABLE.test(value), 'expected one line of text without control characters')
    .refine((value) => value === value.trim(), 'expected no white space at either end')
    .min(1, 'expected some text, got none')
    .max(maximum, `expected at most ${maximum} characters`)
    .transform((value) => value.normalize('NFC'));
}

/** A language as a BCP 47 tag. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a BCP 47 language tag, for instance "vi" or "zh-Hans"')
  .describe('The language as a BCP 47 tag.');
