import { monthDaysOf } from '../../../ontology/index.js';
import { finiteDay } from '../../derive.js';
import type {
  EntityFilter,
  FactFilter,
  ParticipantCondition,
  SourceFilter,
  TimeCondition,
} from '../../port.js';
import type { Parameters } from '../executor.js';
import { STANDINGS, standingOf } from '../image.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { KindName, Vocabulary } from '../vocabulary.js';

/**
 * A filter as conditions on a node `item`. The texts are made of names of the vocabulary and of parameters alone.
 * Where null stands for it, nothing can meet the filter and the server need not be asked.
 */
export interface Conditions {
  texts: readonly string[];
  parameters: Parameters;
}

const NO_CONDITION: Conditions = { texts: [], parameters: {} };

/** All that a filter says of a fact. */
export function factConditions(filter: FactFilter, vocabulary: Vocabulary): Conditions | null {
  const { kinds, participants = [], sources, withoutSources, modalities, negated, time, words = [] } = filter;
  return allOf([
    kindCondition(kinds, vocabulary.factKinds),
    knowledgeCondition(filter),
    oneOfList('item.modality IN $modalities', 'modalities', modalities),
    negated === undefined ? NO_CONDITION : { texts: ['item.negated = $negated'], parameters: { negated } },
    time === undefined ? NO_CONDITION : timeCondition(time),
    citingCondition(sources),
    citingOthersCondition(withoutSources),
    participantConditions(participants, vocabulary),
    ...words.map(textCondition),
  ]);
}

/** All that a filter says of a source. */
export function sourceConditions({ words = [] }: SourceFilter): Conditions | null {
  return allOf(words.map(textCondition));
}

/** As `wordCondition`, of a record with whose words its relationships carry nothing. */
function textCondition(words: readonly string[], index: number): Conditions | null {
  const name = `words${index}`;
  return oneOfList(
    `EXISTS { (item)-[:${EDGE.hasWord}]->(word${index}) WHERE word${index}.key IN $${name} }`,
    name,
    words,
  );
}

/** All that a filter says of an entity. */
export function entityConditions(filter: EntityFilter, vocabulary: Vocabulary): Conditions | null {
  const { keys, kinds, nameKeys, externalIds, sources, words = [], initials = [] } = filter;
  const named = `(item)-[:${EDGE.named}]->(name:${LABEL.name})`;
  const identified = `(item)-[:${EDGE.identifiedBy}]->(id:${LABEL.externalId})`;
  return allOf([
    kindCondition(kinds, vocabulary.entityKinds),
    oneOfList('item.key IN $someKeys', 'someKeys', keys),
    oneOfList(`EXISTS { ${named} WHERE name.nameKey IN $nameKeys }`, 'nameKeys', nameKeys),
    oneOfList(`EXISTS { ${identified} WHERE id.externalId IN $externalIds }`, 'externalIds', externalIds),
    ...words.map(wordCondition),
    ...initials.map(initialCondition),
    citingCondition(sources),
  ]);
}

function wordCondition(words: readonly string[], index: number): Conditions | null {
  // Numbered, for an inner variable that is called as an outer one is the same variable.
  const name = `words${index}`;
  const having = `EXISTS { (item)-[has${index}:${EDGE.hasWord}]->() WHERE has${index}.target IN $${name} }`;
  return oneOfList(having, name, words);
}

function initialCondition(initial: string, index: number): Conditions {
  const name = `initial${index}`;
  const text = `EXISTS { (item)-[${name}:${EDGE.hasWord}]->() WHERE ${name}.target STARTS WITH $${name} }`;
  return { texts: [text], parameters: { [name]: initial } };
}

/** The kinds of a filter that there are; all when it names none. */
export function kindsOf(asked: readonly string[] | undefined, known: readonly KindName[]): KindName[] {
  return known.filter(({ name }) => asked === undefined || asked.includes(name));
}

/** The relationship types of some roles; of all when none are named. */
export function roleTypes(roles: readonly string[] | undefined, { roles: known }: Vocabulary): string[] {
  return known.filter((role) => roles === undefined || roles.includes(role));
}

function allOf(conditions: readonly (Conditions | null)[]): Conditions | null {
  const texts: string[] = [];
  let parameters: Parameters = {};
  for (const condition of conditions) {
    if (condition === null) return null;
    texts.push(...condition.texts);
    parameters = { ...parameters, ...condition.parameters };
  }
  return { texts, parameters };
}

function oneOfList(text: string, name: string, values: readonly string[] | undefined): Conditions | null {
  if (values === undefined) return NO_CONDITION;
  return values.length === 0 ? null : { texts: [text], parameters: { [name]: values } };
}

function kindCondition(kinds: readonly string[] | undefined, known: readonly KindName[]): Conditions | null {
  if (kinds === undefined) return NO_CONDITION;
  const labels = kindsOf(kinds, known).map(({ name }) => name);
  return labels.length === 0 ? null : { texts: [`item:${labels.join('|')}`], parameters: {} };
}

/**
 * What was recorded by then, and its status of then. A fact has its present status no earlier than it was recorded, so
 * that of most facts no more is asked than one number.
 */
function knowledgeCondition({ statuses, knownIn }: FactFilter): Conditions | null {
  if (knownIn === undefined) return oneOfList('item.status IN $statuses', 'statuses', statuses);
  if (statuses === undefined) return { texts: ['item.recordedIn <= $knownIn'], parameters: { knownIn } };
  if (statuses.length === 0) return null;
  const standings = statuses.map(standingOf);
  const standingLater = (Math.min(knownIn, LAST_CHANGESET) + 1) * STANDINGS;
  return { texts: [STATUS_OF_THEN], parameters: { statuses, knownIn, standings, standingLater } };
}

/** Beyond all that there will be, and small enough to be reckoned with. */
const LAST_CHANGESET = 2 ** 40;

/**
 * A list of one is gone through, so that what stands is read once. Where the history cannot be found, because it is just
 * landing, the question fails by a division and is asked again: see `knowledgeOf`, and InMotion.
 */
const STATUS_OF_THEN = `[standing IN [item.standing] | CASE
  WHEN standing < $standingLater THEN standing % ${STANDINGS} IN $standings
  WHEN item.recordedIn > $knownIn THEN false
  WHEN item.statuses IS NULL OR item.statusesSince IS NULL THEN 1 / (item.recordedIn - item.recordedIn) = 1
  ELSE item.statuses[size([since IN item.statusesSince WHERE since <= $knownIn]) - 1] IN $statuses
END][0]`;

/** Without the sources of no list, every fact is there: each cites one. */
function citingOthersCondition(withoutSources: readonly string[] = []): Conditions {
  if (withoutSources.length === 0) return NO_CONDITION;
  const others = `EXISTS { (item)-[others:${EDGE.cites}]->() WHERE NOT others.target IN $withoutSources }`;
  return { texts: [others], parameters: { withoutSources } };
}

function citingCondition(sources: readonly string[] | undefined): Conditions | null {
  const citing = `EXISTS { (item)-[cites:${EDGE.cites}]->() WHERE cites.target IN $sources }`;
  return oneOfList(citing, 'sources', sources);
}

/**
 * Each condition on participants is a pattern of its own, for then a list of thousands of keys is looked up and not run
 * through. The smallest of many share one, for a query of many patterns is planned for seconds.
 */
function participantConditions(
  conditions: readonly ParticipantCondition[],
  vocabulary: Vocabulary,
): Conditions | null {
  const asked = conditions
    .map(({ entities, roles }) => ({ entities, roles: roleTypes(roles, vocabulary) }))
    .sort((a, b) => b.entities.length - a.entities.length);
  if (asked.some(({ entities, roles }) => entities.length === 0 || roles.length === 0)) return null;
  const shared = asked.slice(OWN_PATTERNS);
  return allOf([
    ...asked.slice(0, OWN_PATTERNS).map(({ entities, roles }, index): Conditions => {
      // Numbered, for an inner variable that is called as an outer one is the same variable.
      const name = `participant${index}`;
      const fits = `type(${name}) IN $${name}Roles AND ${name}.target IN $${name}`;
      return {
        texts: [`EXISTS { (item)-[${name}]->() WHERE ${fits} }`],
        parameters: { [name]: entities, [`${name}Roles`]: roles },
      };
    }),
    shared.length === 0 ? NO_CONDITION : { texts: [SHARED_PATTERN], parameters: { shared } },
  ]);
}

const OWN_PATTERNS = 4;
const SHARED_PATTERN = `all(condition IN $shared WHERE EXISTS {
  (item)-[participant]->() WHERE type(participant) IN condition.roles AND participant.target IN condition.entities
})`;

/** The inequalities of `compareWithPeriod`. */
function timeCondition({ period, certainty }: TimeCondition): Conditions {
  const parameters = { from: finiteDay(period.from), to: finiteDay(period.to) };
  if (certainty === 'CERTAIN') {
    // A fact without a time is within no period for certain, not even within all time.
    const texts = ['item.time IS NOT NULL', 'item.latestStart <= $to', 'item.earliestEnd >= $from'];
    return { texts, parameters };
  }
  const overlaps = ['item.earliestStart <= $to', 'item.latestEnd >= $from'];
  const monthDays = monthDaysOf(period);
  if (monthDays === null) return { texts: overlaps, parameters };
  return {
    texts: [...overlaps, 'item.yearless IN $monthDays'],
    parameters: { ...parameters, monthDays: ['', ...monthDays] },
  };
}
