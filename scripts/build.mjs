// Builds what has changed since it was built: after an install (`prepare` in package.json), so that the first start need not, and
// before each start.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const configuration = join(root, 'tsconfig.build.json');
const sources = [
  join(root, 'src'),
  configuration,
  join(root, 'tsconfig.json'),
  join(root, 'package-lock.json'),
];
/** What is run, and a file whose time is that of the last build. */
export const main = join(root, 'dist/cli/main.js');
const stamp = join(root, 'dist/.built');

/** False where it is to be built and cannot be, for want of the compiler or for errors, which the compiler tells. */
export function buildWhatChanged() {
  if (existsSync(main) && existsSync(stamp) && newest(sources) < statSync(stamp).mtimeMs) return true;
  // What is delivered is built already, and comes without either.
  if (!existsSync(compiler) || !existsSync(configuration)) return existsSync(main);
  const begun = new Date();
  const { status } = spawnSync(process.execPath, [compiler, '-p', configuration], { stdio: 'inherit' });
  if (status !== 0) return false;
  // What was changed while it was built is built anew.
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
  return true;
}

/** A folder is as new as the last change in it, also where a file was taken away. */
function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) return Infinity;
      const inside = found.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
      return Math.max(found.mtimeMs, newest(inside));
    }),
  );
}

// An install does not fail for an error in the sources; the start says it again.
if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhatChanged();
