import { newFile } from '../helpers/stores.js';
import { storeContract } from './storeContract.js';
import { tamperWithFile } from './tamperWithFile.js';

storeContract('the embedded store', newFile, tamperWithFile);
