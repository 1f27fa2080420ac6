import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { MAIN, confrere } from './confrere.js';

const BUNDLE = `source: { key: source/paper, title: A paper }
entities:
  - { kind: Doctor, key: doctor/a, names: [A], cites: [{ paragraph: 1 }] }
facts:
  - { kind: Training, key: training/x, statement: A teaches., trainers: [doctor/a], cites: [{ paragraph: 2 }] }
`;

let folder: string;

beforeEach(async () => {
  folder = temporaryDirectory();
  await mkdir(join(folder, 'bundles'));
  await writeFile(join(folder, 'bundles/paper.yaml'), BUNDLE);
});
afterEach(removeTemporaryDirectories);

describe('the command line', () => {
  test('tells what there is', async () => {
    const all = await confrere(folder, ['--help']);
    expect(all).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['serve', 'import', 'check', 'dedupe', 'judge', 'judgements', 'neo4j']) {
      expect(all.stdout).toMatch(new RegExp(`^ *${name} `, 'm'));
      expect(await confrere(folder, [name, '--help'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`USAGE confrere ${name}`) as string,
      });
    }
    // Nobody asked for colours in a file.
    expect(all.stdout).not.toContain('\u001b');
    const { version } = JSON.parse(
      await readFile(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
    ) as { version: string };
    expect(await confrere(folder, ['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test.each<[string[], string]>([
    [['imprt'], 'There is no command "imprt"; did you mean "import"?'],
    [
      ['frobnicate'],
      'There is no command "frobnicate"; there are serve, import, check, backup, restore, dedupe, judge, judgements, neo4j',
    ],
    [['constructor'], 'There is no command "constructor"'],
    [['--prot', '4000'], "Unknown option '--prot'"],
    [['serve', '--port=4000'], "Unknown option '--port'"],
    [['serve', 'extra'], "Unexpected argument 'extra'"],
    [['import'], 'Missing required positional argument'],
    [['import', 'bundles', '--each', '--dry-run'], '--dry-run and --each do not go together'],
    [['import', 'bundles', '--dryrun'], "Unknown option '--dryrun'"],
    [['import', 'bundles', '--dry-run=no'], "'--dry-run' does not take an argument"],
    [['import', 'bundles', '--author'], "'--author <value>' argument missing"],
    [['import', 'bundles', '--author='], '--author: expected some text'],
    [['import', 'bundles', '--note', 'two\nlines'], '--note: expected one line of text'],
    [['dedupe', '--kind', 'Docter'], '--kind: there is no kind "Docter"; did you mean "Doctor"?'],
    [['dedupe', '--kind=Doctor', '--key=doctor/a'], '--kind, --key: expected one of them, got both'],
    [['dedupe', '--minimum', '2'], '--minimum: expected likely, possible, or a number from 0 to 1, got "2"'],
    [['judge', 'doctor/a', 'doctor/b', 'SAM', '--reason', 'x'], 'no verdict "SAM"; did you mean "SAME"?'],
    [['judge', 'doctor/a', 'SAME', '--reason', 'x'], 'expected two keys and a verdict'],
    [['judge', 'doctor/a', 'doctor/b', 'SAME'], '--reason: expected why it is judged so'],
    [['judge', '--drop', 'judgement/a', 'doctor/a', '--reason', 'x'], '--drop: expected nothing but'],
    [['judgements', 'doctor/a', 'doctor/b'], 'expected one key at the most'],
    [['check', '--fix'], "Unknown option '--fix'"],
    [['neo4j', '--port', 'seven'], '--port: expected a port from 1 to 65535, got "seven"'],
  ])('refuses %j with exit code 2', async (arguments_, words) => {
    const outcome = await confrere(folder, arguments_);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(words);
    expect(outcome.stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('refuses settings that it does not understand before it touches anything', async () => {
    const outcome = await confrere(folder, ['import', 'bundles'], {
      CONFRERE_STORE: 'mongo',
      CONFRERE_DATE: 'x',
      PORT: '',
      NEO4J_URI: 'bolt://me:secret@host',
    });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr.split('\n')).toEqual([
      'CONFRERE_DATE: there is no such setting; did you mean "CONFRERE_DATA"?',
      'CONFRERE_STORE: expected "embedded" or "neo4j"; got "mongo".',
      expect.stringMatching(/^NEO4J_URI: expected an address .*; got "…@host"\.$/),
      'PORT: expected a port from 0 to 65535; got nothing.',
      '',
      'BAD_CONFIG: 4 problems; nothing was started.',
      '',
    ]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('import', () => {
  test('tells what it has written, and that there is nothing to change the next time', async () => {
    expect(await confrere(folder, ['import', 'bundles', '--author', 'Me', '--note', 'Why not'])).toEqual({
      code: 0,
      signal: null,
      stdout: [
        'Read 1 bundle.',
        '  sources    1 new, 0 changed, 0 as before',
        '  entities   1 new, 0 changed, 0 as before',
        '  facts      1 new, 0 changed, 0 as before',
        'Written as changeset 1 to data/confrere.db.',
        '',
      ].join('\n'),
      stderr: '',
    });
    expect(row('SELECT text FROM changeset')).toMatchObject({ author: 'Me', note: 'Why not' });
    const again = await confrere(folder, ['import', 'bundles/paper.yaml', 'bundles']);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(
      /facts {6}0 new, 0 changed, 1 as before\nNothing to change in data\/confrere\.db\.\n$/,
    );
  });

  test('notes from which files, and not where they lie, for everybody may read it', async () => {
    expect(await confrere(folder, ['import', join(folder, 'bundles/paper.yaml')])).toMatchObject({ code: 0 });
    expect(row('SELECT text FROM changeset')).toMatchObject({ note: 'Import of paper.yaml' });
  });

  test('writes nothing when it is only tried', async () => {
    const outcome = await confrere(folder, ['import', '--dry-run', 'bundles']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/facts {6}1 new.*\nNothing was written, since this was a dry run\.\n$/);
    expect(row('SELECT count(*) AS text FROM changeset')).toBe(0);
  });

  test('lists every problem of the run, sorted, and writes nothing', async () => {
    await writeFile(join(folder, 'bundles/bad.yaml'), BUNDLE.replace('paragraph: 2', 'paragraf: 2'));
    await writeFile(join(folder, 'bundles/worse.json'), '{');
    const outcome = await confrere(folder, ['import', 'bundles', 'bundles/none.yaml']);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr.split('\n')).toEqual([
      'bundles/bad.yaml:5:93 facts[0].cites[0]: expected where in the source: a paragraph, page, time or section',
      'bundles/bad.yaml:5:95 facts[0].cites[0].paragraf: there is no field "paragraf" here; did you mean "paragraph"?',
      'bundles/none.yaml: expected a file or a directory, got a path that leads nowhere',
      'bundles/paper.yaml:1:16 source.key: expected a key for one record alone, got "source/paper", which is in use at bundles/bad.yaml:1:16',
      'bundles/paper.yaml:3:26 entities[0].key: expected a key for one record alone, got "doctor/a", which is in use at bundles/bad.yaml:3:26',
      'bundles/paper.yaml:5:28 facts[0].key: expected a key for one record alone, got "training/x", which is in use at bundles/bad.yaml:5:28',
      'bundles/worse.json:1:2: expected the name of a field in double quotes, got the end of the text',
      '',
      'BAD_BUNDLE: 7 problems; nothing was written.',
      '',
    ]);
    expect(row('SELECT count(*) AS text FROM changeset')).toBe(0);
  });

  test('takes each thing in a folder as a write of its own, in the order of their names, where that is asked for', async () => {
    for (const [name, key] of [
      ['part-10', 'z'],
      ['part-2', 'y'],
    ] as const) {
      await mkdir(join(folder, 'parts', name), { recursive: true });
      const bundle = BUNDLE.replaceAll('source/paper', `source/${key}`).replaceAll(
        'training/x',
        `training/${key}`,
      );
      await writeFile(
        join(folder, 'parts', name, 'paper.yaml'),
        bundle.replaceAll('doctor/a', `doctor/${key}`),
      );
    }
    await writeFile(join(folder, 'parts/notes.txt'), 'No bundle.');
    // What an import leaves out is left out here too.
    await mkdir(join(folder, 'parts/.hidden'));
    for (const path of ['_withheld.yaml', '.hidden/paper.yaml'])
      await writeFile(join(folder, 'parts', path), '{');
    const outcome = await confrere(folder, ['import', '--each', 'parts']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'parts/part-2 (1 of 2):',
      'Read 1 bundle.',
      'Written as changeset 1 to data/confrere.db.',
      'parts/part-10 (2 of 2):',
      'Read 1 bundle.',
      'Written as changeset 2 to data/confrere.db.',
      '',
    ]);
    expect(row('SELECT text FROM changeset')).toMatchObject({ note: 'Import of part-2' });

    await writeFile(join(folder, 'parts/part-10/paper.yaml'), '{');
    const mistaken = await confrere(folder, ['import', '--each', 'parts']);
    expect(mistaken).toMatchObject({ code: 1 });
    expect(mistaken.stdout).toMatch(/^parts\/part-2 \(1 of 2\):\n[^]*Nothing to change/);
    expect(mistaken.stderr).toMatch(
      /^All before parts\/part-10 \(2 of 2\) is written, and changes nothing when it is imported again\. Of this one:\n[^]*BAD_BUNDLE: 1 problem; nothing was written\./,
    );
  });

  test('writes nothing of any part where a path leads nowhere or has no bundle in it', async () => {
    await mkdir(join(folder, 'parts'));
    await symlink('nowhere', join(folder, 'parts/broken.yaml'));
    await mkdir(join(folder, 'empty'));
    const outcome = await confrere(folder, ['import', '--each', 'bundles', 'parts', 'empty', 'nowhere']);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr.split('\n')).toEqual([
      'empty: expected at least one bundle (.json, .yaml, .yml) in this directory',
      'nowhere: expected a file or a directory, got a path that leads nowhere',
      expect.stringMatching(/^parts: /),
      expect.stringMatching(/^parts\/broken\.yaml: .*leads nowhere$/),
      '',
      'BAD_BUNDLE: 4 problems; nothing was written.',
      '',
    ]);
    expect(existsSync(join(folder, 'data/confrere.db'))).toBe(false);
  });

  test('keeps its data where it is told', async () => {
    await confrere(folder, ['import', 'bundles'], { CONFRERE_DATA: 'deep/down' });
    expect(existsSync(join(folder, 'deep/down/confrere.db'))).toBe(true);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('tells a person at a terminal how far it is', async () => {
    const command = `'${process.execPath}' --import '${import.meta.resolve('tsx')}' '${MAIN}' import bundles`;
    const { stdout } = await promisify(execFile)('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], SHELL: '/bin/sh' },
    });
    expect(stdout.split(/\r\n|\r\u001b\[K/).slice(0, 6)).toEqual([
      '',
      'Reading bundles: 0 of 1',
      'Reading bundles: 1 of 1',
      'Comparing with the store',
      'Writing',
      'Read 1 bundle.',
    ]);
  });

  test('goes on when nobody reads what it says', async () => {
    const tsx = import.meta.resolve('tsx');
    const script = `'${process.execPath}' --import '${tsx}' '${MAIN}' import bundles | true; exit "\${PIPESTATUS[0]}"`;
    const { stderr } = await promisify(execFile)('bash', ['--norc', '-c', script], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    });
    expect(stderr).toBe('');
    expect(row('SELECT count(*) AS text FROM changeset')).toBe(1);
  });
});

describe('check', () => {
  beforeEach(async () => {
    await confrere(folder, ['import', 'bundles']);
  });

  test('finds nothing in what was imported', async () => {
    expect(await confrere(folder, ['check'])).toEqual({
      code: 0,
      signal: null,
      stdout: 'clean: 4 records in data/confrere.db\n',
      stderr: '',
    });
  });

  test('finds what was changed behind its back, and exits with 1', async () => {
    const database = open();
    database.exec(`UPDATE fact SET text = replace(text, 'A teaches.', 'B teaches.')`);
    database.close();
    const outcome = await confrere(folder, ['check']);
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.stdout).toMatch(/^training\/x: /m);
    expect(outcome.stderr).toMatch(/^[1-9]\d* findings? among 4 records in data\/confrere\.db\n$/);
  });

  test('refuses a file that is no store, and leaves it as it is', async () => {
    await writeFile(join(folder, 'data/confrere.db'), 'Shopping list: milk, bread.');
    const outcome = await confrere(folder, ['check']);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^STORE_FOREIGN: /);
    expect(await readFile(join(folder, 'data/confrere.db'), 'utf8')).toBe('Shopping list: milk, bread.');
  });
});

function open() {
  return new Libsql(join(folder, 'data/confrere.db'));
}

/** What a query answers in the column `text`, which is JSON. */
function row(sql: string): unknown {
  const database = open();
  const [{ text }] = database.prepare(sql).all() as [{ text: string | number }];
  database.close();
  return JSON.parse(String(text));
}
