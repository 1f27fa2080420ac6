import fc from 'fast-check';
import type {
  EntityContent,
  FactContent,
  FactStatus,
  JudgementContent,
  Ontology,
  SourceContent,
} from '../../../src/ontology/index.js';
import type { ChangesetDraft, Operation } from '../../../src/store/changeset.js';
import { anyEntityContent, anyFactContent, judgementContent } from './contents.js';
import { instant } from './times.js';
import { ABSENT_KEYS, anyEntityKey } from './universe.js';

/** Ways to spoil what is said of an entity. */
const SPOILT_ENTITIES: readonly ((entity: EntityContent) => object)[] = [
  () => ({ names: [] }),
  () => ({ kind: 'Ghost' }),
  () => ({ key: 'doctor/Upper Case' }),
  () => ({ key: 'source/hub' }),
  () => ({ citations: [], editor: undefined }),
  () => ({ citations: [{ source: 'source/never-written', paragraph: 1 }] }),
  () => ({ citations: [{ source: 'source/hub' }] }),
  () => ({ properties: { colour: 'green' } }),
  () => ({ externalIds: [{ scheme: 'orcid', value: 'none' }] }),
  () => ({ relations: [{ relation: 'ADMIRES', to: 'country/hub', citations: [], editor: 'Why not?' }] }),
  ({ key }) => ({ relations: [{ relation: 'BROADER', to: key, citations: [], editor: 'Why not?' }] }),
  ({ names }) => ({ names: names.map((name) => ({ ...name, text: ` ${name.text}\n` })) }),
  () => ({ recordedIn: 1 }),
];

/** Ways to spoil what a fact states. */
const SPOILT_FACTS: readonly ((fact: FactContent) => object)[] = [
  () => ({ citations: [] }),
  () => ({ citations: [{ source: 'source/never-written', paragraph: 1 }] }),
  () => ({ kind: 'Rumour' }),
  () => ({ key: 'rumour/one' }),
  () => ({ key: 'Training' }),
  () => ({ time: '2016-13' }),
  () => ({ time: '2020/2018' }),
  () => ({ statement: '' }),
  () => ({ properties: { colour: 'green' } }),
  () => ({ participants: [] }),
  () => ({ quantity: { text: 'many', min: 5, max: 1 } }),
  () => ({ modality: 'CERTAIN' }),
  ({ participants }) => ({ participants: [...participants, ...participants] }),
  ({ participants }) => ({ participants: [...participants, { role: 'VILLAIN', entity: 'doctor/hub' }] }),
  ({ participants }) => ({
    participants: participants.map(({ role }) => ({ role, entity: 'source/hub' })),
  }),
  ({ participants }) => ({
    participants: participants.map(({ role }) => ({ role, entity: 'doctor/nobody' })),
  }),
  () => ({ supersededBy: 'training/x' }),
];

/** Operations that hardly any store may take. */
function spoiltOperations(ontology: Ontology): fc.Arbitrary<Operation[]> {
  const status: FactStatus = 'ACCEPTED';
  const absent = fc.constantFrom(...ABSENT_KEYS);
  const entity = anyEntityContent(ontology);
  const fact = anyFactContent(ontology);
  const record = (content: FactContent): Operation => ({ op: 'recordFact', fact: content, status });
  const put = (content: EntityContent): Operation => ({ op: 'putEntity', entity: content });
  const judge = (judgement: JudgementContent): Operation => ({ op: 'judge', judgement });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fact, fc.constantFrom(...SPOILT_FACTS))
        .map(([content, spoil]) => [record({ ...content, ...spoil(content) })]),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(entity, fc.constantFrom(...SPOILT_ENTITIES))
        .map(([content, spoil]) => [put({ ...content, ...spoil(content) })]),
    },
    fact.map((content) => [record(content), record(content)]),
    entity.map((content) => [put(content), put(content)]),
    fc
      .tuple(fact, absent)
      .map(([content, supersedes]): Operation[] => [{ op: 'recordFact', fact: content, status, supersedes }]),
    absent.map((key): Operation[] => [{ op: 'setStatus', fact: key, status }]),
    absent.map((key): Operation[] => [{ op: 'dropJudgement', judgement: key }]),
    fc
      .tuple(judgementContent(ontology), anyEntityKey(ontology))
      .map(([judgement, key]) => [judge({ ...judgement, entities: [key, key] })]),
    fc
      .constantFrom<Partial<SourceContent>>(
        { title: '', url: 'gopher://old' },
        { derivedFrom: ['source/never-written'] },
        { derivedFrom: ['source/hub'] },
      )
      .map((rest): Operation[] => [
        { op: 'putSource', source: { key: 'source/hub', title: 'A title', authors: [], ...rest } },
      ]),
  );
}

/** A draft that is to be refused, but for a rare lucky one: for what it says, or for what it says of itself. */
export function spoiltDraft(ontology: Ontology): fc.Arbitrary<ChangesetDraft> {
  const author = fc.constant('someone');
  const note = fc.constant('');
  const at = instant;
  const head = fc.record({ author, note, at });
  const spoiltHead = fc.oneof(
    fc.record({ author: fc.constantFrom('', ' ', 'a\nb'), note, at }),
    fc.record({ author, note: fc.constant('a\u0000b'), at }),
    fc.record({
      author,
      note,
      at: fc.constantFrom('', 'yesterday', '2020-07-01', '2020-02-30T00:00:00Z', '2020-07-01T15:00:00+07:00'),
    }),
    fc.record({ author, note, at, expectedVersion: fc.constantFrom(-1, 0.5, 1_000_000) }),
  );
  const good = anyEntityContent(ontology).map((entity): Operation => ({ op: 'putEntity', entity }));
  const spoilt = fc.array(spoiltOperations(ontology), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(head, fc.array(good, { maxLength: 2 }), spoilt)
        .map(([draft, first, rest]) => ({ ...draft, operations: [...first, ...rest.flat()] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(spoiltHead, fc.array(good, { maxLength: 1 }))
        .map(([draft, operations]) => ({ ...draft, operations })),
    },
  );
}
