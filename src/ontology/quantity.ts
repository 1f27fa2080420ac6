import { z } from 'zod';
import { lineOfText } from './text.js';

export const PERIODS = {
  DAY: 'In each day.',
  WEEK: 'In each week.',
  MONTH: 'In each month.',
  YEAR: 'In each year.',
} as const;

export type PeriodName = keyof typeof PERIODS;

const bound = z.number().refine(Number.isSafeInteger, 'expected a whole number').min(0);

/**
 * How many, in the source's words, with bounds only where the words give them: "over 270" has a lower bound and no
 * upper one, "hundreds" has none. Both bounds are included.
 */
export const quantitySchema = z
  .strictObject({
    text: lineOfText(200).describe('The quantity in the words of the source: "400-500", "hundreds".'),
    min: bound.optional().describe('The lower bound that the words give, included.'),
    max: bound.optional().describe('The upper bound that the words give, included.'),
    per: z
      .enum(Object.keys(PERIODS) as [PeriodName, ...PeriodName[]])
      .optional()
      .describe('The period in which it happens again and again.'),
    unit: lineOfText(100).optional().describe('What is counted: "doctors", "EUR", "%".'),
  })
  .refine((value) => value.min === undefined || value.max === undefined || value.min <= value.max, {
    message: 'expected a lower bound that is not above the upper bound',
    path: ['min'],
  })
  .describe('How many, in the source’s words, with bounds only where the words give them.');

export type Quantity = z.infer<typeof quantitySchema>;
