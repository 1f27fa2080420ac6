import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { ConfrereError } from '../../errors.js';
import { displayPath } from '../../paths.js';
import { restore as restoreFile } from '../../store/sqlite/backup.js';
import { oneFile } from '../arguments.js';
import { checkAloud } from '../audit.js';
import { ownFile } from '../existing.js';

export const restore = defineCommand({
  meta: {
    name: 'restore',
    description: 'Makes an embedded store of a backup where there is none, once everything in it was checked',
  },
  args: {
    file: { type: 'positional', description: 'The file that `confrere backup` wrote', required: true },
  },
  run: async ({ args }) => {
    const file = oneFile(args._);
    const store = ownFile(readConfig(), 'restore');
    let restored = '';
    await restoreFile(file, store, async (copy) => {
      const { findings, records } = await checkAloud(copy, (finding) => console.log(finding));
      if (findings > 0) {
        throw new ConfrereError(
          'STORE_CORRUPT',
          `${file} is damaged: what it finds its ${records} by differs from them in ${findings} places. No store was made of it.`,
        );
      }
      restored = `changeset ${await copy.version()} and all before it, ${records}`;
    });
    console.log(`${displayPath(store)} holds ${restored}, each of them checked.`);
  },
});
