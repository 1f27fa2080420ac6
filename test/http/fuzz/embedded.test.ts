import { rounds } from '../../helpers/soak.js';
import { newFile } from '../../helpers/stores.js';
import { fuzzSuite } from './suite.js';

fuzzSuite('embedded', newFile, rounds(600, 10_000), { executed: 0.5, filled: 0.4 });
