#!/usr/bin/env node
import { stripVTControlCharacters } from 'node:util';
import { defineCommand, renderUsage, runCommand } from 'citty';
import type { ArgsDef, CommandDef } from 'citty';
import { settleNodeEnvironment } from '../config.js';
import { didYouMean } from '../nearest.js';
import { packageVersion } from '../paths.js';
import { refuseUnknownArguments } from './arguments.js';
import { UsageError, reportFailure } from './failures.js';

/** Each is loaded when it is called: a check of the data has no need of a web server. */
const commands: Readonly<Record<string, () => Promise<CommandDef>>> = {
  serve: async () => (await import('./commands/serve.js')).serve,
  import: async () => withAnyArguments((await import('./commands/import.js')).importCommand),
  check: async () => (await import('./commands/check.js')).check,
  backup: async () => withAnyArguments((await import('./commands/backup.js')).backup),
  restore: async () => withAnyArguments((await import('./commands/restore.js')).restore),
  dedupe: async () => withAnyArguments((await import('./commands/dedupe.js')).dedupe),
  judge: async () => withAnyArguments((await import('./commands/judge.js')).judgeCommand),
  judgements: async () => withAnyArguments((await import('./commands/judgements.js')).judgements),
  neo4j: async () => withAnyArguments((await import('./commands/neo4j.js')).neo4j),
};

const program = defineCommand({
  meta: {
    name: 'confrere',
    version: packageVersion(),
    description: 'A knowledge graph of medical cooperation, with the source of every answer',
  },
  subCommands: commands,
});

settleNodeEnvironment();
// Whoever reads the output may stop early, as `head` does; that is no reason to stop in the middle of a write.
for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreBrokenPipe);

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportFailure(error);
}

/** Without the name of a command, `serve` is meant. */
async function run(given: readonly string[]): Promise<void> {
  const isNamed = given[0] !== undefined && !given[0].startsWith('-');
  const [name, rawArgs] = isNamed ? [given[0], given.slice(1)] : [undefined, [...given]];
  const wantsHelp = rawArgs.some((each) => each === '--help' || each === '-h');
  if (name === undefined && wantsHelp) return showHelp(program);
  if (name === undefined && rawArgs.length === 1 && rawArgs[0] === '--version') {
    return console.log(packageVersion());
  }
  const command = await commandNamed(name ?? 'serve');
  if (wantsHelp) return showHelp(command, program);
  await refuseUnknownArguments(command, rawArgs);
  await runCommand(command, { rawArgs });
}

async function commandNamed(name: string): Promise<CommandDef> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return load();
  const names = Object.keys(commands);
  const hint = didYouMean(name, names) || `; there are ${names.join(', ')}`;
  throw new UsageError(`There is no command "${name}"${hint}`);
}

async function showHelp(command: CommandDef, parent?: CommandDef): Promise<void> {
  const help = await renderUsage(command, parent);
  console.log(process.stdout.isTTY ? help : stripVTControlCharacters(help));
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** What the arguments of a command are called matters to itself alone. */
function withAnyArguments<Arguments extends ArgsDef>(command: CommandDef<Arguments>): CommandDef {
  return command as unknown as CommandDef;
}
