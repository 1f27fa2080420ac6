import { contradictionsIn } from '../../src/ontology/index.js';
import type { EntityContent, Identity, JudgementContent, Verdict } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { judge } from '../helpers/graph.js';

/*
 * Graphs in which what is judged one is written with one key from the first.
 */

/** The entities that operations write, by key. */
export function entitiesIn(operations: readonly Operation[]): Map<string, EntityContent> {
  return new Map(
    operations.flatMap((each) => (each.op === 'putEntity' ? [[each.entity.key, each.entity]] : [])),
  );
}

/** What is one, found by asking everyone again and again. */
export class Joined {
  private readonly judgements: JudgementContent[] = [];

  constructor(
    private readonly entities: ReadonlyMap<string, EntityContent>,
    private readonly identity: Identity,
  ) {}

  /** The judgement, where it may stand and its graph could be written with one key. */
  take(name: string, entities: readonly [string, string], of: Verdict): JudgementContent[] {
    const { judgement } = judge(name, entities, of);
    this.judgements.push(judgement);
    if (contradictionsIn(this.judgements).length === 0 && this.isWritable()) return [judgement];
    this.judgements.pop();
    return [];
  }

  membersOf(named: string): string[] {
    return this.union(this.joining(), named);
  }

  keyOf(named: string): string {
    return this.membersOf(named)[0] ?? named;
  }

  private union(joining: readonly JudgementContent[], named: string): string[] {
    const reached = new Set([named]);
    for (const at of reached) {
      for (const { entities } of joining)
        if (entities.includes(at)) for (const each of entities) reached.add(each);
    }
    return [...reached].sort();
  }

  /** Those that make one of two: an uncertain one only as long as nothing that is different becomes one. */
  private joining(): JudgementContent[] {
    const of = (which: Verdict) => this.judgements.filter(({ verdict: said }) => said === which);
    const joining = of('SAME');
    if (this.identity !== 'PROBABLE') return joining;
    for (const unsure of of('UNSURE')) {
      const more = [...joining, unsure];
      if (of('DIFFERENT').every(({ entities: [one, other] }) => !this.union(more, one).includes(other)))
        joining.push(unsure);
    }
    return joining;
  }

  /** A hospital lies in one country, and techniques make no circle. */
  private isWritable(): boolean {
    return [...this.entities.keys()].every((each) => {
      const relations = this.membersOf(each).flatMap((member) => this.entities.get(member)?.relations ?? []);
      const places = relations
        .filter(({ relation }) => relation === 'LOCATED_IN')
        .map(({ to }) => this.keyOf(to));
      const wholes = relations
        .filter(({ relation }) => relation === 'PART_OF')
        .map(({ to }) => this.keyOf(to));
      return new Set(places).size <= 1 && new Set(wholes).size <= 1;
    });
  }
}

/** The operations that write the same, with one key for all that are one. */
export function rewrite(operations: readonly Operation[], joined: Joined): Operation[] {
  const entities = entitiesIn(operations);
  return operations.flatMap((operation): Operation[] => {
    if (operation.op === 'putEntity') return rewrittenEntity(operation.entity, entities, joined);
    if (operation.op !== 'recordFact') return [operation];
    const players = new Map(
      operation.fact.participants.map((each) => {
        const player =
          each.entity === undefined ? each : { role: each.role, entity: joined.keyOf(each.entity) };
        return [JSON.stringify(player), player];
      }),
    );
    return [{ ...operation, fact: { ...operation.fact, participants: [...players.values()] } }];
  });
}

function rewrittenEntity(
  entity: EntityContent,
  entities: ReadonlyMap<string, EntityContent>,
  joined: Joined,
): Operation[] {
  if (joined.keyOf(entity.key) !== entity.key) return [];
  const links = new Map<string, EntityContent['relations'][number]>();
  for (const member of joined.membersOf(entity.key)) {
    for (const link of entities.get(member)?.relations ?? []) {
      const to = joined.keyOf(link.to);
      const name = `${link.relation} ${to}`;
      const before = links.get(name);
      const editor = before?.editor ?? link.editor;
      const citations = [...(before?.citations ?? []), ...link.citations];
      const once = [...new Map(citations.map((each) => [JSON.stringify(each), each])).values()];
      if (to !== entity.key) {
        links.set(name, {
          relation: link.relation,
          to,
          citations: once,
          ...(editor === undefined ? {} : { editor }),
        });
      }
    }
  }
  return [{ op: 'putEntity', entity: { ...entity, relations: [...links.values()] } }];
}
