import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRecord } from '../../src/ontology/index.js';
import { factOrderKey } from '../../src/store/derive.js';
import { fragility } from '../../src/traversals/index.js';
import type { Dependent, Fragility, FragilityQuestion } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { COUNTRIES, HOSPITALS, NARROWER, TECHNIQUES, sideGraphs } from './sideGraphs.js';
import { groundOf, missingSources, playing, without } from './sideOracle.js';
import type { Records } from './sideOracle.js';

const KEYS = { HOSPITAL: HOSPITALS, COUNTRY: COUNTRIES, TECHNIQUE: TECHNIQUES };

const question: fc.Arbitrary<FragilityQuestion> = fc
  .constantFrom('HOSPITAL' as const, 'COUNTRY' as const, 'TECHNIQUE' as const)
  .chain((of) =>
    fc.record(
      {
        of: fc.constant(of),
        keys: fc.subarray(KEYS[of]),
        techniques: fc.subarray(TECHNIQUES, { minLength: 1, maxLength: 2 }),
        narrower: fc.boolean(),
        inferred: fc.constantFrom(true, true, false),
        hangingOn: fc.subarray(['TRAINER' as const, 'SOURCE' as const]),
        filter: fc.constantFrom({ negated: false }, {}),
      },
      { requiredKeys: ['of', 'narrower', 'inferred', 'filter'] },
    ),
  );

type Judged = Omit<Dependent, 'lessons' | 'sources' | 'hangsOn'> & {
  facts: string[];
  sources: string;
  hangsOn: string;
};

/** One hospital, country or technique, asked about by itself. */
function judged(records: Records, key: string, asked: FragilityQuestion): Judged {
  const facts = records.facts.filter((fact) => isMeant(fact, asked) && taught(records, key, fact, asked));
  const named = new Set(facts.flatMap((fact) => playing(fact, ['TRAINER'])));
  const hasGroup = ({ participants }: FactRecord) =>
    participants.some(({ role, group }) => role === 'TRAINER' && group !== undefined);
  const untold = facts.filter(({ participants }) => !participants.some(({ role }) => role === 'TRAINER'));
  const groups = facts.filter(hasGroup);
  const isOne = named.size === 1 && untold.length + groups.length === 0;
  const sources = [...new Set(facts.flatMap(({ citations }) => citations.map(({ source }) => source)))];
  // Two of the sources have one publisher.
  const independent = new Set(sources.map((source) => (/[ab]$/.test(source) ? 'The Press' : source)));
  const hangsOn = [...(isOne ? ['TRAINER'] : []), ...(independent.size === 1 ? ['SOURCE'] : [])];
  return {
    key,
    facts: facts.map((fact) => factOrderKey(fact, 'TIME')).sort(),
    trainerCount: named.size,
    groupLessonCount: groups.length,
    untoldLessonCount: untold.length,
    oneTrainer: isOne ? ([...named][0] ?? null) : null,
    sourceCount: independent.size,
    sources: sources.sort().join(' '),
    hangsOn: hangsOn.join(' '),
  };
}

function isMeant(fact: FactRecord, { techniques, narrower, filter }: FragilityQuestion): boolean {
  return (
    fact.kind === 'Training' &&
    (filter.negated === undefined || fact.negated === filter.negated) &&
    (techniques === undefined || techniques.some((technique) => isAbout(fact, technique, narrower)))
  );
}

function isAbout(fact: FactRecord, technique: string, narrower: boolean): boolean {
  const wanted = narrower ? (NARROWER[technique] ?? []) : [technique];
  return playing(fact, ['TECHNIQUE']).some((key) => wanted.includes(key));
}

function taught(records: Records, key: string, fact: FactRecord, asked: FragilityQuestion): boolean {
  if (asked.of === 'TECHNIQUE') return isAbout(fact, key, asked.narrower);
  const ground = groundOf(records, key, playing(fact, ['TRAINEE', 'AT', 'IN']), fact, true);
  return asked.inferred ? ground !== null : ground === 'STATED';
}

function shown({ lessons, sources, hangsOn, ...rest }: Dependent): Judged {
  return {
    ...rest,
    facts: lessons.map(({ order }) => order),
    sources: sources.join(' '),
    hangsOn: hangsOn.join(' '),
  };
}

/** Each training that fits stands under something, or with those that tell of nothing, never both. */
function conserves({ dependents, unattributed }: Fragility, fitting: readonly FactRecord[]): void {
  const under = new Set(dependents.flatMap(({ lessons }) => lessons.map(({ key }) => key)));
  const all = [...under, ...unattributed.map(({ key }) => key)];
  expect(all.sort()).toEqual(fitting.map(({ key }) => key).sort());
}

/** What hangs on one trainer or source is what asking of each by itself finds. */
export function fragilityProperties(subject: Subject, total: number): void {
  describe('fragility', () => {
    it(
      'counts the trainers and independent sources of each, and takes unnamed ones for no single one',
      async () => {
        const graphs = sideGraphs(['training', 'training', 'training', 'visit']);
        await holds(
          subject,
          total,
          { graphs, questions: fc.tuple(question, missingSources) },
          async (whole, [asked, missing]) => {
            const { view, ...records } = without(whole, missing);
            const answer = await fragility(view, asked);
            const all = (asked.keys ?? KEYS[asked.of])
              .map((key) => judged(records, key, asked))
              .filter(({ facts }) => facts.length > 0);
            const expected = all
              .filter(({ hangsOn }) =>
                asked.hangingOn === undefined ? true : asked.hangingOn.some((each) => hangsOn.includes(each)),
              )
              .sort((a, b) => b.facts.length - a.facts.length || (a.key < b.key ? -1 : 1));
            expect(answer.dependents.map(shown)).toEqual(expected);
            expect(answer.taughtCount).toBe(all.length);
            const fitting = records.facts.filter((fact) => isMeant(fact, asked));
            const somewhere = new Set(all.flatMap(({ facts }) => facts));
            const elsewhere = fitting
              .map((fact) => factOrderKey(fact, 'TIME'))
              .filter((each) => !somewhere.has(each));
            expect(answer.unattributed.map(({ order }) => order)).toEqual(
              asked.keys === undefined ? elsewhere.sort() : [],
            );
            if (asked.keys === undefined && asked.hangingOn === undefined) conserves(answer, fitting);
            expect(answer.cut).toBeNull();
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
