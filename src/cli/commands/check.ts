import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { ontology } from '../../ontology/index.js';
import type { AuditItem } from '../../store/audit.js';
import { checkStore } from '../../store/check.js';
import type { Finding } from '../../store/check/finding.js';
import type { Store } from '../../store/port.js';
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
      const counting = new Counting(store);
      let findings = 0;
      for await (const finding of checkStore(counting, ontology)) {
        findings++;
        console.log(wordsOf(finding));
      }
      const records = `${counting.records} ${counting.records === 1 ? 'record' : 'records'} in ${placeOf(store)}`;
      if (findings === 0) console.log(`clean: ${records}`);
      else {
        console.error(`${findings} ${findings === 1 ? 'finding' : 'findings'} among ${records}`);
        process.exitCode = 1;
      }
    } finally {
      await store.close();
    }
  },
});

/** Counts the records that are read for a check. */
class Counting {
  records = 0;

  constructor(private readonly store: Store) {}

  version(): Promise<number> {
    return this.store.version();
  }

  async *audit(): AsyncIterable<AuditItem> {
    for await (const item of this.store.audit()) {
      if (item.record !== 'stray') this.records++;
      yield item;
    }
  }
}

function wordsOf({ key, problem, expected, found }: Finding): string {
  const details = [
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(found === undefined ? [] : [`  found    ${found}`]),
  ];
  return [`${key}: ${problem}`, ...details].join('\n');
}
