import { newFile } from '../helpers/stores.js';
import { storeContract } from './storeContract.js';

storeContract('the embedded store', newFile);
