import { timeBounds } from '../../ontology/index.js';
import type { FactRecord, Group } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import type { FactFilter } from '../../store/port.js';
import type { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import { ascending } from '../view/sorted.js';
import { turned } from './chain.js';
import type { Extent } from './chain.js';

export type Direction = 'DESCENDANTS' | 'ANCESTORS';

/** One step of a lineage: a training that leads from someone to somebody whom they taught, or who taught them. */
export interface TrainingStep {
  readonly fact: string;
  /** Orders steps by time, then by the key of the training. */
  readonly order: string;
  readonly from: string;
  /** The key of an entity; or of a group, the key of the training and the place of the group in it. */
  readonly to: string;
  /** Unnamed people: counted, and never continued through. */
  readonly group?: Group;
  /** Turned round for ancestors, so that a walk always goes from smaller days to greater ones. */
  readonly extent: Extent;
}

const ROLES = {
  DESCENDANTS: { from: 'TRAINER', to: 'TRAINEE' },
  ANCESTORS: { from: 'TRAINEE', to: 'TRAINER' },
} as const;

/** The trainings that lead on from each entity, read when they are first asked for, and once. */
export class TrainingSteps {
  private readonly known = new Map<string, TrainingStep[]>();

  constructor(
    private readonly reading: Reading,
    private readonly direction: Direction,
    private readonly filter: FactFilter,
  ) {}

  /** Reads what leads on from these entities, each once among them. */
  async read(entities: readonly string[], pace: Pace): Promise<void> {
    const news = entities.filter((key) => !this.known.has(key));
    const unknown = await pace.sorted(news, ascending);
    unknown.forEach((key) => this.known.set(key, []));
    const { from } = ROLES[this.direction];
    for await (const portion of this.reading.factsOf(unknown, [from], this.filter)) {
      for (const { entity, facts } of portion) {
        const steps = this.known.get(entity);
        for (const fact of facts) {
          steps?.push(...stepsOf(fact, entity, this.direction));
          if (pace.due) await pace.pause();
        }
      }
    }
  }

  /** What leads on from an entity that was read. */
  from(entity: string): readonly TrainingStep[] {
    return this.known.get(entity) ?? [];
  }
}

function stepsOf(fact: FactRecord, from: string, direction: Direction): TrainingStep[] {
  const { to } = ROLES[direction];
  const extent = extentOf(fact, direction);
  const order = factOrderKey(fact, 'TIME');
  return fact.participants.flatMap((participant, place): TrainingStep[] => {
    const { role, entity, group } = participant;
    if (role !== to || entity === from) return [];
    const step = { fact: fact.key, order, from, extent };
    return [group === undefined ? { ...step, to: entity } : { ...step, to: `${fact.key}#${place}`, group }];
  });
}

function extentOf({ time }: FactRecord, direction: Direction): Extent {
  const bounds = timeBounds(time);
  const extent = { first: bounds?.earliestStart ?? -Infinity, last: bounds?.latestEnd ?? Infinity };
  return direction === 'DESCENDANTS' ? extent : turned(extent);
}
