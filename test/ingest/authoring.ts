import { ontology } from '../../src/ontology/index.js';
import type { Citation, EntityContent, JudgementContent, SourceContent } from '../../src/ontology/index.js';
import type { BundleContents, StatedFact } from '../../src/ingest/contents.js';

/*
 * From contents back to the form in which a person writes them, to hold the reader to what it read.
 */

/** A bundle that says this. Citations of its own source leave the source out. */
export function bundleOf(
  source: SourceContent | undefined,
  { entities, facts, judgements }: Omit<BundleContents, 'sources'>,
): object {
  return {
    ...(source === undefined ? {} : { source }),
    entities: entities.map((entity) => entityForm(entity, source?.key)),
    facts: facts.map((fact) => factForm(fact, source?.key)),
    judgements: judgements.map(judgementForm),
  };
}

function entityForm(entity: EntityContent, own: string | undefined): object {
  const { kind, key, names, properties, relations, externalIds, citations, editor, note } = entity;
  const links = ontology.relationsFrom(kind).flatMap(({ name, field, many }) => {
    const forms = relations
      .filter(({ relation }) => relation === name)
      .map((link) => said({ to: link.to, cites: citesForm(link.citations, own), editor: link.editor }));
    return forms.length === 0 ? [] : [[field, many ? forms : forms[0]] as const];
  });
  return said({
    kind,
    key,
    names: names.map((name) =>
      Object.keys(name).length === 2 && name.kind === 'OFFICIAL' ? name.text : name,
    ),
    ...properties,
    ...Object.fromEntries(links),
    ids: Object.fromEntries(externalIds.map(({ scheme, value }) => [scheme, value])),
    cites: citesForm(citations, own),
    editor,
    note,
  });
}

function factForm({ content, status }: StatedFact, own: string | undefined): object {
  const { kind, key, statement, participants, properties, citations, negated, modality, ...rest } = content;
  const roles = ontology.factKind(kind).roles.flatMap(({ name, field, many }) => {
    const forms = participants
      .filter(({ role }) => role === name)
      .map(({ entity, group }) => entity ?? said({ group: group?.label, quantity: group?.quantity }));
    return forms.length === 0 ? [] : [[field, many ? forms : forms[0]] as const];
  });
  return said({
    kind,
    key,
    statement,
    ...Object.fromEntries(roles),
    ...properties,
    ...rest,
    // What is usual may be left out.
    modality: modality === 'FACTUAL' ? undefined : modality,
    status: status === 'ACCEPTED' ? undefined : status,
    negated: negated || undefined,
    cites: citesForm(citations, own),
  });
}

function judgementForm(judgement: JudgementContent): object {
  return judgement;
}

function citesForm(citations: readonly Citation[], own: string | undefined): object[] {
  return citations.map(({ source, ...locator }) => (source === own ? locator : { source, ...locator }));
}

function said(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
