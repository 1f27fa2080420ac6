/*
 * The least that an answer takes over the file of the embedded store: a bare node:http that reads it record by record, with
 * prepared statements and no memory of its own. Started by the comparison; CONFRERE_DATA says where the file is.
 */
import { join } from 'node:path';
import Libsql from 'libsql';
import type { EntityRecord, FactRecord, SourceRecord } from '../../../../src/ontology/index.js';
import { displayName } from '../../../../src/store/derive.js';
import { LEVELS } from '../../questions/trainings.js';
import { PAGE } from '../../questions/words.js';
import { serveBare } from '../bareServer.js';

const database = new Libsql(join(process.env['CONFRERE_DATA'] ?? '', 'confrere.db'));
// As much of the file in memory as a reader of Confrere’s own has.
database.exec('PRAGMA cache_size = -16384');
const trainings = database.prepare(
  `SELECT fact.text FROM participant AS given
   JOIN fact_row AS row ON row.id = given.fact JOIN fact ON fact.id = given.fact
   WHERE given.entity = ? AND given.role = 'TRAINER' AND row.kind = 'Training'
     AND row.status IN ('ACCEPTED', 'DISPUTED') AND row.modality = 'FACTUAL' AND NOT row.negated
   ORDER BY given.time_order LIMIT ${PAGE}`,
);
const entities = database.prepare('SELECT text FROM entity WHERE key = ?');
const sources = database.prepare('SELECT text FROM source WHERE key = ?');

serveBare(({ variables }) => doctorOf(String(variables['key']), LEVELS));

function doctorOf(key: string, levels: number): object {
  const named = namedOf(key);
  if (levels === 0) return named;
  const texts = trainings.all(key) as { text: string }[];
  const given = texts.map(({ text }) => trainingOf(JSON.parse(text) as FactRecord, levels));
  return { ...named, trainingsGiven: given };
}

function trainingOf({ key, statement, time, participants, citations }: FactRecord, levels: number): object {
  const playing = (role: string) =>
    participants.flatMap((each) => (each.role === role && each.entity !== undefined ? [each.entity] : []));
  const [place] = playing('AT');
  return {
    ...{ key, statement, time: time ?? null },
    techniques: playing('TECHNIQUE').map(namedOf),
    place: place === undefined ? null : placeOf(place),
    citations: citations.map(({ page, paragraph, source }) => {
      const { title } = recordOf<SourceRecord>(sources, source);
      return { page: page ?? null, paragraph: paragraph ?? null, source: { key: source, title } };
    }),
    trainees: playing('TRAINEE').map((trainee) => doctorOf(trainee, levels - 1)),
  };
}

function placeOf(key: string): object {
  const { names, relations } = recordOf<EntityRecord>(entities, key);
  const country = relations.find(({ relation }) => relation === 'LOCATED_IN')?.to;
  return { key, name: displayName(names), country: country === undefined ? null : namedOf(country) };
}

function namedOf(key: string): object {
  return { key, name: displayName(recordOf<EntityRecord>(entities, key).names) };
}

function recordOf<Item>(statement: typeof entities, key: string): Item {
  return JSON.parse((statement.get(key) as { text: string }).text) as Item;
}
