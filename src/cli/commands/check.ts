import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { checkAloud } from '../audit.js';
import { openExisting } from '../existing.js';
import { placeOf } from '../words.js';

export const check = defineCommand({
  meta: {
    name: 'check',
    description: 'Compares everything in the store with what its records say; exits with 1 where they differ',
  },
  run: async () => {
    const store = await openExisting(readConfig(), 'check');
    try {
      const { findings, records } = await checkAloud(store, (finding) => console.log(finding));
      const all = `${records} in ${placeOf(store)}`;
      if (findings === 0) console.log(`clean: ${all}`);
      else {
        console.error(`${findings} ${findings === 1 ? 'finding' : 'findings'} among ${all}`);
        process.exitCode = 1;
      }
    } finally {
      await store.close();
    }
  },
});
