import { z } from 'zod';
import { ConfrereError } from '../../errors.js';
import { parseTime } from './time.js';

/** A string that `parseTime` takes. The issue of any other value has the words of the BAD_TIME error. */
export const edtfSchema = z
  .string({ error: ({ input }) => reasonAgainst(input) ?? undefined })
  .superRefine((edtf, context) => {
    const message = reasonAgainst(edtf);
    if (message !== null) context.addIssue({ code: 'custom', message, params: { code: 'BAD_TIME' } });
  })
  .meta({
    description: 'A time in EDTF (ISO 8601-2, levels 0 and 1), or a year-less day or month.',
    examples: ['2016-11', '2018/2020', '2014/..', '2023~', 'XXXX-11-27'],
  });

function reasonAgainst(edtf: unknown): string | null {
  try {
    // Of what is no string the reader itself says what it expects.
    parseTime(edtf as string);
    return null;
  } catch (error) {
    if (error instanceof ConfrereError) return error.message;
    throw error;
  }
}
