import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import { touchedKeys } from '../../src/store/changeset.js';
import type { ChangesetDraft, SettledChangeset, Standing } from '../../src/store/changeset.js';
import { recordText } from '../../src/store/derive.js';
import { settle } from '../../src/store/settle.js';
import { drafts } from '../helpers/arbitraries/changesets.js';
import { spoiltDraft } from '../helpers/arbitraries/spoilt.js';
import { outcomeOf } from './answers.js';

const NOTHING: Standing = {
  latest: null,
  sources: new Map(),
  entities: new Map(),
  facts: new Map(),
  judgements: new Map(),
};

describe('settling a draft', () => {
  it('asks for nothing but the records under the keys that the draft touches', async () => {
    await overDrafts(async (draft, standing) => {
      const whole = await outcomeOf(async () => settle(draft, standing, ontology));
      const touched = await outcomeOf(async () => settle(draft, restricted(standing, draft), ontology));
      expect(touched).toStrictEqual(whole);
    });
  });

  it('gives the same for the same, and changes nothing that it was given', async () => {
    await overDrafts(async (draft, standing) => {
      const before = [recordText(draft), textOf(standing)];
      const first = await outcomeOf(async () => settle(draft, standing, ontology));
      expect(await outcomeOf(async () => settle(draft, standing, ontology))).toStrictEqual(first);
      expect([recordText(draft), textOf(standing)]).toEqual(before);
    });
  });

  it('lets a fact’s status and history move, and nothing that the fact states', async () => {
    await overDrafts((_draft, standing, settled) => {
      for (const fact of settled?.facts ?? []) {
        const before = standing.facts.get(fact.key);
        if (before === undefined) continue;
        expect(stated(fact)).toStrictEqual(stated(before));
        expect(fact.history.slice(0, -1)).toStrictEqual(before.history);
        expect(fact.history.at(-1)).toMatchObject({
          status: fact.status,
          changeset: settled?.changeset.number,
        });
      }
    });
  });

  it('says since when a fact is retracted, for as long as it is', async () => {
    await overDrafts((_draft, standing, settled) => {
      for (const fact of settled?.facts ?? []) {
        const retracted = fact.status === 'RETRACTED';
        expect(fact.retractedIn !== undefined).toBe(retracted);
        expect(fact.retractedAt !== undefined).toBe(retracted);
        const before = standing.facts.get(fact.key);
        if (retracted && before?.status === 'RETRACTED') {
          expect(fact.retractedIn).toBe(before.retractedIn);
        } else if (retracted) expect(fact.retractedIn).toBe(settled?.changeset.number);
      }
    });
  });

  it('counts revisions and changesets up, one by one, and never back in time', async () => {
    await overDrafts((draft, standing, settled) => {
      if (settled === undefined) return;
      expect(settled.changeset.number).toBe((standing.latest?.number ?? 0) + 1);
      expect(settled.changeset.at >= (standing.latest?.at ?? '')).toBe(true);
      expect(settled.changeset.at >= draft.at || settled.changeset.at === standing.latest?.at).toBe(true);
      for (const { key, revision } of settled.entities) {
        expect(revision).toBe((standing.entities.get(key)?.revision ?? 0) + 1);
      }
      for (const { key, revision } of settled.sources) {
        expect(revision).toBe((standing.sources.get(key)?.revision ?? 0) + 1);
      }
    });
  });
});

/** Calls `body` for each draft of many sequences with what stands before it; `settled` is left out where it is refused. */
async function overDrafts(
  body: (draft: ChangesetDraft, standing: Standing, settled?: SettledChangeset) => void | Promise<void>,
): Promise<void> {
  const sequence = fc.tuple(drafts(ontology), fc.array(spoiltDraft(ontology), { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(sequence, async ([good, spoilt]) => {
      let standing = NOTHING;
      for (const draft of good) {
        const settled = settle(draft, standing, ontology);
        await body(draft, standing, settled);
        standing = after(standing, settled);
      }
      for (const draft of spoilt) await body(draft, standing);
    }),
    { numRuns: 40 },
  );
}

function after(standing: Standing, settled: SettledChangeset): Standing {
  return {
    latest: settled.changeset,
    sources: merged(standing.sources, settled.sources),
    entities: merged(standing.entities, settled.entities),
    facts: merged(standing.facts, settled.facts),
    judgements: merged(standing.judgements, settled.judgements),
  };
}

function merged<Item extends { key: string }>(
  standing: ReadonlyMap<string, Item>,
  settled: readonly Item[],
): Map<string, Item> {
  return new Map([...standing, ...settled.map((record) => [record.key, record] as const)]);
}

function restricted(standing: Standing, draft: ChangesetDraft): Standing {
  const keys = touchedKeys(draft);
  const only = <Item>(records: ReadonlyMap<string, Item>, kept: readonly string[]) =>
    new Map([...records].filter(([key]) => kept.includes(key)));
  return {
    latest: standing.latest,
    sources: only(standing.sources, keys.sources),
    entities: only(standing.entities, keys.entities),
    facts: only(standing.facts, keys.facts),
    judgements: only(standing.judgements, keys.judgements),
  };
}

function stated(fact: FactRecord) {
  const { status, history, supersededBy, retractedIn, retractedAt, ...content } = fact;
  return content;
}

function textOf({ latest, sources, entities, facts, judgements }: Standing): string {
  return recordText({ latest, all: [sources, entities, facts, judgements].map((records) => [...records]) });
}
