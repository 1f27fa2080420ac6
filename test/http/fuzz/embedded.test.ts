import { rounds } from '../../helpers/soak.js';
import { newFile } from '../../helpers/stores.js';
import { fuzzSuite } from './suite.js';

fuzzSuite('embedded', newFile, rounds(600, 10_000), {
  executed: rounds(0.45, 0.9),
  filled: rounds(0.4, 0.85),
});
