import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, judge, link, source } from '../helpers/graph.js';

/*
 * Random small graphs in which many are called alike: people and hospitals whose names are made of few words, some of
 * them misspelt, with posts, dates of life and external ids that agree or do not.
 */

const WORDS = [
  'Nguyễn',
  'Nguyen',
  'Văn',
  'Vân',
  'Phúc',
  'Hậu',
  'Hau',
  'Lambertin',
  'Lamberton',
  'N.',
  'Wenying',
  '文',
  '英',
];
const PLACE_WORDS = [
  'Bệnh viện',
  'Hospital',
  'Bach Mai',
  'Bạch Mai',
  'Cho Ray',
  '1',
  '2',
  'City',
  'tỉnh',
  'University',
];
const PLACES = ['hospital/x', 'hospital/y'];
const COUNTRIES = ['country/a', 'country/b'];
const TIMES = [undefined, '2010/2015', '2014', '1950', '2020/..'];
const YEARS = [undefined, undefined, '1950', '1980', '1980-05-01', '1981?'];
export const DOCTORS = ['doctor/a', 'doctor/b', 'doctor/c', 'doctor/d', 'doctor/e', 'doctor/f'];
export const HOSPITALS = ['hospital/a', 'hospital/b', 'hospital/c', 'hospital/d'];

const named = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

const names = (words: readonly string[]) => fc.uniqueArray(named(words), { minLength: 1, maxLength: 2 });

const ids = fc
  .subarray([
    { scheme: 'wikidata', value: 'Q1' },
    { scheme: 'wikidata', value: 'Q2' },
    { scheme: 'orcid', value: '0000-0002-1825-0097' },
  ])
  .map((all) => all.filter((id, index) => all.findIndex(({ scheme }) => scheme === id.scheme) === index));

const someIds = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: ids });

/** One who may be another, with what facts say of them. */
const person = fc.record({
  names: names(WORDS),
  externalIds: someIds,
  place: fc.option(fc.constantFrom(...PLACES), { nil: undefined }),
  time: fc.constantFrom(...TIMES),
  country: fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined }),
  born: fc.constantFrom(...YEARS),
  died: fc.constantFrom(undefined, undefined, undefined, '1999'),
  technique: fc.boolean(),
});

const hospital = fc.record({
  names: names(PLACE_WORDS),
  externalIds: someIds.map((some) => some.filter(({ scheme }) => scheme !== 'orcid')),
  country: fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined }),
});

const judgement = (keys: readonly string[]) =>
  fc.record({
    pair: fc
      .shuffledSubarray([...keys], { minLength: 2, maxLength: 2 })
      .map(([a = '', b = '']) => [a, b] as const),
    verdict: fc.constantFrom('SAME' as const, 'DIFFERENT' as const, 'UNSURE' as const),
  });

/** The operations that write one. At most one judgement, so that none contradict each other. */
export const candidateGraphs: fc.Arbitrary<readonly Operation[]> = fc
  .record({
    people: fc.array(person, { minLength: DOCTORS.length, maxLength: DOCTORS.length }),
    hospitals: fc.array(hospital, { minLength: HOSPITALS.length, maxLength: HOSPITALS.length }),
    together: fc.option(fc.subarray(DOCTORS, { minLength: 2, maxLength: 2 }), { nil: undefined }),
    judged: fc.option(fc.oneof(judgement(DOCTORS), judgement(HOSPITALS)), { nil: undefined }),
  })
  .map(({ people, hospitals, together, judged }) => [
    source(),
    ...COUNTRIES.map((key) => entity(key)),
    ...PLACES.map((key, index) =>
      entity(key, [`Place ${key}`], { relations: [link('LOCATED_IN', COUNTRIES[index] ?? '')] }),
    ),
    entity('technique/t'),
    ...people.map(({ names: its, externalIds }, index) => entity(DOCTORS[index] ?? '', its, { externalIds })),
    ...hospitals.map(({ names: its, externalIds, country }, index) =>
      entity(HOSPITALS[index] ?? '', its, {
        externalIds,
        relations: country === undefined ? [] : [link('LOCATED_IN', country)],
      }),
    ),
    ...people.flatMap((each, index) => factsOn(each, DOCTORS[index] ?? '')),
    ...(together === undefined
      ? []
      : [fact('training/together', [`TRAINER=${together[0]}`, `TRAINEE=${together[1]}`])]),
    ...(judged === undefined ? [] : [judge('judgement/one', judged.pair, judged.verdict)]),
  ]);

function factsOn(
  { place, time, country, born, died, technique }: { [Key in keyof Sampled]: Sampled[Key] },
  key: string,
): Operation[] {
  const slug = key.replace('/', '-');
  const timed = (edtf: string | undefined) => (edtf === undefined ? {} : { time: edtf });
  return [
    ...(place === undefined
      ? []
      : [fact(`affiliation/${slug}`, [`MEMBER=${key}`, `AT=${place}`], timed(time))]),
    ...(country === undefined ? [] : [fact(`affiliation/${slug}-in`, [`MEMBER=${key}`, `IN=${country}`])]),
    ...(born === undefined ? [] : [fact(`birth/${slug}`, [`BORN=${key}`], timed(born))]),
    ...(died === undefined ? [] : [fact(`death/${slug}`, [`DECEASED=${key}`], timed(died))]),
    ...(technique ? [fact(`training/${slug}`, [`TRAINER=${key}`, 'TECHNIQUE=technique/t'])] : []),
  ];
}

type Sampled = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
