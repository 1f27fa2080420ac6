/*
 * `npm run generate` writes every committed file that follows from the code: the GraphQL schema, the JSON Schema of
 * bundles, the types of the example questions, and the settings table of the README. `npm run check:drift` derives
 * them again without writing and fails where a committed one differs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executeCodegen, loadCodegenConfig } from '@graphql-codegen/cli';
import { format, resolveConfig } from 'prettier';
import { settingsTable } from '../src/config.js';
import { printedSchema } from '../src/graphql/schema.js';
import { bundleJsonSchema } from '../src/ingest/index.js';
import { ontology } from '../src/ontology/index.js';

interface DerivedFile {
  /** From the root of the project. */
  path: string;
  content: string;
}

const SETTINGS_START = '<!-- settings:start -->';
const SETTINGS_END = '<!-- settings:end -->';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const changed = await findChanged(await deriveFiles());
if (process.argv.includes('--check')) refuseDrift(changed);
else await write(changed);

async function deriveFiles(): Promise<DerivedFile[]> {
  const schema = printedSchema();
  const readme = withSettingsTable(await readFile('README.md', 'utf8'));
  const style = await resolveConfig('README.md');
  return [
    { path: 'schema/schema.graphql', content: schema },
    {
      path: 'schema/bundle.schema.json',
      content: `${JSON.stringify(bundleJsonSchema(ontology), null, 2)}\n`,
    },
    { path: 'README.md', content: await format(readme, { ...style, parser: 'markdown' }) },
    ...(await deriveOperationTypes(schema)),
  ];
}

/** From the schema as the code has it now, so that one run brings everything up to date. */
async function deriveOperationTypes(schema: string): Promise<DerivedFile[]> {
  const { config } = await loadCodegenConfig({ configFilePath: 'codegen.yml' });
  const { result, error } = await executeCodegen({ ...config, schema, silent: true });
  if (error) {
    console.error(`The questions in schema/operations do not fit the schema.\n${error.message}`);
    process.exit(1);
  }
  return result.map(({ filename, content }) => ({ path: filename, content }));
}

function withSettingsTable(readme: string): string {
  const start = readme.indexOf(SETTINGS_START);
  const end = readme.indexOf(SETTINGS_END);
  if (start === -1 || end < start) {
    throw new Error(`README.md needs the lines ${SETTINGS_START} and ${SETTINGS_END}, in this order.`);
  }
  const before = readme.slice(0, start + SETTINGS_START.length);
  return `${before}\n\n${settingsTable()}\n\n${readme.slice(end)}`;
}

async function findChanged(files: readonly DerivedFile[]): Promise<DerivedFile[]> {
  const committed = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => null)));
  return files.filter(({ content }, index) => content !== committed[index]);
}

function refuseDrift(changed: readonly DerivedFile[]): void {
  if (changed.length === 0) return;
  const paths = changed.map(({ path }) => `  ${path}`).join('\n');
  console.error(
    `These files no longer say what the code says:\n${paths}\nRun \`npm run generate\` and commit them.`,
  );
  process.exitCode = 1;
}

async function write(changed: readonly DerivedFile[]): Promise<void> {
  for (const { path, content } of changed) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    console.log(`Wrote ${path}`);
  }
  if (changed.length === 0) console.log('Everything was up to date.');
}
