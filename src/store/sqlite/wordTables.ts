import type { WordsOf } from '../port.js';

interface WordTable {
  /** Where each word stands once. */
  vocabulary: string;
  /** Where it stands with each record that has it. */
  uses: string;
  /** The column there that names the record. */
  owner: string;
  /** What of a record has the words. */
  of: string;
}

/** Where the words of records stand. */
export const WORD_TABLES: Readonly<Record<WordsOf, WordTable>> = {
  entities: { vocabulary: 'word', uses: 'entity_word', owner: 'entity', of: 'name' },
  facts: { vocabulary: 'fact_vocabulary', uses: 'fact_word', owner: 'fact', of: 'statement' },
  sources: { vocabulary: 'source_vocabulary', uses: 'source_word', owner: 'source', of: 'title' },
};
