import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { example } from '../../src/ontology/facts/_example.js';
import { buildOntology, defineEntityKind, ontology } from '../../src/ontology/index.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { GRAPH_FORM } from '../../src/store/neo4j/prepare.js';
import { draftOf, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

describeNeo4j('Opening the store on Neo4j', (server) => {
  let driver: Driver;
  const stores: Store[] = [];

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(() => clearTestDatabase(driver));
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  async function open(rest: Partial<Parameters<typeof openNeo4jStore>[0]> = {}): Promise<Store> {
    const { uri, username, password } = server();
    const store = await openNeo4jStore({ uri, username, password, ...rest });
    stores.push(store);
    return store;
  }

  async function column(cypher: string): Promise<unknown[]> {
    const { records } = await driver.executeQuery(cypher);
    return records.map((record) => record.get(0) as unknown);
  }

  const rules = () =>
    column("SHOW INDEXES YIELD name WHERE name STARTS WITH 'confrere' RETURN name ORDER BY name");
  const schemaChanges = () => column('SHOW INDEXES YIELD id RETURN id ORDER BY id');

  test('marks the empty database, and creates each constraint and index once', async () => {
    await open();
    const [names, ids] = [await rules(), await schemaChanges()];
    expect(names).toEqual(
      expect.arrayContaining([
        'confrere_Entity_key',
        'confrere_Fact_key',
        'confrere_EntityRevision_key_revision',
        'confrere_Entity_recordedIn',
        'confrere_Doctor_nameOrder',
        'confrere_Training_timeOrder',
        'confrere_TRAINER_target_timeOrder',
        'confrere_BROADER_target_nameOrder',
        'confrere_CITES_target_timeOrder',
        'confrere_CITES_target_nameOrder',
      ]),
    );
    expect(await column("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name")).toEqual([]);
    await open();
    expect(await rules()).toEqual(names);
    expect(await schemaChanges()).toEqual(ids);
    expect(await column('MATCH (store:ConfrereStore) RETURN store.schema')).toHaveLength(1);
  });

  test('by many at once gives one store', async () => {
    await Promise.all(Array.from({ length: 5 }, () => open()));
    expect(await column('MATCH (store:ConfrereStore) RETURN store.id')).toEqual(['confrere']);
  });

  test('creates again what someone has dropped', async () => {
    await open();
    await driver.executeQuery('DROP INDEX confrere_TRAINER_target_timeOrder');
    await driver.executeQuery('DROP CONSTRAINT confrere_Fact_key');
    await open();
    const names = await rules();
    expect(names).toContain('confrere_TRAINER_target_timeOrder');
    expect(names).toContain('confrere_Fact_key');
  });

  test('gives a kind that was added its own indexes', async () => {
    const grown = buildOntology(ontology.entityKinds, [...ontology.factKinds, example], ontology.relations);
    await open({ ontology: grown });
    const names = await rules();
    expect(names).toContain('confrere_Award_timeOrder');
    expect(names).toContain('confrere_HONOURED_target_timeOrder');
    for (const name of names.filter((one) => /Award|HONOURED/.test(String(one)))) {
      await driver.executeQuery(`DROP INDEX ${String(name)}`);
    }
  });

  test('refuses a kind whose name the graph needs for itself', async () => {
    const changeset = defineEntityKind({ name: 'Changeset', prefix: 'changeset', description: 'A clash.' });
    // Past the checks of the registry: what is written into a query is looked at once more.
    const clashing = { ...ontology, entityKinds: [...ontology.entityKinds, changeset] };
    await expect(open({ ontology: clashing })).rejects.toMatchObject({
      code: 'BAD_KIND',
      message: expect.stringContaining('"Changeset"') as string,
    });
  });

  test('refuses a database that holds other data, and leaves it as it was', async () => {
    await driver.executeQuery("CREATE (:Film:Classic {title: 'Metropolis'})");
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_FOREIGN',
      message: expect.stringContaining('Film:Classic') as string,
    });
    expect(await column('MATCH (store:ConfrereStore) RETURN store')).toEqual([]);
    expect(await column('MATCH (film:Film) RETURN film.title')).toEqual(['Metropolis']);
  });

  test('refuses what a newer program wrote, and leaves it as it was', async () => {
    const store = await open();
    await store.apply(draftOf([source()]));
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = $newer', {
      newer: GRAPH_FORM + 1,
    });
    await expect(open()).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    expect(await column('MATCH (store:ConfrereStore) RETURN store.schema')).toHaveLength(1);
    expect(await store.version()).toBe(1);
  });

  test('refuses two nodes with one key, which no constraint kept apart', async () => {
    await open();
    await driver.executeQuery('DROP CONSTRAINT confrere_Source_key');
    await driver.executeQuery("UNWIND [1, 2] AS one CREATE (:Source {key: 'source/twice'})");
    await expect(open()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });

  test('with a wrong password says at once which settings to look at, and never the password', async () => {
    const start = performance.now();
    const error: unknown = await open({ password: 'a-wrong-password' }).catch((reason: unknown) => reason);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const { message } = error as Error;
    expect(message).toContain('NEO4J_USERNAME');
    expect(message).toContain('NEO4J_PASSWORD');
    expect(message).not.toContain('a-wrong-password');
  });

  test('with the name of no database names the setting', async () => {
    await expect(open({ database: 'nowhere' })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('NEO4J_DATABASE') as string,
    });
  });

  test('goes through a routing address as well, with a database that is named', async () => {
    const store = await open({ uri: server().uri.replace(/^bolt/, 'neo4j'), database: 'neo4j' });
    await store.apply(draftOf([source()]));
    expect(await store.countSources()).toBe(1);
    expect(store.location).toMatch(/^neo4j:\/\/.*\/neo4j$/);
  });
});

describe('Opening the store where there is no Neo4j', () => {
  test('fails within the time that was given, with the address and what to do', async () => {
    const uri = `bolt://127.0.0.1:${await findFreePort()}`;
    const start = performance.now();
    const error: unknown = await openNeo4jStore({ uri, password: 'a-secret', startTimeoutMs: 1_500 }).catch(
      (reason: unknown) => reason,
    );
    const took = performance.now() - start;
    expect(took).toBeGreaterThan(1_000);
    expect(took).toBeLessThan(6_000);
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((error as Error).message).toContain(uri);
    expect((error as Error).message).toContain('NEO4J_URI');
  });

  test.each(['localhost:7687', 'http://localhost:7474', 'bolt://', 'no address at all', ''])(
    'refuses the address "%s" with an example of one',
    async (uri) => {
      await expect(openNeo4jStore({ uri })).rejects.toMatchObject({
        code: 'BAD_CONFIG',
        message: expect.stringContaining('bolt://localhost:7687') as string,
      });
    },
  );

  test('never repeats a password that stands in the address', async () => {
    const error: unknown = await openNeo4jStore({ uri: 'bolt://neo4j:a-secret@localhost:7687' }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'BAD_CONFIG' });
    expect((error as Error).message).not.toContain('a-secret');
    expect((error as Error).message).toContain('NEO4J_PASSWORD');
  });
});
