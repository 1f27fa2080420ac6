// Builds what has changed since it was built: after an install (`prepare` in package.json), so that the first start need not, and
// before each start. `node scripts/build.mjs [DIR]` builds into another folder than `dist`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const configuration = join(root, 'tsconfig.build.json');
const sources = ['src', 'scripts/build.mjs', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** The program of the command line, and that of the threads of the embedded store. */
const PROGRAMS = { main: 'cli/main.js', worker: 'store/sqlite/worker.js' };

/** What has files of its own that it looks for, or is to be the same one for somebody else; and what few ever load. */
const APART = [
  '@opentelemetry/*',
  '@redis/client',
  'libsql',
  'neo4j-driver',
  'pino',
  'prom-client',
  'class-validator',
];

export const main = join(root, 'dist/main.js');

/** False where it is to be built and cannot be, for want of the compiler or for errors, which the compiler tells. */
export async function buildWhatChanged(into = join(root, 'dist')) {
  // A file whose time is that of the last build.
  const stamp = join(into, '.built');
  const newest = newestOf(sources.map((path) => join(root, path)));
  if (existsSync(join(into, 'main.js')) && existsSync(stamp) && newest < statSync(stamp).mtimeMs) return true;
  // What is delivered is built already, and comes without either.
  if (!existsSync(compiler) || !existsSync(configuration)) return existsSync(join(into, 'main.js'));
  const begun = new Date();
  if (!compile(into)) return false;
  await bundle(into);
  // What was changed while it was built is built anew.
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
  return true;
}

function compile(into) {
  const options = ['--outDir', join(into, 'modules'), '--tsBuildInfoFile', join(into, '.tsbuildinfo')];
  return (
    spawnSync(process.execPath, [compiler, '-p', configuration, ...options], { stdio: 'inherit' }).status ===
    0
  );
}

/** Puts what is run into a few files: a thousand modules take Node longer to find and load than everything else at a start. */
async function bundle(into) {
  const { build } = await import('esbuild');
  for (const name of readdirSync(into).filter((each) => each.endsWith('.js'))) rmSync(join(into, name));
  await build({
    entryPoints: Object.entries(PROGRAMS).map(([out, path]) => ({ in: join(into, 'modules', path), out })),
    outdir: into,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    external: APART,
    define: { IS_BUNDLED: 'true' },
    // What is written for `require` finds it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

/** A folder is as new as the last change in it, also where a file was taken away. */
function newestOf(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) return Infinity;
      const inside = found.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
      return Math.max(found.mtimeMs, newestOf(inside));
    }),
  );
}

// An install does not fail for an error in the sources; the start says it again.
if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildWhatChanged(process.argv[2] === undefined ? undefined : resolve(process.argv[2]));
