// `npm start`: builds what has changed, then serves in this same process. Arguments after `npm start --` are those of
// `confrere serve`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const main = new URL('dist/cli/main.js', root);
const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));

if (existsSync(compiler)) {
  if (!existsSync(main)) console.error('Building Confrere; the first time takes a little longer.');
  const arguments_ = [compiler, '-p', fileURLToPath(new URL('tsconfig.build.json', root))];
  const { status } = spawnSync(process.execPath, arguments_, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
} else if (!existsSync(main)) {
  console.error(
    'Confrere is not built and its compiler is not installed. Run `npm ci --include=dev` and start again.',
  );
  process.exit(1);
}

// A signal to npm ends npm and the shell that npm put between, and the shell passes it on to nobody. Nothing else than
// such an end gives this process another parent.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

const entry = fileURLToPath(main);
process.argv.splice(1, process.argv.length - 1, entry, 'serve', ...process.argv.slice(2));
await import(main.href);
