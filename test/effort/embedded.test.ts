import { it } from 'vitest';
import { newFile } from '../helpers/stores.js';
import { expectEffort, fill } from './effort.js';

it('a question takes as much of the embedded store as is written down', async () => {
  const place = await newFile();
  try {
    const store = await place.open();
    await fill(store);
    await expectEffort(store, 'embedded.json');
  } finally {
    await place.remove();
  }
});
