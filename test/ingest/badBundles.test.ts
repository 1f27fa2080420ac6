import { afterEach, describe, expect, test } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { folderWith, problemsOfImport, removeFolders } from './runs.js';

afterEach(removeFolders);

/** A sound beginning, six lines long, of which the cases go on at line 7. */
const START = `source: { key: source/paper, title: A paper }
entities:
  - { kind: Doctor, key: doctor/a, names: [A], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/b, names: [B], cites: [{ paragraph: 1 }] }
  - { kind: Technique, key: technique/t, names: [T], editor: Of course. }
  - { kind: Country, key: country/c, names: [C], editor: Of course. }
`;

const FACT = 'kind: Training, key: training/x, statement: A taught B.';

/** Each bundle, with a ▲ before each place that is wrong, and the whole of what an import says of these places. */
const CASES: Readonly<Record<string, readonly [bundle: string, ...problems: string[]]>> = {
  'a wrong field': [
    `${START}facts:\n  - { ${FACT}, ▲trainer: [doctor/a], trainees: [doctor/b], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainer: there is no field "trainer" here; did you mean "trainers"?',
  ],
  'an unknown field of the bundle': [
    `${START}▲sources: []\n`,
    'sources: there is no field "sources" here; did you mean "source"?',
  ],
  'an unknown field that is like none': [
    `${START}judgements:\n  - { key: judgement/x, ▲zzz: 1, entities: [doctor/a, doctor/b], verdict: SAME, reason: R, judge: J }\n`,
    'judgements[0].zzz: there is no field "zzz" here; expected one of key, entities, verdict, reason, judge',
  ],
  'a key of another prefix': [
    `${START}facts:\n  - { ${FACT}, trainers: [▲docter/a], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[0]: expected a key "doctor|person|hospital|organisation/…" of lower-case letters and digits, with single hyphens between, got "docter/a"',
  ],
  'the wrong kind of player': [
    `${START}facts:\n  - { ${FACT}, trainers: [▲country/c], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[0]: expected a key "doctor|person|hospital|organisation/…" of lower-case letters and digits, with single hyphens between, got "country/c"',
  ],
  'a list where one is wanted': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], country: ▲[country/c], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].country: expected text, got a list',
  ],
  'one where a list is wanted': [
    `${START}facts:\n  - { ${FACT}, trainers: ▲doctor/a, cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers: expected a list, got "doctor/a"',
  ],
  'a fact without citations': [
    `${START}facts:\n  - ▲{ ${FACT}, trainers: [doctor/a] }\n`,
    'facts[0].cites: expected at least one citation: a fact without a source is refused, got nothing',
  ],
  'a fact with an empty list of citations': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], cites: ▲[] }\n`,
    'facts[0].cites: expected at least one citation: a fact without a source is refused, got an empty list',
  ],
  'a citation of no place': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], cites: [▲{ quote: A taught B. }] }\n`,
    'facts[0].cites[0]: expected where in the source: a paragraph, page, time or section',
  ],
  'a fact of nobody': [
    `${START}facts:\n  - ▲{ ${FACT}, cites: [{ paragraph: 1 }] }\n`,
    'facts[0]: expected at least one of trainers, trainees',
  ],
  'a date that is none': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], time: ▲2016-13, cites: [{ paragraph: 1 }] }\n`,
    'facts[0].time: Expected a time in EDTF, such as "2016-11", "2018/2020", "2014/..", "2023~" or "XXXX-11-27"; got "2016-13". Months run from 01 to 12: "2020-11".',
  ],
  'a year without quotes': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], time: ▲2016, cites: [{ paragraph: 1 }] }\n`,
    'facts[0].time: Expected a time in EDTF, such as "2016-11", "2018/2020", "2014/..", "2023~" or "XXXX-11-27"; got the number 2016. Write the time as text in quotes: "2016-11".',
  ],
  'a name without quotes that YAML takes for a number': [
    'entities:\n  - { kind: Doctor, key: doctor/a, names: [{ text: ▲115 }], editor: E. }\n',
    'entities[0].names[0].text: expected text (put it in quotes), got the number 115',
  ],
  'a name that is neither text nor a map': [
    'entities:\n  - { kind: Doctor, key: doctor/a, names: [▲true], editor: E. }\n',
    'entities[0].names[0]: expected text (put it in quotes), or a map of fields, got true',
  ],
  'a misspelt kind': [
    `${START}facts:\n  - ▲{ kind: ▲Trainning, key: training/x, statement: A taught B., cites: ▲[] }\n`,
    'facts[0]: expected at least one of trainers, trainees',
    'facts[0].kind: expected one of KINDS, got "Trainning"; did you mean "Training"?',
    'facts[0].cites: expected at least one citation: a fact without a source is refused, got an empty list',
  ],
  'a kind that is left out': [
    'entities:\n  - ▲{ key: doctor/a, names: [A], editor: E. }\n',
    'entities[0].kind: expected one of KINDS, got nothing; of this key it is "Doctor"',
  ],
  'a kind and a key that are both unknown': [
    'entities:\n  - { kind: ▲Nurse, key: nurse/a, names: [A], editor: E. }\n',
    'entities[0].kind: expected one of KINDS, got "Nurse"',
  ],
  'a misspelt value': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], modality: ▲Factual, cites: [{ paragraph: 1 }] }\n`,
    'facts[0].modality: expected one of FACTUAL, PLANNED, PROPOSED, got "Factual"; did you mean "FACTUAL"?',
  ],
  'an entity that rests on nothing': [
    'entities:\n  - ▲{ kind: Doctor, key: doctor/a, names: [A] }\n',
    'entities[0]: expected `cites` (who says so) or `editor` (why an editor says so)',
  ],
  'a citation of no source, in a bundle without one': [
    'entities:\n  - { kind: Doctor, key: doctor/a, names: [A], cites: [▲{ paragraph: 1 }] }\n',
    'entities[0].cites[0]: expected the field "source", since the bundle has no source of its own; got nothing',
  ],
  'an absent entity, spelt nearly like one that is there': [
    `${START}facts:\n  - { ${FACT}, trainers: [▲doctor/aa], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[0]: expected the key of an entity in these bundles or in the store, got "doctor/aa"; did you mean "doctor/a"?',
  ],
  'an absent source': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a], cites: [{ source: ▲source/elsewhere, paragraph: 1 }] }\n`,
    'facts[0].cites[0].source: expected the key of a source in these bundles or in the store, got "source/elsewhere"',
  ],
  'a source that derives from an absent one': [
    'source: { key: source/paper, title: A paper, derivedFrom: [▲source/papers] }\n',
    'source.derivedFrom[0]: expected the key of a source in these bundles or in the store, got "source/papers"; did you mean "source/paper"?',
  ],
  'a source that derives from itself': [
    'source: { key: source/paper, title: A paper, derivedFrom: ▲[source/paper] }\n',
    'source.derivedFrom: expected other sources than the source itself',
  ],
  'a source that derives from one twice': [
    'source: { key: source/paper, title: A paper, derivedFrom: ▲[▲source/a, ▲source/a] }\n',
    'source.derivedFrom: expected each source once',
    'source.derivedFrom[0]: expected the key of a source in these bundles or in the store, got "source/a"',
    'source.derivedFrom[1]: expected the key of a source in these bundles or in the store, got "source/a"',
  ],
  'a source that derives from a person': [
    'source: { key: source/paper, title: A paper, derivedFrom: [▲person/a] }\n',
    'source.derivedFrom[0]: expected a key "source/…" of lower-case letters and digits, with single hyphens between, got "person/a"',
  ],
  'an absent record beside a wrong field': [
    `${START}facts:\n  - { ${FACT}, trainers: [▲doctor/zz], time: ▲soon, cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[0]: expected the key of an entity in these bundles or in the store, got "doctor/zz"',
    'facts[0].time: Expected a time in EDTF, such as "2016-11", "2018/2020", "2014/..", "2023~" or "XXXX-11-27"; got "soon". Write figures in place of words, year first: "2020-11-27" or "2020-11".',
  ],
  'a player who is named twice in a role': [
    `${START}facts:\n  - { ${FACT}, trainers: [doctor/a, doctor/b, ▲doctor/a], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[2]: expected each entity once, got "doctor/a" twice',
  ],
  'a group of no label': [
    `${START}facts:\n  - { ${FACT}, trainers: [▲{ quantity: { text: many, min: ▲2, max: 1 } }], cites: [{ paragraph: 1 }] }\n`,
    'facts[0].trainers[0].group: expected text, got nothing',
    'facts[0].trainers[0].quantity.min: expected a lower bound that is not above the upper bound, got the number 2',
  ],
  'text that hides something': [
    'entities:\n  - { kind: Doctor, key: doctor/a, names: [▲"A\\u202eB", ▲" C", ▲""], editor: E. }\n',
    'entities[0].names[0]: expected one line of text without control characters, got "A‮B"',
    'entities[0].names[1]: expected no white space at either end, got " C"',
    'entities[0].names[2]: expected some text, got none',
  ],
  'two with one key': [
    `${START}  - { kind: Doctor, key: ▲doctor/a, names: [Another], editor: E. }\n`,
    'entities[4].key: expected a key for one record alone, got "doctor/a", which is in use at x.yaml:3:26',
  ],
  'a circle of techniques': [
    'entities:\n' +
      '  - { kind: Technique, key: technique/a, names: [A], editor: E., broader: [{ to: technique/b, editor: E. }] }\n' +
      '  - { kind: Technique, key: technique/b, names: [B], editor: E., broader: [{ to: technique/c, editor: E. }] }\n' +
      '  - { kind: Technique, key: technique/c, names: [C], editor: E., broader: [{ to: ▲technique/a, editor: E. }] }\n',
    'entities[2].broader[0].to: expected BROADER to lead upwards, got the circle technique/a → technique/b → technique/c → technique/a',
  ],
  'a programme that is part of itself': [
    'entities:\n  - { kind: Programme, key: programme/a, names: [A], editor: E., partOf: [{ to: ▲programme/a, editor: E. }] }\n',
    'entities[0].partOf[0].to: expected PART_OF to lead upwards, got the circle programme/a → programme/a',
  ],
  'a verdict that is none': [
    `${START}judgements:\n  - { key: judgement/x, entities: [doctor/a, technique/t], verdict: ▲MAYBE, reason: R, judge: J }\n`,
    'judgements[0].verdict: expected one of SAME, DIFFERENT, UNSURE, got "MAYBE"',
  ],
  'judgements of unlike entities': [
    `${START}judgements:\n  - { key: judgement/x, entities: ▲[doctor/a, technique/t], verdict: SAME, reason: R, judge: J }\n`,
    'judgements[0].entities: expected two entities of one kind',
  ],
  'no bundle but a list': ['▲- a\n- b\n', 'expected a map of fields, got a list'],
  'no bundle but a word': ['▲hello\n', 'expected a map of fields, got "hello"'],
  'an empty file': ['', 'expected a bundle, got an empty file'],
  'a file of comments': ['# To be written.\n', 'expected a bundle, got an empty file'],
};

const KINDS = [ontology.entityKinds, ontology.factKinds].map((kinds) =>
  kinds.map(({ name }) => name).join(', '),
);

describe('a bundle is refused for', () => {
  test.each(Object.entries(CASES))('%s', async (_name, [marked, ...messages]) => {
    const places = placesOf(marked);
    const expected = messages.map((message, index) => {
      const place = places[index];
      if (place === undefined) return `x.yaml: ${message}`;
      return `x.yaml:${place}${/^[a-z]+(?:\[|\.|:)/.test(message) ? ' ' : ': '}${message}`;
    });
    const store = new ReferenceStore(ontology);
    const folder = await folderWith({ 'x.yaml': marked.replaceAll('▲', '') });
    const problems = await problemsOfImport(store, folder);
    expect(problems.map(withoutKinds)).toEqual(expected);
    expect(await store.version()).toBe(0);
  });
});

/** `line:column` of each mark, in the text without the marks. */
function placesOf(marked: string): string[] {
  return marked.split('\n').flatMap((line, index) =>
    line
      .split('▲')
      .slice(0, -1)
      .map((_part, mark, parts) => `${index + 1}:${parts.slice(0, mark + 1).join('').length + 1}`),
  );
}

function withoutKinds(problem: string): string {
  return KINDS.reduce((text, kinds) => text.replace(kinds, 'KINDS'), problem);
}
