import { foldName } from '../../../ontology/index.js';
import type { EntityRecord } from '../../../ontology/index.js';
import { displayName } from '../../../store/derive.js';
import { isInstitution } from '../profile.js';
import type { Profile } from '../profile.js';
import { exclusion, reason } from '../reasons.js';
import type { IdentityReason } from '../reasons.js';

/** For the first that they share, for each further one, and at the most. */
type Shares = readonly [first: number, further: number, most: number];
const TECHNIQUES: Shares = [3, 1, 4];
const PARTNERS_OF_PEOPLE: Shares = [3, 1, 5];
/** The institutions of one programme share much, and are not one. */
const PARTNERS: Shares = [1, 0.5, 2];
const NAMED_MOST = 3;

const COUNTRY_OF_PEOPLE = 1;
const OTHER_COUNTRY_OF_PEOPLE = -2.5;
const COUNTRY = 1.5;
/** An institution stands in one country. */
const OTHER_COUNTRY_OF_INSTITUTIONS = -15;
const OTHER_COUNTRY = -4;
/** Two institutions or programmes of a country seldom have one and the same name. */
const COUNTRY_AND_NAME = 4.5;
const LOCALITY = 3;
const OTHER_LOCALITY = -4;

type Records = ReadonlyMap<string, EntityRecord>;

/** What they are joined to alike. */
export function sharedReasons(a: Profile, b: Profile, records: Records): IdentityReason[] {
  return [
    ...sharing('TECHNIQUES', TECHNIQUES, 'Both are joined to', a.techniques, b.techniques, records),
    // Techniques that are taught together are mostly several.
    ...(a.record.kind === 'Technique'
      ? []
      : sharing(
          'PARTNERS',
          a.isPerson ? PARTNERS_OF_PEOPLE : PARTNERS,
          'Both appear with',
          a.partners,
          b.partners,
          records,
        )),
  ];
}

function sharing(
  rule: 'TECHNIQUES' | 'PARTNERS',
  [first, further, most]: Shares,
  words: string,
  ofA: ReadonlyMap<string, string[]>,
  ofB: ReadonlyMap<string, string[]>,
  records: Records,
): IdentityReason[] {
  const shared = [...ofA.keys()].filter((key) => ofB.has(key)).sort();
  if (shared.length === 0) return [];
  const weight = Math.min(first + further * (shared.length - 1), most);
  const facts = shared.flatMap((key) => [...(ofA.get(key) ?? []), ...(ofB.get(key) ?? [])]);
  return [reason(rule, weight, `${words} ${listed(shared, records)}.`, facts)];
}

/** What the countries say, and localities of institutions. */
export function whereReasons(
  a: Profile,
  b: Profile,
  namesAreWhole: boolean,
  records: Records,
): IdentityReason[] {
  return [...countryReasons(a, b, namesAreWhole, records), ...localityReasons(a, b)];
}

function countryReasons(a: Profile, b: Profile, namesAreWhole: boolean, records: Records): IdentityReason[] {
  const [ofA, ofB] = [[...a.countries.keys()].sort(), [...b.countries.keys()].sort()];
  if (ofA.length === 0 || ofB.length === 0) return [];
  const shared = ofA.filter((key) => b.countries.has(key));
  const standsThere = isInstitution(a.record.kind);
  const factsOf = (keys: readonly string[]) =>
    keys.flatMap((key) => [...(a.countries.get(key) ?? []), ...(b.countries.get(key) ?? [])]);
  if (shared.length > 0) {
    const weight = a.isPerson ? COUNTRY_OF_PEOPLE : namesAreWhole ? COUNTRY_AND_NAME : COUNTRY;
    return [reason('COUNTRY', weight, `Both belong to ${listed(shared, records)}.`, factsOf(shared))];
  }
  const weight = a.isPerson
    ? OTHER_COUNTRY_OF_PEOPLE
    : standsThere
      ? OTHER_COUNTRY_OF_INSTITUTIONS
      : OTHER_COUNTRY;
  const text = `One belongs to ${listed(ofA, records)}, the other to ${listed(ofB, records)}.`;
  return [reason('OTHER_COUNTRY', weight, text, factsOf([...ofA, ...ofB]))];
}

function localityReasons({ record: a }: Profile, { record: b }: Profile): IdentityReason[] {
  const [inA, inB] = [a.properties['locality'], b.properties['locality']];
  if (inA === undefined || inB === undefined) return [];
  const [foldedA, foldedB] = [foldName(inA), foldName(inB)];
  if (foldedA.includes(foldedB) || foldedB.includes(foldedA)) {
    return [reason('LOCALITY', LOCALITY, `In ${inA} and in ${inB}.`)];
  }
  return [reason('OTHER_LOCALITY', OTHER_LOCALITY, `One in ${inA}, the other in ${inB}.`)];
}

/** That sources speak of both as two. */
export function apartReasons(a: Profile, b: Profile): IdentityReason[] {
  const together = [...a.facts.keys()].filter((key) => b.facts.has(key)).sort();
  const [first] = together;
  const named =
    first === undefined
      ? []
      : [
          exclusion(
            'SAME_FACT',
            `One fact names both (${a.facts.get(first) ?? ''}; ${b.facts.get(first) ?? ''}).`,
            together,
          ),
        ];
  const related = [
    ...a.record.relations.filter(({ to }) => to === b.key),
    ...b.record.relations.filter(({ to }) => to === a.key),
  ].map(({ relation }) => exclusion('RELATION', `${relation} leads from one to the other.`));
  return [...named, ...related.slice(0, 1)];
}

function listed(keys: readonly string[], records: Records): string {
  const names = keys.slice(0, NAMED_MOST).map((key) => displayName(records.get(key)?.names ?? []) || key);
  const more = keys.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
