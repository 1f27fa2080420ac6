import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { CITED, entity, fact, judge, source } from './graph.js';

/*
 * A little graph, and what may be written into it while questions are asked about it.
 */

export const COUNTRIES = ['country/a', 'country/b'];
export const HOSPITALS = ['hospital/one', 'hospital/two', 'hospital/three'];

const hospital = (key: string, name: string, country: string): Operation =>
  entity(key, [name], { relations: [{ relation: 'LOCATED_IN', to: country, citations: CITED }] });

/** What is there from the first. */
export const BEGINNING: readonly Operation[] = [
  source(),
  ...COUNTRIES.map((key) => entity(key)),
  ...HOSPITALS.map((key) => hospital(key, key, 'country/a')),
  entity('doctor/a'),
  entity('doctor/b'),
  entity('technique/t'),
  fact('training/x', ['TRAINER=doctor/a', 'AT=hospital/one', 'TECHNIQUE=technique/t']),
  fact('training/y', ['TRAINER=doctor/b', 'AT=hospital/two']),
];

/** What somebody else writes. */
export const written: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HOSPITALS), fc.constantFrom('Alpha', 'Zeta'), fc.constantFrom(...COUNTRIES))
    .map(([key, name, country]) => hospital(key, name, country)),
  fc.constant(hospital('hospital/new', 'New', 'country/a')),
  fc
    .tuple(fc.constantFrom('training/x', 'training/y'), fc.constantFrom('DISPUTED', 'RETRACTED', 'ACCEPTED'))
    .map(([key, status]): Operation => ({ op: 'setStatus', fact: key, status })),
  fc.constant(judge('judgement/one', ['doctor/a', 'doctor/b'])),
  fc.constant(source('source/paper', { title: 'Another title' })),
);
