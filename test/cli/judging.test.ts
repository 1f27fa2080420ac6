import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JudgementRecord } from '../../src/ontology/index.js';
import type { Candidates } from '../../src/traversals/index.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { MAIN, confrere } from './confrere.js';

const BUNDLE = `source: { key: source/paper, title: A paper }
entities:
  - { kind: Hospital, key: hospital/h, names: [Harbour Hospital], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/a, names: [Yves Lambertin], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/b, names: [Y. Lambertin], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/c, names: [Lambertin Yves], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/d, names: [Anne Morvannec], cites: [{ paragraph: 1 }] }
  - { kind: Doctor, key: doctor/e, names: [Morvannec Anne], cites: [{ paragraph: 1 }] }
facts:
  - { kind: Affiliation, key: affiliation/a, statement: He works there., members: [doctor/a], place: hospital/h, time: "2015", cites: [{ paragraph: 2 }] }
  - { kind: Affiliation, key: affiliation/b, statement: He worked there., members: [doctor/b], place: hospital/h, time: "2015", cites: [{ paragraph: 2 }] }
`;

// Each test starts several processes.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let folder: string;

beforeEach(async () => {
  folder = temporaryDirectory();
  await mkdir(join(folder, 'bundles'));
  await writeFile(join(folder, 'bundles/paper.yaml'), BUNDLE);
  await confrere(folder, ['import', 'bundles']);
});
afterEach(removeTemporaryDirectories);

describe('judge', () => {
  test('writes a judgement, tells what stands, and drops it', async () => {
    const reason = 'The same post in the same year.';
    const judged = await confrere(folder, [
      'judge',
      'doctor/b',
      'doctor/a',
      'same',
      '--judge',
      'Me',
      '--reason',
      reason,
    ]);
    expect(judged).toMatchObject({
      code: 0,
      stdout: 'judgement/a-and-b: SAME. Written as changeset 2 to data/confrere.db.\n',
      stderr: '',
    });
    const again = await confrere(folder, [
      'judge',
      'doctor/a',
      'doctor/b',
      'SAME',
      '--reason',
      'So it seems.',
    ]);
    expect(again.stdout.split('\n')).toEqual([
      `Beside it stands judgement/a-and-b: SAME, by Me (${reason})`,
      'judgement/a-and-b-2: SAME. Written as changeset 3 to data/confrere.db.',
      '',
    ]);

    const drop = ['judge', '--drop', 'judgement/a-and-b-2', '--judge', 'Me', '--reason', 'Once is enough.'];
    expect(await confrere(folder, drop)).toMatchObject({
      code: 0,
      stdout: 'judgement/a-and-b-2: dropped. Written as changeset 4 to data/confrere.db.\n',
    });
    expect(await confrere(folder, drop)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'judgement/a-and-b-2 cannot be dropped: no such judgement stands',
      ) as string,
    });

    const listed = await confrere(folder, ['judgements', 'doctor/a']);
    expect(listed.stdout).toMatch(
      /^judgement\/a-and-b: SAME\n {2}Yves Lambertin, doctor\/a\n {2}Y\. Lambertin, doctor\/b\n {2}The same post in the same year\. \(Me, \d{4}-\d\d-\d\d\)\n\n1 judgement stands\.\n$/,
    );
    expect((await standing())[0]).toMatchObject({ verdict: 'SAME', judge: 'Me', reason, recordedIn: 2 });
    expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('refuses what cannot be judged, and writes nothing', async () => {
    for (const [one, words] of [
      ['doctor/nobody', /^BAD_KEY: .*doctor\/nobody/],
      [
        'hospital/h',
        /expected two entities of one kind\n\nCHANGESET_REFUSED: 1 problem; nothing was written\.\n$/,
      ],
    ] as const) {
      const outcome = await confrere(folder, ['judge', one, 'doctor/a', 'SAME', '--reason', 'So it seems.']);
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toMatch(words);
    }
    expect(await standing()).toEqual([]);
    const elsewhere = await confrere(folder, ['judgements'], { CONFRERE_DATA: 'nowhere' });
    expect(elsewhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/^BAD_CONFIG: /) as string });
  });
});

describe('dedupe', () => {
  test('lists candidates with their reasons where nobody is at the terminal', async () => {
    const { code, stdout, stderr } = await confrere(folder, ['dedupe', '--key', 'doctor/a']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^(LIKELY|POSSIBLE) 0\.\d\d {2}Yves Lambertin, doctor\/a {2}\| {2}/);
    expect(stdout).toMatch(/^ {6}\+7 {2}place {14}Both held posts at Harbour Hospital \(2015; 2015\)\.$/m);
    const all = await confrere(folder, ['dedupe', '--json', '--kind', 'doctor', '--minimum', '0.5']);
    const [found] = JSON.parse(all.stdout) as (Candidates & { of: string })[];
    expect(found?.of).toBe('Doctor');
    expect(found?.candidates.map(({ keys }) => keys.join(' ')).sort()).toContain('doctor/a doctor/b');
    expect(found?.candidates.every(({ score }) => score >= 0.5)).toBe(true);
  });

  test.skipIf(process.platform !== 'linux')(
    'walks them with a person, and writes each judgement at once',
    async () => {
      const outcome = await atTerminal(
        ['dedupe', '--kind', 'Doctor', '--judge', 'Me'],
        [
          [/\(q\)uit: $/, 'maybe\r'],
          [/none of them\.\s+Are they.*\(q\)uit: $/, 's\r'],
          [/Why\? $/, '\r'],
          [/expected some text.*\s+Why\? $/, 'The same words.\r'],
          [/Candidate 2 of [^]*\(q\)uit: $/, 'd\r'],
          [/Why\? $/, 'Others say so.\r'],
          [/Candidate 3 of [^]*\(q\)uit: $/, 'q\r'],
        ],
      );
      expect(outcome).toContain('"maybe" is none of them.');
      expect(outcome).toMatch(/2 judgements were written, 1 left open\./);
      const judgements = await standing();
      expect(judgements.map(({ verdict, reason, judge }) => [verdict, reason, judge]).sort()).toEqual([
        ['DIFFERENT', 'Others say so.', 'Me'],
        ['SAME', 'The same words.', 'Me'],
      ]);
      expect(judgements.map(({ recordedIn }) => recordedIn).sort()).toEqual([2, 3]);
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'loses nothing that was confirmed when Ctrl-C ends it',
    async () => {
      const outcome = await atTerminal(
        ['dedupe', '--kind', 'Doctor', '--judge', 'Me'],
        [
          [/\(q\)uit: $/, 'u\r'],
          [/Why\? $/, 'It cannot be told.\r'],
          [/Candidate 2 of [^]*\(q\)uit: $/, 's\r'],
          [/Why\? $/, '\u0003'],
        ],
      );
      expect(outcome).toMatch(/1 judgement was written, 1 left open\./);
      expect((await standing()).map(({ verdict }) => verdict)).toEqual(['UNSURE']);
      expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });
    },
  );
});

async function standing(): Promise<JudgementRecord[]> {
  const { stdout } = await confrere(folder, ['judgements', '--json']);
  return JSON.parse(stdout) as JudgementRecord[];
}

/** Runs `confrere` at a terminal, typing each answer once its question stands there; gives all that was shown. */
function atTerminal(
  arguments_: readonly string[],
  answers: readonly (readonly [RegExp, string])[],
): Promise<string> {
  const command = [process.execPath, '--import', import.meta.resolve('tsx'), MAIN, ...arguments_];
  const child = spawn('script', ['-qec', command.map((word) => `'${word}'`).join(' '), '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], SHELL: '/bin/sh', TERM: 'dumb' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let shown = '';
  let fresh = '';
  const left = [...answers];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    // Where the terminal puts its cursor is no matter here.
    fresh = `${fresh}${text}`.replace(/\u001b\[[0-9;]*[A-Z]/gi, '');
    const [next] = left;
    if (next === undefined || !next[0].test(fresh)) return;
    left.shift();
    fresh = '';
    child.stdin.write(next[1]);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      if (left.length === 0) resolve(shown);
      else reject(new Error(`${left.length} questions did not come:\n${shown}`));
    });
  });
}
