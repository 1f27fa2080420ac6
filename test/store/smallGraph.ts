import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';

/** Writes a new file in which something stands in every table. */
export async function writeSmallGraph(file: string): Promise<void> {
  const store = await openSqliteStore({ file });
  await store.apply(
    draftOf([
      source('source/paper'),
      source('source/other'),
      entity('country/x', ['X', 'Xia']),
      entity('doctor/a', ['A'], { externalIds: [{ scheme: 'wikidata', value: 'Q1' }] }),
      entity('doctor/b'),
      entity('hospital/h', ['H'], {
        relations: [link('LOCATED_IN', 'country/x')],
        citations: [{ source: 'source/paper', page: '3' }],
      }),
      fact('training/a', ['TRAINER=doctor/a', 'IN=country/x'], { time: '2019-03' }),
      fact('training/b', ['TRAINER=doctor/b', 'AT=hospital/h'], { time: 'XXXX-11-27' }),
      fact('training/c', ['TRAINER=doctor/b'], { status: 'PROPOSED' }),
    ]),
  );
  await store.apply(
    draftOf([
      source('source/paper', { title: 'Another title' }),
      entity('doctor/a', ['A', 'Aa'], { externalIds: [{ scheme: 'wikidata', value: 'Q1' }] }),
      {
        op: 'judge',
        judgement: {
          key: 'judgement/ab',
          entities: ['doctor/a', 'doctor/b'],
          verdict: 'SAME',
          reason: 'They sign alike.',
          judge: 'A. Tester',
        },
      },
      { op: 'setStatus', fact: 'training/c', status: 'DISPUTED' },
    ]),
  );
  await store.apply(draftOf([{ op: 'setStatus', fact: 'training/c', status: 'ACCEPTED' }]));
  await store.close();
}
