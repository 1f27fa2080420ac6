import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityContent, FactContent } from '../../src/ontology/index.js';
import { paragraphsOf, problemsOfEntity, problemsOfFact } from './evidence.js';
import { figures, numbersIn, properNames, spokenParts, stands } from './wording.js';

// An invented text: what is tested here is that evidence which is not there is missed.
const TEXT = `
In November 2016 Doctor Anna Example of Harbour Hospital taught 12 nurses from Norway.

She has shown keyhole surgeries to over 1,300 colleagues in five years, and hundreds of Norwegians thanked her warmly.
`;
const SOURCE = 'source/harbour';
const documents = new Map([[SOURCE, paragraphsOf(TEXT)]]);

const anna: EntityContent = {
  ...{ key: 'doctor/anna-example', kind: 'Doctor', properties: {}, externalIds: [], relations: [] },
  names: [{ text: 'Anna Example', kind: 'OFFICIAL' }],
  citations: [{ source: SOURCE, paragraph: 1 }],
};
const harbour: EntityContent = {
  ...{ key: 'hospital/harbour', kind: 'Hospital', properties: {}, externalIds: [] },
  names: [
    { text: 'Harbour Hospital', kind: 'OFFICIAL' },
    { text: 'The Port', kind: 'ALIAS', editor: 'Its nickname.' },
  ],
  relations: [
    { relation: 'PART_OF', to: 'doctor/anna-example', citations: [{ source: SOURCE, paragraph: 1 }] },
  ],
  citations: [{ source: SOURCE, paragraph: 1 }],
};
const entities = new Map([anna, harbour].map((entity) => [entity.key, entity]));

const fact: FactContent = {
  ...{ key: 'training/harbour', kind: 'Training', modality: 'FACTUAL', negated: false },
  statement: 'Nurses from Norway, 12 of them, had lessons from Anna Example.',
  participants: [
    { role: 'TRAINER', entity: anna.key },
    { role: 'TRAINEE', group: { label: 'nurses', quantity: { text: '12 nurses', min: 12, max: 12 } } },
    { role: 'AT', entity: harbour.key },
  ],
  properties: { form: 'HANDS_ON', subject: 'teaching at Harbour Hospital' },
  time: '2016-11',
  citations: [{ source: SOURCE, paragraph: 1 }],
};

const problems = (change: Partial<FactContent>) =>
  problemsOfFact({ ...fact, ...change }, entities, documents);

describe('the evidence for a fact', () => {
  it('is complete when all that it says stands in the paragraph', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<FactContent>, string]>([
    ['a figure', { statement: 'Some 13 nurses were taught.' }, 'figure "13"'],
    ['a number word', { statement: 'They were taught for three days.' }, 'figure "3"'],
    ['a figure in a property', { properties: { subject: 'lessons on 7 days' } }, 'figure "7"'],
    ['a name', { statement: 'Nurses from Sweden were taught.' }, 'name "Sweden"'],
    ['a name at the head of a property', { properties: { subject: 'Oslo' } }, 'name "Oslo"'],
    [
      'a name in a group',
      { participants: [{ role: 'TRAINEE', group: { label: 'nurses from Bergen' } }] },
      'name "Bergen"',
    ],
    ['a quantity', { quantity: { text: 'over 12 nurses' } }, 'quantity "over 12 nurses"'],
    ['a bound', { quantity: { text: '12 nurses', min: 13 } }, 'bound 13'],
    ['a year', { time: '2017-11' }, '"2017"'],
    ['a month', { time: '2016-10' }, '"October"'],
    ['a day', { time: '2016-11-27' }, '"27"'],
    [
      'an entity',
      { participants: [{ role: 'TRAINER', entity: 'doctor/nobody' }] },
      'no entity doctor/nobody',
    ],
    ['a paragraph', { citations: [...fact.citations, { source: SOURCE, paragraph: 3 }] }, 'no paragraph 3'],
    [
      'another paragraph’s name',
      { citations: [{ source: SOURCE, paragraph: 2 }] },
      'names doctor/anna-example',
    ],
    [
      'words of its own',
      { statement: 'To over 1,300 colleagues in five years, and hundreds' },
      'word for word',
    ],
    [
      'words of its own in a note',
      { note: 'shown keyhole surgeries to over 1,300 colleagues' },
      'word for word',
    ],
  ])('lacks %s', (_, change, expected) => {
    expect(problems(change)).toContainEqual(expect.stringContaining(expected));
  });

  it('takes no other year for the one that is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), (year) => {
        expect(problems({ time: `${year}-11` }).length > 0).toBe(year !== 2016);
      }),
    );
  });

  it('takes no other number for the one that is said', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (count) => {
        const said = [12, 2016].includes(count);
        expect(problems({ statement: `Teaching for ${count.toLocaleString('en')} nurses.` }).length > 0).toBe(
          !said,
        );
      }),
    );
  });
});

describe('the evidence for an entity', () => {
  const entityProblems = (change: Partial<EntityContent>) =>
    problemsOfEntity({ ...harbour, ...change }, entities, documents);

  it('is complete when its names and the ends of its links stand in the paragraphs', () => {
    expect(entityProblems({})).toEqual([]);
  });

  it.each<[string, Partial<EntityContent>, string]>([
    ['a name', { names: [{ text: 'Port Hospital', kind: 'OFFICIAL' }] }, 'name "Port Hospital"'],
    [
      'a name in another paragraph',
      { citations: [{ source: SOURCE, paragraph: 2 }] },
      'name "Harbour Hospital"',
    ],
    ['a paragraph', { citations: [{ source: SOURCE, paragraph: 9 }] }, 'no paragraph 9'],
    [
      'the end of a link',
      { relations: [{ relation: 'PART_OF', to: anna.key, citations: [{ source: SOURCE, paragraph: 2 }] }] },
      `no cited paragraph names ${anna.key}`,
    ],
  ])('lacks %s', (_, change, expected) => {
    expect(entityProblems(change)).toContainEqual(expect.stringContaining(expected));
  });
});

describe('the reading of words', () => {
  it('knows a name in plural, in possession and as that of a people', () => {
    expect(stands('keyhole surgery', TEXT)).toBe(true);
    expect(stands('Vietnam', 'Vietnamese doctors')).toBe(true);
    expect(stands('Hanoi’s medical sector', "for Hanoi's medical sector")).toBe(true);
    expect(stands('Ho Ray', 'Cho Ray')).toBe(false);
    expect(stands('Anna Port', 'Anna of the Port')).toBe(false);
  });

  it('reads figures in digits and words', () => {
    expect(figures('over 1,300 in five years, hundreds of 3D images')).toEqual(['1300', '3', '5', 'hundred']);
    expect(numbersIn('98 million of 400-500')).toEqual([98_000_000, 400, 500]);
  });

  it('leaves out the first word of a sentence among proper names', () => {
    expect(properNames('Nurses from Nano Covax and V20')).toEqual(['Nano', 'Covax', 'V20']);
  });

  it('reads what a time must be said by, and no year where none is given', () => {
    expect(spokenParts('XXXX-11-27')).toEqual([
      ['November', '11'],
      ['27', '27'],
    ]);
    expect(spokenParts('2014/..')).toEqual([['2014']]);
    expect(spokenParts('2023-02~')).toEqual([['2023'], ['February', '02']]);
  });
});
