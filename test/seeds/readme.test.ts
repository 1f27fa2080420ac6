import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importBundles } from '../../src/ingest/index.js';
import { ontology } from '../../src/ontology/index.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

const README = new URL('../../seeds/README.md', import.meta.url);
const temporary = mkdtemp(join(tmpdir(), 'confrere-readme-'));

afterAll(async () => rm(await temporary, { recursive: true }));

describe('the page on bundles', () => {
  it('has an example that can be imported', async () => {
    const [, example = ''] = /```yaml\n([^]*?)```/.exec(await readFile(README, 'utf8')) ?? [];
    const file = join(await temporary, 'example.yaml');
    await writeFile(file, example);
    const { records } = await importBundles(new ReferenceStore(ontology), [file], {
      author: 'test',
      note: '',
    });
    expect(records.facts.added).toBe(3);
  });
});
