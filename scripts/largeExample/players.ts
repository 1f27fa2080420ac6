import type { Random } from './random.js';
import { HUB_DOCTOR, HUB_EVERY, HUB_HOSPITAL, keyOf } from './world.js';
import type { Numbered, World } from './world.js';

/** Unnamed people as a bundle writes them. */
export interface WrittenGroup {
  group: string;
  quantity?: { text: string; min?: number; max?: number; unit?: string };
}

export type Player = string | WrittenGroup;

/** As sources speak of people whom they do not name: with bounds where the words give them. */
const GROUPS: readonly [WrittenGroup, ...WrittenGroup[]] = [
  { group: 'nurses of several wards', quantity: { text: 'over 40', min: 40, unit: 'nurses' } },
  { group: 'young doctors', quantity: { text: 'hundreds' } },
  { group: 'a class', quantity: { text: '15-20', min: 15, max: 20, unit: 'people' } },
  { group: 'guests', quantity: { text: 'nearly 300', max: 300 } },
  { group: 'colleagues' },
];

/** How far the one who teaches may stand from the one who is taught, as a share of all doctors. */
const TEACHING_DISTANCE = 0.15;

/** Who takes part in one fact. Doctors with small numbers came first, and mostly teach those after them. */
export class Players {
  /** Whether the fact has to have the busy doctor, or the busy hospital, in it. */
  readonly hubDoctor: boolean;
  readonly hubHospital: boolean;
  private readonly late: number;

  constructor(
    private readonly random: Random,
    private readonly world: World,
    fact: number,
  ) {
    this.hubHospital = fact % HUB_EVERY === 0;
    this.hubDoctor = fact % HUB_EVERY === HUB_EVERY / 2;
    this.late = 2 + random.below(world.doctor - 1);
  }

  /** How late in history the fact lies, from 0 to 1. */
  get share(): number {
    return this.late / this.world.doctor;
  }

  /** The doctor it is about: the busy one where it is that one’s turn. */
  doctor(): string {
    return this.hubDoctor ? HUB_DOCTOR : keyOf('doctor', this.late);
  }

  /** A doctor who came before, the busy one included; seldom one who came after, which closes circles. */
  teacher(): string {
    if (this.hubDoctor) return HUB_DOCTOR;
    const reach = Math.max(1, Math.round(this.world.doctor * TEACHING_DISTANCE));
    const away = 1 + this.random.skewed(reach);
    const number = this.random.chance(0.03) ? this.late + away : this.late - away;
    return keyOf('doctor', Math.min(Math.max(number, 1), this.world.doctor));
  }

  /** Who is taught, never the teacher. */
  pupils(teacher: string): Player[] {
    const { random, world } = this;
    const others = Array.from({ length: 1 + random.skewed(4) }, (_, index) =>
      keyOf('doctor', 1 + ((this.late - 1 + index * 7) % world.doctor)),
    );
    const pupils: Player[] = [...new Set(others)].filter((key) => key !== teacher);
    if (pupils.length === 0 || random.chance(0.15)) pupils.push(random.pick(GROUPS));
    return pupils;
  }

  /** The hospital where it is; the busy one where it is that one’s turn. */
  hospital(): string {
    return this.hubHospital ? HUB_HOSPITAL : this.any('hospital');
  }

  /** Two hospitals, the first of them as `hospital` gives it. */
  hospitals(): [string, string] {
    const first = this.hospital();
    const second = this.any('hospital');
    if (first !== second) return [first, second];
    return [first, keyOf('hospital', second === keyOf('hospital', 1) ? 2 : 1)];
  }

  group(): WrittenGroup {
    return this.random.pick(GROUPS);
  }

  /** Some record of the kind, those with small numbers far more often. */
  any(kind: Numbered): string {
    return keyOf(kind, 1 + this.random.skewed(this.world[kind]));
  }
}
