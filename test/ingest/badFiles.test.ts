import { execFileSync } from 'node:child_process';
import { mkdir, open, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { folderWith, importFolder, problemsOfImport, removeFolders } from './runs.js';

afterEach(removeFolders);

const newStore = () => new ReferenceStore(ontology);
const doctor = (slug: string) => `{ kind: Doctor, key: doctor/${slug}, names: [N], editor: E. }`;
const bundle = (...slugs: string[]) => `entities: [${slugs.map(doctor).join(', ')}]\n`;

describe('a file that cannot be read is refused:', () => {
  const texts: Readonly<Record<string, readonly [name: string, text: string | Uint8Array, problem: string]>> =
    {
      'not UTF-8': [
        'x.yaml',
        Buffer.from('entities: []\n# Nguy\xean\n', 'latin1'),
        'x.yaml: expected text in UTF-8, got other bytes in line 2; save the file as UTF-8',
      ],
      'UTF-16': [
        'x.yaml',
        Buffer.from('\ufeffentities: []\n', 'utf16le'),
        'x.yaml: expected text in UTF-8, got other bytes in line 1; save the file as UTF-8',
      ],
      'broken YAML': [
        'x.yaml',
        'entities:\n  - { kind: Doctor\n',
        'x.yaml:3:1: expected YAML; Flow map in block collection must be sufficiently indented and end with a }',
      ],
      'tabs for indentation': [
        'x.yaml',
        'entities:\n\t- a\n',
        'x.yaml:2:1: expected YAML; Tabs are not allowed as indentation',
      ],
      'a field twice': [
        'x.yaml',
        'entities: []\nfacts: []\nentities: []\n',
        'x.yaml:3:1: expected each field once, got "entities" twice',
      ],
      'a tag': [
        'x.yaml',
        'entities: !!set [a]\n',
        'x.yaml:1:17: expected a value without a tag, got "tag:yaml.org,2002:set"',
      ],
      'two documents': [
        'x.yaml',
        'entities: []\n---\nfacts: []\n',
        'x.yaml:2:1: expected one document in the file, got another one after "---"',
      ],
      'an alias of nothing': [
        'x.yaml',
        'entities: *all\n',
        'x.yaml:1:11: expected an anchor "&all" before its alias, got none',
      ],
      'an alias inside of what it stands for': [
        'x.yaml',
        'entities: &all [*all]\n',
        'x.yaml:1:17: expected an alias outside of what it stands for, got "*all"',
      ],
      'aliases that swell': [
        'x.yaml',
        `entities:\n  - &a0 [x, x]\n${Array.from({ length: 30 }, (_, n) => `  - &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
        'x.yaml:1:1: expected aliases that repeat at most 100 values, got more',
      ],
      'a hundred thousand levels of YAML': [
        'x.yaml',
        '['.repeat(100_000),
        'expected at most 100 levels, got more',
      ],
      'a hundred thousand levels of JSON': [
        'x.json',
        '['.repeat(100_000),
        'x.json:1:101: expected at most 100 levels, got more',
      ],
      'JSON with a comma too many': [
        'x.json',
        '{\n  "entities": [],\n}\n',
        'x.json:3:1: expected the name of a field in double quotes, got "}"',
      ],
      'JSON with comments': ['x.json', '{ // all\n}\n', 'x.json:1:3: expected JSON, got "/"'],
      'JSON with a field twice': [
        'x.json',
        '{\n  "facts": [],\n  "facts": []\n}\n',
        'x.json:3:3: expected each field once, got "facts" twice',
      ],
      'YAML under the name of JSON': ['x.json', 'entities: []\n', 'x.json:1:1: expected JSON, got "e"'],
    };

  test.each(Object.entries(texts))('%s', async (_name, [name, text, problem]) => {
    const store = newStore();
    const problems = await problemsOfImport(store, await folderWith({ [name]: text }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(await store.version()).toBe(0);
  });

  test('one that is too large, before it is read', async () => {
    const folder = await folderWith({});
    await makeLarge(join(folder, 'x.yaml'), 17);
    await makeLarge(join(folder, 'y.json'), 65);
    expect(await problemsOfImport(newStore(), folder)).toEqual([
      'x.yaml: expected at most 16 MiB, got 17 MiB; cut it into several bundles',
      'y.json: expected at most 64 MiB, got 65 MiB; cut it into several bundles',
    ]);
  });

  test('the one with which a run becomes too large', async () => {
    const folder = await folderWith({ 'd.yaml': bundle('a') });
    for (const name of ['a.json', 'b.json', 'c.json']) await makeLarge(join(folder, name), 30);
    expect(await problemsOfImport(newStore(), folder)).toEqual([
      'a.json:1:1: expected JSON, got "\\u0000"',
      'b.json:1:1: expected JSON, got "\\u0000"',
      'c.json: expected at most 64 MiB in one run, got more with this file; import it by itself',
    ]);
  });

  async function makeLarge(path: string, mebibytes: number): Promise<void> {
    const file = await open(path, 'w');
    await file.truncate(mebibytes * 2 ** 20);
    await file.close();
  }
});

describe('paths', () => {
  test('all that is wrong with them is told at once, with what is wrong in the files', async () => {
    const folder = await folderWith({ 'a.yaml': 'x: 1\n', 'notes.txt': 'Hello.\n', 'empty/notes.txt': '' });
    await symlink('round', join(folder, 'round'));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const paths = ['missing', 'notes.txt', 'a.yaml', 'a.yaml/b', 'empty', 'round', 'pipe.yaml'];
    expect(await problemsOfImport(newStore(), folder, paths)).toEqual([
      'a.yaml:1:1 x: there is no field "x" here; expected one of source, entities, facts, judgements',
      'a.yaml/b: expected a file or a directory, got a path that leads through a file',
      'empty: expected at least one bundle (.json, .yaml, .yml) in this directory',
      'missing: expected a file or a directory, got a path that leads nowhere',
      'notes.txt: expected a file whose name ends in .json, .yaml, .yml',
      'pipe.yaml: expected a file or a directory',
      'round: expected a file or a directory, got a link that leads in a circle',
    ]);
  });

  test('a directory is read through, but for what begins with _ or a dot', async () => {
    const wrong = 'this is no bundle';
    const folder = await folderWith({
      'b.yml': bundle('b'),
      'a.yaml': bundle('a'),
      'deep/er/c.json':
        '{ "entities": [{ "kind": "Doctor", "key": "doctor/c", "names": ["N"], "editor": "E." }] }',
      '_notes.yaml': wrong,
      '_drafts/d.yaml': wrong,
      '.hidden.yaml': wrong,
      '.git/e.yaml': wrong,
      'readme.md': wrong,
    });
    const store = newStore();
    expect(await importFolder(store, folder)).toMatchObject({
      files: 3,
      records: { entities: { added: 3 } },
    });
    expect(await problemsOfImport(store, folder, ['_notes.yaml'])).toHaveLength(1);

    const home = process.cwd();
    process.chdir(folder);
    try {
      expect(await importFolder(store, '.')).toMatchObject({ files: 3 });
      expect(await importFolder(store, './deep/../deep/')).toMatchObject({ files: 1 });
    } finally {
      process.chdir(home);
    }
  });

  test('links are followed, but no file is read twice and no circle is run through again', async () => {
    const folder = await folderWith({ 'real/a.yaml': bundle('a'), 'elsewhere/b.yaml': bundle('b') });
    await mkdir(join(folder, 'all'));
    await symlink('../real', join(folder, 'all/real'));
    await symlink('../all', join(folder, 'all/itself'));
    await symlink('../elsewhere/b.yaml', join(folder, 'all/b.yaml'));
    await symlink('nowhere', join(folder, 'all/notes'));
    const store = newStore();
    expect(await problemsOfImport(store, folder, ['all', 'real', 'all/b.yaml'])).toEqual([]);
    expect(await store.countEntities({})).toBe(2);

    await symlink('nowhere', join(folder, 'all/lost.yaml'));
    expect(await problemsOfImport(store, folder, ['all'])).toEqual([
      'all/lost.yaml: expected a file or a directory, got a path that leads nowhere',
    ]);
  });

  test('one key in two files is told with both places, and the records of all files count', async () => {
    const folder = await folderWith({
      'b.yaml': `${bundle('x', 'y')}judgements:\n  - { key: judgement/j, entities: [doctor/x, doctor/z], verdict: SAME, reason: R, judge: J }\n`,
      'a.json':
        '{"entities": [\n  {"kind": "Doctor", "key": "doctor/y", "names": ["N"], "editor": "E."},\n  {"kind": "Doctor", "key": "doctor/z", "names": ["N"], "editor": "E."}]}',
      's.yaml': 'source: { key: source/s, title: S }\n',
      't.yaml': '\nsource: { key: source/s, title: T }\n',
    });
    expect(await problemsOfImport(newStore(), folder)).toEqual([
      'b.yaml:1:90 entities[1].key: expected a key for one record alone, got "doctor/y", which is in use at a.json:2:29',
      't.yaml:2:16 source.key: expected a key for one record alone, got "source/s", which is in use at s.yaml:1:16',
    ]);
  });
});
