import { ontology } from '../ontology/index.js';
import { isOfRecord } from '../store/audit.js';
import type { AuditItem } from '../store/audit.js';
import { checkStore } from '../store/check.js';
import type { Finding } from '../store/check/finding.js';
import type { Store } from '../store/port.js';

/** Compares everything in a store with what its records say; each difference is told as it is found. */
export async function checkAloud(
  store: Store,
  tell: (finding: string) => void,
): Promise<{ findings: number; records: string }> {
  const counting = new Counting(store);
  let findings = 0;
  for await (const finding of checkStore(counting, ontology)) {
    findings++;
    tell(wordsOf(finding));
  }
  return { findings, records: `${counting.records} ${counting.records === 1 ? 'record' : 'records'}` };
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
      if (isOfRecord(item)) this.records++;
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
