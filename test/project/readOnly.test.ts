import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';
import { PROJECT, layOutShipped } from '../helpers/shipped.js';

const NOBODY = 65_534;

/** As the container has it: nothing can be written but the data, the user is nobody in particular, and may do nothing that root may. */
const SEALED = `
set -e
for place in "$TEMPORARY" "$PROJECT" "$ROOT"; do
  mount --bind "$place" "$place"
  mount -o remount,bind,ro "$place"
done
mount -o remount,bind,ro /
mount -t tmpfs -o uid=${NOBODY},gid=${NOBODY} data "$DATA"
for place in "$PROJECT" "$TEMPORARY" "$ROOT" /usr; do
  if touch "$place/written" 2>/dev/null; then echo "$place can be written" >&2; exit 1; fi
done
exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"
`;

const canSeal =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'setpriv', '--no-new-privs', 'true']).status === 0;
if (!canSeal)
  console.warn('A file system that is read-only is not tried: that takes root, unshare and setpriv.');

describe.skipIf(!canSeal)('the service as the container runs it', () => {
  let root: string;
  let data: string;

  beforeAll(async () => {
    root = await layOutShipped();
    data = join(root, 'data');
    mkdirSync(data);
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('writes nothing but its data, and needs no rights', async () => {
    const service = spawn(
      'unshare',
      ['--mount', 'sh', '-c', SEALED, 'sh', process.execPath, join(root, 'dist/main.js'), 'serve'],
      {
        cwd: root,
        env: {
          PATH: process.env['PATH'] ?? '',
          PROJECT,
          ROOT: root,
          TEMPORARY: dirname(root),
          DATA: data,
          CONFRERE_DATA: data,
          PORT: '0',
        },
      },
    );
    let [stdout, stderr] = ['', ''];
    service.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    service.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const ended = new Promise<number | null>((resolve) => service.once('close', resolve));
    try {
      await expect.poll(() => stdout + stderr, { timeout: 30_000 }).toMatch(/GraphQL at http/);
      const [, url = ''] = /GraphQL at (http:\/\/\S+)\/graphql/.exec(stdout) ?? [];
      const { data: answer } = (await (
        await post(url, { query: '{ facts { totalCount } }' })
      ).json()) as Answer;
      expect((answer as { facts: { totalCount: number } }).facts.totalCount).toBeGreaterThan(100);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      expect((await fetch(url)).status).toBe(200);
      service.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(stderr).toBe('');
    } finally {
      service.kill('SIGKILL');
    }
  });
});
