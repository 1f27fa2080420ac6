import { parseArgs } from 'node:util';
import type { ArgsDef, CommandDef } from 'citty';
import { UsageError } from './failures.js';

/** Refuses, with a `UsageError`, options that a command does not have, which citty would pass over in silence. */
export async function refuseUnknownArguments(command: CommandDef, rawArgs: readonly string[]): Promise<void> {
  const definitions = await resolved(command.args);
  const options = Object.entries(definitions).filter(([, { type }]) => type !== 'positional');
  try {
    parseArgs({
      args: [...rawArgs],
      allowPositionals: options.length < Object.keys(definitions).length,
      options: Object.fromEntries(
        options.map(
          ([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string' }] as const,
        ),
      ),
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message);
  }
}

/** The one file that a command is given, as all its words; refuses several, as a name with a space becomes without quotes. */
export function oneFile(words: readonly string[]): string {
  const [file, ...rest] = words;
  if (file !== undefined && file !== '' && rest.length === 0) return file;
  throw new UsageError(`expected one file, got "${words.join(' ')}"; put a name that has spaces in quotes`);
}

async function resolved(definitions: CommandDef['args']): Promise<ArgsDef> {
  return (typeof definitions === 'function' ? await definitions() : await definitions) ?? {};
}
