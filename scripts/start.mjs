// `npm start`: builds what has changed, then serves in this same process. Arguments after `npm start --` are those of
// `confrere serve`.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { buildWhatChanged, main } from './build.mjs';

if (!existsSync(main)) console.error('Building Confrere; the first time takes a little longer.');
if (!(await buildWhatChanged())) {
  if (!existsSync(main))
    console.error(
      'Confrere is not built. Run `npm ci --include=dev`, mend what the compiler tells, and start again.',
    );
  process.exit(1);
}

// A signal to npm ends npm and the shell that npm put between, and the shell passes it on to nobody. Nothing else than
// such an end gives this process another parent.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

process.argv.splice(1, process.argv.length - 1, main, 'serve', ...process.argv.slice(2));
await import(pathToFileURL(main).href);
