import { describe, expect, it } from 'vitest';
import { useStore } from '../contract/subject.js';
import { entity, fact, link, source } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { newFile } from '../helpers/stores.js';

describe('questions about the sides of facts over GraphQL', () => {
  const subject = useStore(newFile);
  const write = () =>
    subject.write(
      source(),
      ...['country/a', 'country/b'].map((key) => entity(key)),
      entity('hospital/a', ['a'], { relations: [link('LOCATED_IN', 'country/a')] }),
      entity('hospital/b', ['b'], { relations: [link('LOCATED_IN', 'country/b')] }),
      fact('training/away', ['TRAINER=hospital/a', 'TRAINEE="nurses"', 'AT=hospital/b'], { time: '2001' }),
      fact('training/home', ['TRAINER=hospital/a', 'TRAINEE="guests"', 'AT=hospital/a'], { time: '2002' }),
      fact('training/own', ['TRAINER=hospital/a', 'TRAINEE=hospital/a', 'AT=hospital/a'], { time: '2003' }),
      fact('training/nowhere', ['TRAINER=hospital/a', 'TRAINEE="a class"'], { time: '2004' }),
    );

  it('tell why a flow goes where it goes, and list facts that go nobody knows where', async () => {
    await write();
    const flows =
      'nodes { from { key } to { key } facts(first: 3) { nodes { record { key } to { through { key } basis } } } }';
    const { cooperation } = await dataOf(
      graphqlOver(subject.store).ask(
        `{ cooperation(between: COUNTRY, first: 5) { ${flows} unknownDestinationCount incomplete(first: 5) { ${flows} } } }`,
      ),
    );
    const through = (key: string) => ({ through: { key }, basis: 'LOCATION' });
    const runs = (key: string, ...to: string[]) => ({ record: { key }, to: to.map(through) });
    expect(cooperation).toEqual({
      nodes: [
        {
          ...{ from: { key: 'country/a' }, to: { key: 'country/a' } },
          facts: { nodes: [runs('training/own', 'hospital/a')] },
        },
        {
          ...{ from: { key: 'country/a' }, to: { key: 'country/b' } },
          facts: { nodes: [runs('training/away', 'hospital/b')] },
        },
      ],
      unknownDestinationCount: 2,
      incomplete: {
        nodes: [
          {
            ...{ from: { key: 'country/a' }, to: null },
            facts: { nodes: [runs('training/home'), runs('training/nowhere')] },
          },
        ],
      },
    });
  });

  it('list the trainings that belong nowhere beside what hangs on one', async () => {
    await write();
    const unattributedOf = async (args: string) => {
      const { fragility } = await dataOf(
        graphqlOver(subject.store).ask(
          `{ fragility(${args}) { taughtCount unattributed(first: 3) { totalCount nodes { key } } } }`,
        ),
      );
      return fragility;
    };
    const key = 'training/nowhere';
    expect(await unattributedOf('of: HOSPITAL')).toEqual({
      taughtCount: 2,
      unattributed: { totalCount: 1, nodes: [{ key }] },
    });
    expect(await unattributedOf('of: TECHNIQUE')).toMatchObject({
      taughtCount: 0,
      unattributed: { totalCount: 4 },
    });
    expect(await unattributedOf('of: HOSPITAL, keys: ["hospital/a"]')).toEqual({
      taughtCount: 1,
      unattributed: { totalCount: 0, nodes: [] },
    });
  });
});
