import { describe, expect, test } from 'vitest';
import { exampleOperations } from '../../scripts/largeExample/operations.js';
import { HUB_DOCTOR, HUB_HOSPITAL } from '../../scripts/largeExample/world.js';
import { ontology } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { neighbourhood, openView } from '../../src/traversals/index.js';
import type { NeighbourhoodQuestion, View } from '../../src/traversals/index.js';
import { neighbourhoodOf } from '../../src/traversals/neighbourhood/neighbourhood.js';
import { Reading } from '../../src/traversals/view/reading.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { newFile } from '../helpers/stores.js';

const AROUND: Omit<NeighbourhoodQuestion, 'keys'> = {
  hops: 1,
  perNode: 10,
  withoutEntityKinds: [],
  filter: {},
};

async function viewOf(...operations: Operation[]): Promise<View> {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf([source(), ...operations]));
  return openView(store);
}

/** A store in a file: quicker than the reference where there is much in it. */
async function withFile(work: (store: Store) => Promise<void>): Promise<void> {
  const place = await newFile();
  try {
    await work(await place.open());
  } finally {
    await place.remove();
  }
}

const doctors = (count: number) => Array.from({ length: count }, (_, index) => `doctor/n${index}`);

/** A course with one teacher and pupils. */
const course = (key: string, teacher: string, pupils: readonly string[]) =>
  fact(`training/${key}`, [`TRAINER=${teacher}`, ...pupils.map((pupil) => `TRAINEE=${pupil}`)]);

describe('a neighbourhood that is larger than what is drawn', () => {
  test('says which bound was reached, and prefers everyone’s first neighbours', async () => {
    // 50 around one, and 50 around each of these: 2,551 entities.
    const keys = doctors(2_551);
    const groups = keys
      .slice(1, 51)
      .map((key, index) => ({ key, pupils: keys.slice(51 + 50 * index, 101 + 50 * index) }));
    await withFile(async (store) => {
      const operations = [
        source(),
        ...keys.map((key) => entity(key)),
        ...groups.map(({ key }, index) => course(`first${index}`, keys[0] ?? '', [key])),
        ...groups.flatMap(({ key, pupils }) =>
          pupils.map((pupil, index) => course(`${key.slice(8)}x${index}`, key, [pupil])),
        ),
      ];
      await store.apply(draftOf(operations));
      const asked = { ...AROUND, keys: keys.slice(0, 1), hops: 2, perNode: 50 };
      const { nodes, cut } = await neighbourhood(await openView(store), asked);
      expect(cut).toEqual({ bound: 'NODES', maximum: 2_000 });
      expect(nodes).toHaveLength(2_000);
      const drawn = new Set(nodes.map(({ key }) => key));
      const shares = groups.map(({ pupils }) => pupils.filter((pupil) => drawn.has(pupil)).length);
      expect(Math.max(...shares) - Math.min(...shares)).toBe(1);
      expect(nodes.filter(({ distance }) => distance === 1)).toHaveLength(50);
    });
  });

  test('says that not all facts were read, and what it does not know', async () => {
    const keys = doctors(30);
    const view = await viewOf(
      ...keys.map((key) => entity(key)),
      ...keys.slice(1).map((key, index) => course(`t${String(index).padStart(2, '0')}`, 'doctor/n0', [key])),
    );
    const asked = { ...AROUND, keys: ['doctor/n0'], perNode: 50 };
    const { nodes, drawing, cut } = await neighbourhoodOf(new Reading(view, 12), asked);
    expect(cut).toEqual({ bound: 'FACTS_READ', maximum: 12 });
    expect(nodes[0]).toMatchObject({
      key: 'doctor/n0',
      degree: 29,
      factsShown: 12,
      neighbourCount: null,
      neighboursLeftOut: null,
    });
    expect(nodes).toHaveLength(13);
    expect(drawing.linkCount).toBe(12);

    const whole = await neighbourhoodOf(new Reading(view, 1_000), asked);
    expect(whole.cut).toBeNull();
    expect(whole.nodes[0]).toMatchObject({
      degree: 29,
      factsShown: 29,
      neighbourCount: 29,
      neighboursLeftOut: 0,
    });
  });
});

test('a neighbourhood in the large example is the same in every store and however its rim is read', async () => {
  await withFile(async (file) => {
    const stores = [new ReferenceStore(ontology), file];
    for (const store of stores) {
      for await (const operations of exampleOperations({ facts: 1_500, seed: 5 }))
        await store.apply(draftOf(operations));
    }
    const answers = [];
    for (const store of stores) {
      for (const few of [0, 10, 40]) {
        const view = await openView(store);
        const asked = { ...AROUND, keys: [HUB_HOSPITAL, HUB_DOCTOR], hops: 2, perNode: 7 };
        const { nodes, drawing, cut } = await neighbourhoodOf(new Reading(view), asked, few);
        const links = nodes.flatMap(({ key }) => drawing.linksOf(key));
        const places = nodes.map(({ key, distance, degree, factsShown }) => ({
          key,
          distance,
          degree,
          factsShown,
        }));
        answers.push({
          places,
          links,
          facts: await Promise.all(links.map((link) => drawing.factsOf(link, view))),
          cut,
        });
      }
    }
    expect(answers[0]?.places.slice(0, 2)).toMatchObject([
      { key: HUB_DOCTOR, distance: 0, degree: 150 },
      { key: HUB_HOSPITAL, distance: 0, degree: 150 },
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

test('what is out of bounds is refused', async () => {
  const view = await viewOf(...doctors(21).map((key) => entity(key)));
  const ask = (rest: Partial<NeighbourhoodQuestion>) =>
    neighbourhood(view, { ...AROUND, keys: ['doctor/n0'], ...rest });
  await expect(ask({ keys: [] })).rejects.toThrow('`keys` names no entity; expected 1 to 20');
  await expect(ask({ keys: doctors(21) })).rejects.toThrow('`keys` names 21 entities; expected 1 to 20');
  await expect(ask({ hops: 0 })).rejects.toThrow('`hops` is 0; expected a whole number from 1 to 3');
  await expect(ask({ hops: 4 })).rejects.toThrow('`hops` is 4');
  await expect(ask({ perNode: 51 })).rejects.toThrow('`perNode` is 51; expected a whole number from 1 to 50');
  await expect(ask({ perNode: 1.5 })).rejects.toThrow('`perNode` is 1.5');
  await expect(ask({ keys: ['doctor/n99'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
  await expect(ask({ keys: ['training/x'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
  const { nodes } = await ask({ keys: ['doctor/n0', 'doctor/n0'] });
  expect(nodes).toEqual([
    { key: 'doctor/n0', distance: 0, degree: 0, factsShown: 0, neighbourCount: 0, neighboursLeftOut: 0 },
  ]);
});
