import { describe, expect, test } from 'vitest';
import { exampleOperations } from '../../scripts/largeExample/operations.js';
import { HUB_DOCTOR, HUB_HOSPITAL } from '../../scripts/largeExample/world.js';
import { ontology } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { common, openView } from '../../src/traversals/index.js';
import type { Common, CommonQuestion, View } from '../../src/traversals/index.js';
import { relationsAround } from '../../src/traversals/common/relations.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { newFile } from '../helpers/stores.js';

const ASKED = { relations: true, filter: {} };

async function viewOf(...operations: Operation[]): Promise<View> {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf([source(), source('source/web'), ...operations]));
  return openView(store);
}

async function shown(view: View, { shared, together, related, cut }: Common) {
  const sides = (each: Common['shared'][number]) =>
    Promise.all(
      each.sides.map(async (side) => ({
        of: side.key,
        facts: (await side.facts(view)).map((order) => order.slice(order.indexOf('|') + 1)),
        relations: side.relations.map(({ from, relation, to }) => `${from} ${relation} ${to}`),
      })),
    );
  const list = await Promise.all(shared.map(async (each) => ({ key: each.key, sides: await sides(each) })));
  return { list, together: together.length, related: related.length, cut };
}

describe('what entities share', () => {
  test('may be joined to one by a fact and to the other by a relation', async () => {
    const view = await viewOf(
      entity('country/c'),
      entity('hospital/h', ['H'], {
        relations: [
          { relation: 'LOCATED_IN', to: 'country/c', citations: [{ source: 'source/web', paragraph: 1 }] },
        ],
      }),
      entity('doctor/d'),
      fact('affiliation/x', ['MEMBER=doctor/d', 'AT=hospital/h'], { time: '2001' }),
      fact('affiliation/y', ['MEMBER=doctor/d', 'AT=hospital/h'], { time: '2000' }),
    );
    const keys = ['country/c', 'doctor/d'];
    const located = 'hospital/h LOCATED_IN country/c';
    expect((await shown(view, await common(view, { ...ASKED, keys }))).list).toEqual([
      {
        key: 'hospital/h',
        sides: [
          { of: 'country/c', facts: [], relations: [located] },
          { of: 'doctor/d', facts: ['affiliation/y', 'affiliation/x'], relations: [] },
        ],
      },
    ]);
    expect((await common(view, { ...ASKED, keys, relations: false })).shared).toEqual([]);

    // The relation rests on one source alone, and goes with it.
    const without = await openView(view.store, { withoutSources: ['source/web'] });
    expect((await common(without, { ...ASKED, keys })).shared).toEqual([]);
  });

  test('says that relations were left out because there are too many', async () => {
    const view = await viewOf(
      entity('country/c'),
      ...['a', 'b', 'c'].map((name) =>
        entity(`hospital/${name}`, [name], { relations: [link('LOCATED_IN', 'country/c')] }),
      ),
    );
    const [country] = await view.entities(['country/c']);
    const found: string[] = [];
    const around = (maximum: number) =>
      relationsAround(view, country == null ? [] : [country], ({ from }) => found.push(from), maximum);
    expect(await around(2)).toEqual({ bound: 'NODES', maximum: 2 });
    expect(found.splice(0)).toEqual(['hospital/a', 'hospital/b']);
    expect(await around(3)).toBeNull();
    expect(found).toEqual(['hospital/a', 'hospital/b', 'hospital/c']);
  });

  test('is the same in every store on the large example', async () => {
    const place = await newFile();
    try {
      const answers = [];
      for (const store of [new ReferenceStore(ontology), await place.open()]) {
        for await (const operations of exampleOperations({ facts: 1_000, seed: 2 })) {
          await store.apply(draftOf(operations));
        }
        const view = await openView(store);
        const keys = [HUB_HOSPITAL, HUB_DOCTOR, 'country/generated-000001', 'technique/generated-000001'];
        answers.push(await shown(view, await common(view, { ...ASKED, keys, atLeast: 3 })));
      }
      expect(answers[0]?.list.length).toBeGreaterThan(10);
      expect(answers[1]).toEqual(answers[0]);
    } finally {
      await place.remove();
    }
  });

  test('is refused where what is asked is out of bounds', async () => {
    const names = Array.from({ length: 11 }, (_, index) => `doctor/n${index}`);
    const view = await viewOf(...names.map((key) => entity(key)));
    const ask = (rest: Partial<CommonQuestion>) =>
      common(view, { ...ASKED, keys: names.slice(0, 2), ...rest });
    await expect(ask({ keys: [] })).rejects.toThrow(
      '`keys` names 0 entities; expected 2 to 10 different ones',
    );
    await expect(ask({ keys: ['doctor/n1', 'doctor/n1'] })).rejects.toThrow('`keys` names one entity');
    await expect(ask({ keys: names })).rejects.toThrow('`keys` names 11 entities');
    await expect(ask({ atLeast: 1 })).rejects.toThrow('`atLeast` is 1; expected 2');
    await expect(ask({ atLeast: 3 })).rejects.toThrow(
      '`atLeast` is 3; expected 2, for `keys` names two entities.',
    );
    await expect(ask({ keys: names.slice(0, 3), atLeast: 4 })).rejects.toThrow(
      '`atLeast` is 4; expected a whole number from 2 to 3, as many as `keys` names.',
    );
    await expect(ask({ keys: ['doctor/n1', 'doctor/z'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
    expect((await ask({})).shared).toEqual([]);
  });
});
