import { z } from 'zod';
import type { Ontology } from './registry.js';
import { keySchema, entityKeySchema } from './keys.js';
import { lineOfText } from './text.js';

export const VERDICTS = {
  SAME: 'Both keys mean one and the same.',
  DIFFERENT: 'The keys mean different ones, however alike their names.',
  UNSURE: 'Somebody has looked and could not decide.',
} as const;

export type Verdict = keyof typeof VERDICTS;

/** A judgement on whether two entities are one. It is a record of its own: the entities stay as their sources spoke of them. */
export function judgementContentSchema(ontology: Ontology) {
  return z
    .strictObject({
      key: keySchema(['judgement']).describe('The permanent key: `judgement/…`.'),
      entities: z
        .tuple([entityKeySchema(ontology), entityKeySchema(ontology)])
        .describe('The two entities, in any order.'),
      verdict: z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]]).describe('The verdict.'),
      reason: lineOfText(1000).describe('Why.'),
      judge: lineOfText(200).describe('Who judged.'),
    })
    .refine((value) => value.entities[0] !== value.entities[1], {
      message: 'expected two different entities',
      path: ['entities'],
    })
    .refine(
      (value) => ontology.entityKindOfKey(value.entities[0]) === ontology.entityKindOfKey(value.entities[1]),
      {
        message: 'expected two entities of one kind',
        path: ['entities'],
      },
    )
    .describe('A judgement on whether two entities are one.');
}

export type JudgementContent = z.infer<ReturnType<typeof judgementContentSchema>>;
