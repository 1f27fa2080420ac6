import { newReference } from '../helpers/stores.js';
import { storeContract } from './storeContract.js';

// What judges the stores is held to the same words as they.
storeContract('the reference store', newReference);
