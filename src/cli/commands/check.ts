import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { AuditItem } from '../../store/audit.js';
import { checkStore } from '../../store/check.js';
import type { Finding } from '../../store/check/finding.js';
import { displayPath } from '../../paths.js';
import { embeddedFile, openStore } from '../../store/open.js';
import type { Store } from '../../store/port.js';
import { placeOf } from '../words.js';

export const check = defineCommand({
  meta: {
    name: 'check',
    description: 'Compares everything in the store with what its records say; exits with 1 where they differ',
  },
  run: async () => {
    const config = readConfig();
    if (config.store === 'embedded') demandFile(embeddedFile(config.dataDirectory));
    const store = await openStore(config);
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

/** Opening would make an empty store, and an empty store is clean: a slip in the settings must not look like that. */
function demandFile(file: string): void {
  if (existsSync(file)) return;
  throw new ConfrereError(
    'BAD_CONFIG',
    `There is no store at ${displayPath(file)}, so there is nothing to check. Set CONFRERE_DATA to the directory of the store.`,
  );
}

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
