/*
 * How often the right one stands first: `npx tsx bench/names.ts [--store embedded|neo4j] [--among N] [--failures]`. All
 * entities of `bench/names/spellings` are in one graph, and each query must find its own before all others. With --among
 * there are as many more with common names, some of which are the same: then it is the time that tells.
 */
import { parseArgs } from 'node:util';
import type { Store } from '../src/store/port.js';
import { openView, search } from '../src/traversals/index.js';
import { entitiesOf, spellingCases } from './names/cases.js';
import type { SpellingCase } from './names/cases.js';
import { crowd } from './names/crowd.js';
import { onStore } from './stores.js';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    among: { type: 'string', default: '0' },
    failures: { type: 'boolean', default: false },
  },
});

await onStore(values.store, async (store) => {
  const cases = await spellingCases();
  const operations = entitiesOf(cases);
  await store.apply({ author: 'bench', note: 'spellings', at: '2026-01-01T00:00:00Z', operations });
  for (const batch of crowd(Number(values.among))) {
    await store.apply({ author: 'bench', note: 'crowd', at: '2026-01-01T00:00:00Z', operations: batch });
  }
  await measure(store, cases);
});

async function measure(store: Store, cases: readonly SpellingCase[]): Promise<void> {
  const view = await openView(store);
  const byRule = new Map<string, { asked: number; first: number; found: number }>();
  const times: number[] = [];
  for (const { key, queries } of cases) {
    for (const { text, rule } of queries) {
      const start = performance.now();
      const { hits } = await search(view, { text });
      times.push(performance.now() - start);
      const place = hits.findIndex((hit) => hit.key === key);
      for (const name of [rule, 'all']) {
        const count = byRule.get(name) ?? { asked: 0, first: 0, found: 0 };
        count.asked++;
        if (place === 0) count.first++;
        if (place >= 0) count.found++;
        byRule.set(name, count);
      }
      if (values.failures && place !== 0) {
        const best = hits.slice(0, 3).map((hit) => `${hit.key} ${hit.score.toFixed(3)}`);
        console.log(`${rule} ${JSON.stringify(text)}: ${key} at ${place}; ${best.join(', ')}`);
      }
    }
  }
  for (const [rule, { asked, first, found }] of [...byRule].sort()) {
    const share = (count: number) => `${((100 * count) / asked).toFixed(1).padStart(5)} %`;
    console.log(
      `${rule.padEnd(14)} ${String(asked).padStart(5)} asked, ${share(first)} first, ${share(found)} found`,
    );
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${cases.length + Number(values.among)} entities; a query takes ${at(0.5)} ms, ${at(0.95)} ms at the 95th percentile`,
  );
}
