import type { EntityFilter, EntityOrder, LinkFilter, Parent } from '../../port.js';
import type { Fragment } from '../connection.js';
import { RUNS_MAXIMUM, allOf, anyOf, beginning, fragment, oneOf, wayByValue } from './condition.js';
import type { Condition, Searched } from './condition.js';

export const ENTITIES: Searched<EntityOrder> = {
  rows: 'entity_row',
  records: 'entity',
  orders: { NAME: 'row.name_order', KEY: 'row.key' },
};

/** What a filter asks of entities; the ways that most often lead to few of them stand first. */
export function entityConditions(filter: EntityFilter): Condition<EntityOrder>[] {
  const { keys, kinds, nameKeys, externalIds, sources, words = [], initials = [] } = filter;
  return [
    ...(keys === undefined ? [] : [keyCondition(keys)]),
    ...(externalIds === undefined ? [] : [listed('entity_external_id', 'external_id', externalIds, {})]),
    ...(nameKeys === undefined ? [] : [listed('entity_name', 'name_key', nameKeys, {})]),
    ...words.map(wordCondition),
    ...(sources === undefined
      ? []
      : [listed('entity_citation', 'source', sources, { NAME: 'way.name_order' })]),
    ...(kinds === undefined ? [] : [kindCondition(kinds)]),
    ...initials.map((initial) => ({ test: existing('entity_word', beginning('other.word', initial)) })),
  ];
}

/** The entities whose relation leads to a parent. */
export function linkConditions(
  parent: Parent,
  { relation, keys, kinds }: LinkFilter,
): Condition<EntityOrder>[] {
  const targets = [...new Set(parent)];
  const leads = (table: string) =>
    allOf([oneOf(`${table}.target`, targets), fragment(`${table}.relation = ?`, relation)]);
  const other = leads('other');
  const linked: Condition<EntityOrder> = {
    test: existing('entity_link', other),
    way: {
      table: 'entity_link',
      where: leads('way'),
      id: 'way.entity',
      orders: { NAME: 'way.name_order' },
      repeats: targets.length > 1,
      runs: () =>
        targets.length > RUNS_MAXIMUM
          ? null
          : targets.map((target) => fragment('way.target = ? AND way.relation = ?', target, relation)),
    },
  };
  return [
    linked,
    ...(keys === undefined ? [] : [keyCondition(keys)]),
    ...(kinds === undefined ? [] : [kindCondition(kinds)]),
  ];
}

type ListTable = 'entity_external_id' | 'entity_name' | 'entity_word' | 'entity_citation' | 'entity_link';

function listed(
  table: ListTable,
  column: string,
  values: readonly string[],
  orders: { NAME?: string },
): Condition<EntityOrder> {
  return {
    test: existing(table, oneOf(`other.${column}`, values)),
    way: wayByValue(`way.${column}`, values, { table, id: 'way.entity', orders }),
  };
}

/** So many words are each looked for; of more, all that the entity has are looked at. */
const WORDS_LOOKED_FOR = 6;

function wordCondition(some: readonly string[]): Condition<EntityOrder> {
  const words = [...new Set(some)];
  const { way } = listed('entity_word', 'word', words, { NAME: 'way.name_order' });
  return {
    test: ({ id, orders }) => {
      const order = orders.NAME;
      // Names come in order, so that the next one stands near the last one that was looked for.
      if (order !== undefined && words.length <= WORDS_LOOKED_FOR)
        return anyOf(words.map((word) => spelledSo(word, order, id)));
      return existing('entity_word', oneOf('+other.word', words))({ id });
    },
    way,
  };
}

function spelledSo(word: string, order: string, id: string): Fragment {
  return fragment(
    `EXISTS (SELECT 1 FROM entity_word AS other
             WHERE other.word = ? AND other.name_order = ${order} AND other.entity = ${id})`,
    word,
  );
}

function existing(table: ListTable, condition: Fragment): (row: { id: string }) => Fragment {
  return ({ id }) =>
    fragment(
      `EXISTS (SELECT 1 FROM ${table} AS other INDEXED BY ${table}_entity
               WHERE other.entity = ${id} AND ${condition.sql})`,
      ...condition.values,
    );
}

function keyCondition(keys: readonly string[]): Condition<EntityOrder> {
  return {
    test: oneOf('row.key', keys),
    way: wayByValue('row.key', keys, { id: 'row.id', orders: ENTITIES.orders }),
  };
}

function kindCondition(kinds: readonly string[]): Condition<EntityOrder> {
  return {
    test: oneOf('row.kind', kinds),
    way: wayByValue('row.kind', kinds, { id: 'row.id', orders: ENTITIES.orders }),
  };
}
