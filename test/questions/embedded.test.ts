import { newFile } from '../helpers/stores.js';
import { questionProperties } from './questions.js';

questionProperties('the embedded store', newFile);
