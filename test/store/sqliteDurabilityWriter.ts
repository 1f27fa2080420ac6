import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { changesetOf } from './durabilityChangesets.js';

/* Writes one changeset after the other, from a number on, until it is killed; says which have landed. */

const [file = '', first = ''] = process.argv.slice(2);
console.log('opening');
const store = await openSqliteStore({ file });
for (let next = Number(first); ; next++) {
  const { number } = await store.apply(changesetOf(next));
  console.log(`landed ${number}`);
}
