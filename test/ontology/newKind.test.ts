import { spawn } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * A fact kind is added as a person would add it: one file, one line. Then the program itself is run, with nothing else
 * changed, and must know the kind everywhere.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = ['src', 'package.json', 'tsconfig.json'];
const AS_THEY_ARE = ['node_modules', 'schema', 'seeds', 'web'];
const TSX = import.meta.resolve('tsx');

const BUNDLE = `
source:
  key: source/gazette
  title: The Gazette of Honours
entities:
  - kind: Doctor
    key: doctor/ann
    names: [Ann]
    cites: [{ paragraph: 1 }]
  - kind: Country
    key: country/vietnam
    names: [Vietnam]
    ids: { iso3166: VN }
    editor: It is a country.
facts:
  - kind: Award
    key: award/heroes-2020
    statement: Ann and the night shift were honoured as heroes in Vietnam.
    honoured: [doctor/ann, { group: the night shift, quantity: { text: some thirty } }]
    country: country/vietnam
    title: Hero of Labour
    level: NATIONAL
    time: 2020-02
    cites: [{ paragraph: 1 }]
`;

const QUESTION = `{
  type: __type(name: "Award") { interfaces { name } fields { name } }
  level: __type(name: "AwardLevel") { enumValues { name } }
  fact(key: "award/heroes-2020") {
    kind
    time { edtf }
    ... on Award {
      title
      level
      honoured { __typename ... on Doctor { key } ... on Group { label } }
      country { key }
    }
  }
  doctor: entity(key: "doctor/ann") {
    facts(kinds: [AWARD], roles: [HONOURED]) { totalCount }
    ... on Doctor { awards { edges { node { key } } } }
  }
  country: entity(key: "country/vietnam") {
    ... on Country { awardsIn { edges { node { key } } } hospitals { totalCount } }
  }
  facts(kinds: [AWARD]) { totalCount }
}`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-kind-'));
  for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of AS_THEY_ARE) await symlink(join(ROOT, name), join(folder, name));
  await writeFile(join(folder, 'bundle.yaml'), BUNDLE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a new fact kind', { timeout: 180_000 }, () => {
  it('is unknown before it is declared', async () => {
    const { code, output } = await run('import', 'bundle.yaml');
    expect(code, output).toBe(1);
    expect(output).toMatch(/bundle\.yaml:16/);
    expect(output).toMatch(/Award/);
  });

  it('is one file and one line', async () => {
    const facts = join(folder, 'src/ontology/facts');
    const example = await readFile(join(facts, '_example.ts'), 'utf8');
    await writeFile(join(facts, 'award.ts'), example.replace('export const example', 'export const award'));
    await appendFile(join(facts, 'index.ts'), "export { award } from './award.js';\n");

    const { code, output } = await run('import', 'bundle.yaml');
    expect(output).toMatch(/changeset 1/);
    expect(code).toBe(0);
  });

  it('is asked for over HTTP like any other', async () => {
    const server = start('serve');
    try {
      const address = await server.said(/GraphQL at (\S+)\. /);
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUESTION }),
      });
      const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
      expect(errors).toBeUndefined();
      const { type, ...answers } = data as { type: { interfaces: Named[]; fields: Named[] } };
      expect(namesOf(type.interfaces)).toEqual(['Fact', 'Node']);
      expect(namesOf(type.fields)).toEqual(
        expect.arrayContaining(['honoured', 'techniques', 'place', 'programme', 'country', 'title', 'level']),
      );
      expect(answers).toEqual({
        level: { enumValues: [{ name: 'LOCAL' }, { name: 'NATIONAL' }, { name: 'INTERNATIONAL' }] },
        fact: {
          kind: 'AWARD',
          time: { edtf: '2020-02' },
          title: 'Hero of Labour',
          level: 'NATIONAL',
          honoured: [
            { __typename: 'Doctor', key: 'doctor/ann' },
            { __typename: 'Group', label: 'the night shift' },
          ],
          country: { key: 'country/vietnam' },
        },
        doctor: { facts: { totalCount: 1 }, awards: { edges: [{ node: { key: 'award/heroes-2020' } }] } },
        country: {
          awardsIn: { edges: [{ node: { key: 'award/heroes-2020' } }] },
          hospitals: { totalCount: 0 },
        },
        facts: { totalCount: 1 },
      });
    } finally {
      await server.stop();
    }
  });

  it('is checked like any other', async () => {
    const { code, output } = await run('check');
    expect(code, output).toBe(0);
  });
});

interface Named {
  name: string;
}

function namesOf(named: readonly Named[]): string[] {
  return named.map(({ name }) => name).sort();
}

async function run(...arguments_: string[]): Promise<{ code: number | null; output: string }> {
  const { ended } = start(...arguments_);
  return await ended;
}

/** The program of the folder, with a store of its own there. */
function start(...arguments_: string[]) {
  const child = spawn(process.execPath, ['--import', TSX, join(folder, 'src/cli/main.ts'), ...arguments_], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...{ CONFRERE_DATA: join(folder, 'data'), CONFRERE_SEED: 'false', PORT: '0' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      listeners.forEach((listener) => listener());
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      listeners.push(() => {
        const match = pattern.exec(output)?.[1];
        if (match !== undefined) resolve(match);
      });
      void ended.then(() => reject(new Error(`It ended without saying ${pattern}:\n${output}`)));
    });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ended, said, stop };
}
