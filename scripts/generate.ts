/*
 * `npm run generate` writes every committed file that follows from the code: the GraphQL schema, the JSON Schema of
 * bundles, the types of the example questions, the settings table of the README and the kinds in seeds/README.md.
 * `npm run check:drift` derives them again without writing and fails where a committed one differs.
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
import { entityKindList, factKindList } from './kindLists.js';

interface DerivedFile {
  /** From the root of the project. */
  path: string;
  content: string;
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const changed = await findChanged(await deriveFiles());
if (process.argv.includes('--check')) refuseDrift(changed);
else await write(changed);

async function deriveFiles(): Promise<DerivedFile[]> {
  const schema = printedSchema();
  return [
    { path: 'schema/schema.graphql', content: schema },
    {
      path: 'schema/bundle.schema.json',
      content: `${JSON.stringify(bundleJsonSchema(ontology), null, 2)}\n`,
    },
    await derivePage('README.md', { settings: settingsTable() }),
    await derivePage('seeds/README.md', {
      'entity-kinds': entityKindList(ontology),
      'fact-kinds': factKindList(ontology),
    }),
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

/** A page with its derived parts put anew between their marks. */
async function derivePage(path: string, parts: Readonly<Record<string, string>>): Promise<DerivedFile> {
  let page = await readFile(path, 'utf8');
  for (const [name, part] of Object.entries(parts)) page = withPart(page, { path, name, part });
  const style = await resolveConfig(path);
  return { path, content: await format(page, { ...style, parser: 'markdown' }) };
}

function withPart(page: string, { path, name, part }: { path: string; name: string; part: string }): string {
  const [startMark, endMark] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const start = page.indexOf(startMark);
  const end = page.indexOf(endMark);
  if (start === -1 || end < start) {
    throw new Error(`${path} needs the lines ${startMark} and ${endMark}, in this order.`);
  }
  return `${page.slice(0, start + startMark.length)}\n\n${part}\n\n${page.slice(end)}`;
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
