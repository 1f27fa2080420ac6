import { ConfrereError } from '../../errors.js';
import type { Ontology } from '../../ontology/index.js';

/** Labels that the graph has beside those of the kinds. */
export const LABEL = {
  entity: 'Entity',
  fact: 'Fact',
  source: 'Source',
  judgement: 'Judgement',
  changeset: 'Changeset',
  entityRevision: 'EntityRevision',
  sourceRevision: 'SourceRevision',
  /** One name key of an entity. */
  name: 'Name',
  externalId: 'ExternalId',
  /** A word that names have; its key is the word. */
  word: 'Word',
  /** The same of what facts state, and of what sources are called by. */
  factWord: 'StatementWord',
  sourceWord: 'TitleWord',
  /** The one node that says that the database belongs to Confrere, and at which version it stands. */
  store: 'ConfrereStore',
  /** The one node that says which changesets can be found; see progress.ts. */
  progress: 'ConfrereProgress',
} as const;

/** The value of `id` on the one node of the store, and on that of its progress. */
export const STORE_ID = 'confrere';

/** The labels of the words that records of a label have. */
export const WORD_OF = {
  [LABEL.entity]: LABEL.word,
  [LABEL.fact]: LABEL.factWord,
  [LABEL.source]: LABEL.sourceWord,
} as const;

/** Of each sort of records, its label and the property with the changeset of its present form. */
export const CHANGED_IN = {
  [LABEL.entity]: 'recordedIn',
  [LABEL.fact]: 'statusSince',
  [LABEL.judgement]: 'changedIn',
  [LABEL.source]: 'recordedIn',
} as const;

export type Label = (typeof LABEL)[keyof typeof LABEL];

/** Relationship types that the graph has beside the roles and the relations of the ontology. */
export const EDGE = {
  cites: 'CITES',
  judges: 'JUDGES',
  named: 'NAMED',
  identifiedBy: 'IDENTIFIED_BY',
  hasWord: 'HAS_WORD',
  revisionOf: 'REVISION_OF',
} as const;

/**
 * The names that may stand in a query as labels and relationship types. Neo4j finds an index only for a label or type
 * that is written out; these all come from here, where they were checked, and never from whoever asks.
 */
export interface Vocabulary {
  entityKinds: readonly KindName[];
  factKinds: readonly KindName[];
  roles: readonly string[];
  relations: readonly string[];
}

export interface KindName {
  name: string;
  /** How the keys of the kind begin: `doctor/`. */
  keysBegin: string;
}

const WRITABLE = /^[A-Za-z]+(_[A-Za-z]+)*$/;

/** The vocabulary of an ontology. Refuses, with BAD_KIND, names that cannot stand beside the ones above. */
export function vocabularyOf(ontology: Ontology): Vocabulary {
  const kinds = [...ontology.entityKinds, ...ontology.factKinds].map(({ name }) => name);
  checkNames('label', kinds, Object.values(LABEL));
  checkNames('relationship type', [...ontology.roleNames, ...ontology.relationNames], Object.values(EDGE));
  return {
    entityKinds: ontology.entityKinds.map(kindName),
    factKinds: ontology.factKinds.map(kindName),
    roles: ontology.roleNames,
    relations: ontology.relationNames,
  };
}

function kindName({ name, prefix }: { name: string; prefix: string }): KindName {
  return { name, keysBegin: `${prefix}/` };
}

function checkNames(what: string, names: readonly string[], taken: readonly string[]): void {
  for (const name of names) {
    if (!WRITABLE.test(name) || taken.includes(name)) {
      throw new ConfrereError(
        'BAD_KIND',
        `"${name}" cannot be a ${what} in Neo4j: expected letters, and none of ${taken.join(', ')}. Name it otherwise.`,
      );
    }
  }
}
