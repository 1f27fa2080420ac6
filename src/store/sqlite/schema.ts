/**
 * The steps by which a file came to its present form, oldest first; the number of steps taken is its `user_version`.
 * A step that has been released never changes: whatever is to be different becomes a step of its own.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    // The records, whole and as text, and their earlier revisions. Nothing else here says anything that these do not.
    sql: `
      CREATE TABLE changeset (
        number INTEGER PRIMARY KEY, text TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE source (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE entity (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE fact (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE judgement (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, digest TEXT NOT NULL,
        -- Read out of the text when asked, so that they cannot say anything else than it.
        first TEXT AS (CASE WHEN json_valid(text) THEN json_extract(text, '$.entities[0]') END) VIRTUAL,
        second TEXT AS (CASE WHEN json_valid(text) THEN json_extract(text, '$.entities[1]') END) VIRTUAL,
        dropped INTEGER AS (CASE WHEN json_valid(text) THEN json_extract(text, '$.droppedIn') END) VIRTUAL
      ) STRICT;
      CREATE INDEX judgement_first ON judgement (first, key) WHERE dropped IS NULL;
      CREATE INDEX judgement_second ON judgement (second, key) WHERE dropped IS NULL;
      CREATE TABLE source_revision (
        key TEXT NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (key, revision)
      ) STRICT;
      CREATE TABLE entity_revision (
        key TEXT NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (key, revision)
      ) STRICT;
    `,
    rederive: [],
  },
  {
    // The rows by which records are found. They are apart from the texts so that a search reads little, and carry the
    // order key of their record so that a page of the longest list is one step into an index.
    sql: `
      CREATE TABLE entity_row (
        id INTEGER PRIMARY KEY REFERENCES entity (id),
        key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name_order TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX entity_row_kind_name ON entity_row (kind, name_order);
      CREATE INDEX entity_row_kind_key ON entity_row (kind, key);
      CREATE TABLE entity_name (
        name_key TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity_row (id),
        PRIMARY KEY (name_key, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_name_entity ON entity_name (entity);
      CREATE TABLE entity_external_id (
        external_id TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity_row (id),
        PRIMARY KEY (external_id, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_external_id_entity ON entity_external_id (entity);
      CREATE TABLE entity_link (
        target TEXT NOT NULL, relation TEXT NOT NULL, name_order TEXT NOT NULL,
        entity INTEGER NOT NULL REFERENCES entity_row (id),
        PRIMARY KEY (target, relation, name_order, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_link_entity ON entity_link (entity);
      CREATE TABLE entity_citation (
        source TEXT NOT NULL, name_order TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity_row (id),
        PRIMARY KEY (source, name_order, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_citation_entity ON entity_citation (entity);

      CREATE TABLE fact_row (
        id INTEGER PRIMARY KEY REFERENCES fact (id),
        key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL, modality TEXT NOT NULL,
        negated INTEGER NOT NULL, time_order TEXT NOT NULL UNIQUE,
        earliest_start INTEGER NOT NULL, latest_start INTEGER NOT NULL,
        earliest_end INTEGER NOT NULL, latest_end INTEGER NOT NULL, yearless TEXT NOT NULL
      ) STRICT;
      CREATE INDEX fact_row_kind_time ON fact_row (kind, time_order);
      CREATE INDEX fact_row_kind_key ON fact_row (kind, key);
      CREATE TABLE participant (
        entity TEXT NOT NULL, role TEXT NOT NULL, time_order TEXT NOT NULL,
        fact INTEGER NOT NULL REFERENCES fact_row (id),
        PRIMARY KEY (entity, role, time_order, fact)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX participant_fact ON participant (fact);
      CREATE TABLE fact_citation (
        source TEXT NOT NULL, time_order TEXT NOT NULL, fact INTEGER NOT NULL REFERENCES fact_row (id),
        PRIMARY KEY (source, time_order, fact)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX fact_citation_fact ON fact_citation (fact);
    `,
    rederive: ['entity', 'fact'],
  },
  {
    // When each record, and each status of a fact, came to be known. The status that a fact has now is in its row, and
    // those before it, which few facts have, are apart.
    sql: `
      DELETE FROM entity_name;
      DELETE FROM entity_external_id;
      DELETE FROM entity_link;
      DELETE FROM entity_citation;
      DELETE FROM entity_row;
      DELETE FROM participant;
      DELETE FROM fact_citation;
      DELETE FROM fact_row;
      ALTER TABLE entity_row ADD COLUMN recorded_in INTEGER NOT NULL;
      CREATE INDEX entity_row_recorded ON entity_row (recorded_in, key);
      ALTER TABLE fact_row ADD COLUMN recorded_in INTEGER NOT NULL;
      ALTER TABLE fact_row ADD COLUMN status_since INTEGER NOT NULL;
      CREATE TABLE fact_status (
        fact INTEGER NOT NULL REFERENCES fact_row (id), since INTEGER NOT NULL, status TEXT NOT NULL,
        PRIMARY KEY (fact, since)
      ) STRICT, WITHOUT ROWID;
      ${['source', 'source_revision', 'entity', 'entity_revision'].map(readRecordedIn).join('')}
    `,
    rederive: ['entity', 'fact'],
  },
  {
    // The words of names. Each stands in a table of its own too, forwards and backwards, so that words are found by how
    // they begin or end however many names have them.
    sql: `
      ${emptyEntityRows()}
      CREATE TABLE entity_word (
        word TEXT NOT NULL, name_order TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entity_row (id),
        PRIMARY KEY (word, name_order, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_word_entity ON entity_word (entity);
      CREATE TABLE word (word TEXT PRIMARY KEY, backwards TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX word_backwards ON word (backwards);
    `,
    rederive: ['entity'],
  },
  {
    // When a judgement was made or dropped, whichever came last.
    sql: `
      ALTER TABLE judgement ADD COLUMN changed INTEGER AS (
        CASE WHEN json_valid(text) THEN
          coalesce(json_extract(text, '$.droppedIn'), json_extract(text, '$.recordedIn'))
        END
      ) VIRTUAL;
      CREATE INDEX judgement_changed ON judgement (changed, key);
    `,
    rederive: [],
  },
  {
    // The words of what facts state, and of what sources are called by.
    sql: ['fact', 'source'].map(wordTables).join(''),
    rederive: ['factWords', 'source'],
  },
  {
    // The names of people are read word by word, and what French has elided is read without that too.
    sql: `
      ${['entity_word', 'word', 'fact_word', 'fact_vocabulary', 'source_word', 'source_vocabulary']
        .map((table) => `DELETE FROM ${table};`)
        .join(' ')}
      ${emptyEntityRows()}
    `,
    rederive: ['entity', 'factWords', 'source'],
  },
  {
    // When facts and sources came to their present form; of entities and judgements an index tells it already.
    sql: `
      CREATE INDEX fact_row_changed ON fact_row (status_since, key);
      CREATE INDEX source_changed ON source (recorded_in, key);
    `,
    rederive: [],
  },
];

/** The words of records, and each of these words forwards and backwards. */
function wordTables(record: string): string {
  const owner = record === 'fact' ? 'fact_row' : record;
  return `
    CREATE TABLE ${record}_word (
      word TEXT NOT NULL, ${record} INTEGER NOT NULL REFERENCES ${owner} (id),
      PRIMARY KEY (word, ${record})
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${record}_word_${record} ON ${record}_word (${record});
    CREATE TABLE ${record}_vocabulary (word TEXT PRIMARY KEY, backwards TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX ${record}_vocabulary_backwards ON ${record}_vocabulary (backwards);
  `;
}

/** Before they are derived anew. */
function emptyEntityRows(): string {
  const tables = ['entity_name', 'entity_external_id', 'entity_link', 'entity_citation', 'entity_row'];
  return tables.map((table) => `DELETE FROM ${table};`).join(' ');
}

/** Like the columns of a judgement: read out of the text when asked. */
function readRecordedIn(table: string): string {
  return `ALTER TABLE ${table} ADD COLUMN
    recorded_in INTEGER AS (CASE WHEN json_valid(text) THEN json_extract(text, '$.recordedIn') END) VIRTUAL;`;
}

export interface Migration {
  sql: string;
  /** Of which records the rows beside them are to be derived anew; the step leaves their tables empty. */
  rederive: readonly ('entity' | 'fact' | 'factWords' | 'source')[];
}

/** The form of the file that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Says in the header of the file whose it is: "CFRE". */
export const APPLICATION_ID = 0x43465245;
