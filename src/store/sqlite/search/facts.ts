import { monthDaysOf, timeOrderKey } from '../../../ontology/index.js';
import type { FactStatus } from '../../../ontology/index.js';
import { finiteDay } from '../../derive.js';
import type { FactFilter, FactOrder, ParticipantCondition, TimeCondition } from '../../port.js';
import type { Connection, Fragment } from '../connection.js';
import { newestChangeset } from '../records.js';
import { allOf, fragment, oneOf, RUNS_MAXIMUM, wayByValue } from './condition.js';
import type { Condition, Searched } from './condition.js';

export const FACTS: Searched<FactOrder> = {
  rows: 'fact_row',
  records: 'fact',
  orders: { TIME: 'row.time_order', KEY: 'row.key' },
};

/**
 * The filter in a form that costs least: what is known in the newest changeset is all that there is, and needs no look
 * at the rows.
 */
export function presently(connection: Connection, { knownIn, ...filter }: FactFilter): FactFilter {
  if (knownIn === undefined || knownIn >= newestChangeset(connection)) return filter;
  return { ...filter, knownIn };
}

/** What a filter asks of facts; the ways that most often lead to few of them stand first. */
export function factConditions(filter: FactFilter): Condition<FactOrder>[] {
  const { kinds, participants = [], sources, statuses, modalities, negated, time } = filter;
  const { withoutSources = [], knownIn, words = [] } = filter;
  return [
    ...participants.map(participantCondition),
    ...words.map(wordCondition),
    ...(sources === undefined ? [] : [sourceCondition(sources)]),
    ...(kinds === undefined ? [] : [kindCondition(kinds)]),
    ...(statuses === undefined ? [] : [{ test: statusTest(statuses, knownIn) }]),
    ...(modalities === undefined ? [] : [{ test: oneOf('row.modality', modalities) }]),
    ...(negated === undefined ? [] : [{ test: fragment('row.negated = ?', Number(negated)) }]),
    ...(time === undefined ? [] : [{ test: timeTest(time) }]),
    ...(knownIn === undefined ? [] : [{ test: fragment('row.recorded_in <= ?', knownIn) }]),
    ...(withoutSources.length === 0 ? [] : [{ test: otherSourceTest(withoutSources) }]),
  ];
}

function participantCondition({ entities, roles }: ParticipantCondition): Condition<FactOrder> {
  const plays = (entity: string, role: string) =>
    allOf([oneOf(entity, entities), ...(roles === undefined ? [] : [oneOf(role, roles)])]);
  // With the plus every player of a fact is looked at, and not every key looked for among them.
  const other = plays('+other.entity', '+other.role');
  const parties = [...new Set(entities)];
  return {
    test: existing('participant', other),
    way: {
      table: 'participant',
      where: plays('way.entity', 'way.role'),
      id: 'way.fact',
      orders: { TIME: 'way.time_order' },
      repeats: parties.length > 1 || roles?.length !== 1,
      runs: (connection) => participantRuns(connection, parties, roles),
    },
  };
}

function participantRuns(
  connection: Connection,
  entities: readonly string[],
  roles: readonly string[] | undefined,
): Fragment[] | null {
  if (entities.length > RUNS_MAXIMUM) return null;
  const runs = entities.flatMap((entity) =>
    [...new Set(roles ?? rolesOf(connection, entity))].map((role) =>
      fragment('way.entity = ? AND way.role = ?', entity, role),
    ),
  );
  return runs.length > RUNS_MAXIMUM ? null : runs;
}

/** The roles that an entity plays anywhere, found by leaping from one to the next in the index. */
function rolesOf(connection: Connection, entity: string): string[] {
  return connection
    .rows<{ role: string }>(
      `WITH RECURSIVE played (role) AS (
         SELECT min(role) FROM participant WHERE entity = ?
         UNION ALL
         SELECT (SELECT min(role) FROM participant WHERE entity = ? AND role > played.role)
         FROM played WHERE played.role IS NOT NULL
       )
       SELECT role FROM played WHERE role IS NOT NULL`,
      [entity, entity],
    )
    .map(({ role }) => role);
}

/** Asks for the present status or, where that came later than `knownIn`, for the one that it had by then. */
function statusTest(statuses: readonly FactStatus[], knownIn: number | undefined): Fragment {
  if (knownIn === undefined) return oneOf('row.status', statuses);
  const { sql, values } = oneOf(
    `CASE WHEN row.status_since <= ? THEN row.status ELSE (
       SELECT earlier.status FROM fact_status AS earlier
       WHERE earlier.fact = row.id AND earlier.since <= ? ORDER BY earlier.since DESC LIMIT 1
     ) END`,
    statuses,
  );
  return fragment(sql, knownIn, knownIn, ...values);
}

/** Whether a source beside these is cited. */
function otherSourceTest(sources: readonly string[]): (row: { id: string }) => Fragment {
  const among = oneOf('other.source', sources);
  return existing('fact_citation', fragment(`NOT ${among.sql}`, ...among.values));
}

/** The rows of one word stand together; of two, a statement may have both. */
function wordCondition(words: readonly string[]): Condition<FactOrder> {
  // Looked for among those of each word, for a statement has many words and most lists have few.
  const other = oneOf('other.word', words);
  return {
    test: ({ id }) =>
      fragment(
        `EXISTS (SELECT 1 FROM fact_word AS other WHERE other.fact = ${id} AND ${other.sql})`,
        ...other.values,
      ),
    way: wayByValue('way.word', words, { table: 'fact_word', id: 'way.fact', orders: {} }),
  };
}

function sourceCondition(sources: readonly string[]): Condition<FactOrder> {
  const other = oneOf('other.source', sources);
  return {
    test: existing('fact_citation', other),
    way: wayByValue('way.source', sources, {
      table: 'fact_citation',
      id: 'way.fact',
      orders: { TIME: 'way.time_order' },
    }),
  };
}

function existing(
  table: 'participant' | 'fact_citation',
  condition: Fragment,
): (row: { id: string }) => Fragment {
  return ({ id }) =>
    fragment(
      `EXISTS (SELECT 1 FROM ${table} AS other INDEXED BY ${table}_fact
               WHERE other.fact = ${id} AND ${condition.sql})`,
      ...condition.values,
    );
}

function kindCondition(kinds: readonly string[]): Condition<FactOrder> {
  return {
    test: oneOf('row.kind', kinds),
    way: wayByValue('row.kind', kinds, { id: 'row.id', orders: FACTS.orders }),
  };
}

function timeTest({ period, certainty }: TimeCondition): Fragment {
  const [from, to] = [finiteDay(period.from), finiteDay(period.to)];
  if (certainty === 'CERTAIN') {
    // All time holds every time that is given; of a fact without one not even that is certain.
    return fragment(
      'row.latest_start <= ? AND row.earliest_end >= ? AND row.time_order < ?',
      ...[to, from, timeOrderKey(null)],
    );
  }
  const yearless = monthDaysOf(period);
  return allOf([
    fragment('row.earliest_start <= ? AND row.latest_end >= ?', to, from),
    ...(yearless === null ? [] : [oneOf('row.yearless', ['', ...yearless])]),
  ]);
}
