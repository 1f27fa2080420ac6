/** A table into which rows are written, and the columns that their values are for. */
export class Target {
  private readonly marks: string;
  private readonly statements = new Map<number, string>();

  /** `into` is written `table (column, column)`. Where rows may be there already, `ifNew` leaves those as they are. */
  constructor(
    private readonly into: string,
    readonly ifNew = false,
  ) {
    this.marks = `(${into.split(',').fill('?').join(', ')})`;
  }

  /** The statement that writes so many rows. */
  statementFor(rows: number): string {
    let statement = this.statements.get(rows);
    if (statement === undefined) {
      const values = new Array<string>(rows).fill(this.marks).join(', ');
      statement = `INSERT INTO ${this.into} VALUES ${values}${this.ifNew ? ' ON CONFLICT DO NOTHING' : ''}`;
      this.statements.set(rows, statement);
    }
    return statement;
  }
}

/** Where rows are written, in the order in which they can be: what rows refer to stands before them. */
export const TARGETS = {
  source: new Target('source (id, key, text, digest)'),
  entity: new Target('entity (id, key, text, digest)'),
  fact: new Target('fact (id, key, text, digest)'),
  judgement: new Target('judgement (id, key, text, digest)'),
  entityRow: new Target('entity_row (id, key, kind, name_order, recorded_in)'),
  entityName: new Target('entity_name (name_key, entity)'),
  entityWord: new Target('entity_word (word, name_order, entity)'),
  entityExternalId: new Target('entity_external_id (external_id, entity)'),
  entityLink: new Target('entity_link (target, relation, name_order, entity)'),
  entityCitation: new Target('entity_citation (source, name_order, entity)'),
  factRow: new Target(
    `fact_row (id, key, kind, status, modality, negated, time_order,
      earliest_start, latest_start, earliest_end, latest_end, yearless, recorded_in, status_since)`,
  ),
  participant: new Target('participant (entity, role, time_order, fact)'),
  factCitation: new Target('fact_citation (source, time_order, fact)'),
  factStatus: new Target('fact_status (fact, since, status)'),
  factWord: new Target('fact_word (word, fact)'),
  sourceWord: new Target('source_word (word, source)'),
  entityVocabulary: new Target('word (word, backwards)', true),
  factVocabulary: new Target('fact_vocabulary (word, backwards)', true),
  sourceVocabulary: new Target('source_vocabulary (word, backwards)', true),
};
