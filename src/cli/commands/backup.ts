import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { displayPath } from '../../paths.js';
import { backUp } from '../../store/sqlite/backup.js';
import { oneFile } from '../arguments.js';
import { existingFile } from '../existing.js';

export const backup = defineCommand({
  meta: {
    name: 'backup',
    description: 'Writes the embedded store as it is now to one file, also while it is in use',
  },
  args: {
    file: {
      type: 'positional',
      description: 'The file to write, which must not be there yet',
      required: true,
    },
  },
  run: async ({ args }) => {
    const file = oneFile(args._);
    const store = existingFile(readConfig(), 'back up');
    const { version, bytes } = await backUp(store, file);
    const size = `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    console.log(
      `Changeset ${version} and all before it are in ${displayPath(file)} (${size}). ` +
        'Put it where this machine cannot take it along.',
    );
  },
});
