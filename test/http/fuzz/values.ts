import fc from 'fast-check';
import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { searched } from '../../helpers/arbitraries/text.js';
import { time } from '../../helpers/arbitraries/times.js';
import type { Draws } from './draws.js';
import { HOSTILE_NAMES, HOSTILE_NUMBERS, HOSTILE_TEXTS, fieldWithProto } from './hostile.js';
import type { Words } from './words.js';

/** How well an operation means: with words that fit, with some that may not, or with whatever may hurt. */
export type Mood = 'calm' | 'mixed' | 'hostile';

/** Where a value goes. */
export interface Slot {
  /** Of an argument or of a field of an input object. */
  name: string;
  /** Of the field that takes the argument. */
  field: string;
  /** The type of which the answer should tell. */
  about?: string | undefined;
}

/** Which keys fit arguments that take some. */
const KEY_PREFIXES: ReadonlyMap<string, readonly string[]> = new Map([
  ['countries', ['country']],
  ['hospitals', ['hospital']],
  ['placeCountries', ['country']],
  ['places', ['hospital', 'organisation', 'country']],
  ['programmes', ['programme']],
  ['sources', ['source']],
  ['technique', ['technique']],
  ['techniques', ['technique']],
  ['trainees', ['doctor', 'hospital', 'person']],
  ['trainerCountries', ['country']],
  ['trainers', ['doctor', 'hospital', 'person']],
  ['withoutSources', ['source']],
]);

/** Arguments that take the key of some entity. */
const ENTITY_KEYS: ReadonlySet<string> = new Set([
  ...['entities', 'from', 'key', 'keys', 'of', 'to', 'withoutEntities'],
]);

/** Makes values for arguments. They are as JSON has them; names of enums are strings. */
export class Values {
  constructor(
    private readonly words: Words,
    private readonly draws: Draws,
    private readonly mood: Mood,
  ) {}

  /** Whether an argument that may be left out is given. */
  gives(): boolean {
    return this.draws.chance({ calm: 3, mixed: 20, hostile: 25 }[this.mood]);
  }

  value(type: GraphQLInputType, slot: Slot): unknown {
    const draws = this.draws;
    if (this.mood === 'hostile' && draws.chance(25)) return this.hostile(type);
    if (this.mood === 'mixed' && draws.chance(5)) return this.hostile(type);
    if (!isNonNullType(type) && draws.chance(this.mood === 'calm' ? 1 : 6)) return null;
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const size = bare.ofType !== null && draws.chance(70) ? 1 : draws.below(5);
      return Array.from({ length: size }, () => this.value(bare.ofType, slot));
    }
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields());
      // Of a time, one of both ways to say it.
      const ways = fields.filter(({ name }) => /^true/.test(name)).map(({ name }) => name);
      const way = ways.length > 0 ? draws.one(ways) : undefined;
      const given = fields.filter(
        ({ name, type }) =>
          isNonNullType(type) || (ways.includes(name) ? name === way || draws.chance(5) : draws.chance(35)),
      );
      return Object.fromEntries(given.map(({ name, type }) => [name, this.value(type, { ...slot, name })]));
    }
    if (isEnumType(bare))
      return this.word(
        bare.getValues().map(({ name }) => name),
        slot,
      );
    switch (bare.name) {
      case 'Int':
        return this.number(slot.name);
      case 'Boolean':
        return draws.chance(50);
      case 'ID':
        return this.id(slot);
      default:
        return this.text(slot);
    }
  }

  private word(names: readonly string[], { about }: Slot): string {
    const kind = about?.toUpperCase();
    return kind !== undefined && names.includes(kind) && this.draws.chance(85) ? kind : this.draws.one(names);
  }

  private number(name: string): number {
    const { draws, words } = this;
    switch (name) {
      case 'number':
        return draws.below(words.version + 2);
      case 'first':
      case 'last':
        return draws.chance(90) ? 1 + draws.below(6) : draws.below(this.mood === 'calm' ? 20 : 101);
      default:
        return 1 + draws.below(4);
    }
  }

  private id({ about }: Slot): string {
    const { draws, words } = this;
    const fitting = words.ids.get(about ?? '');
    return fitting !== undefined && draws.chance(90)
      ? draws.one(fitting)
      : draws.one([...words.ids.values()].flat());
  }

  private text(slot: Slot): string {
    const { draws, words } = this;
    switch (slot.name) {
      case 'after':
      case 'before':
        return draws.one(words.cursors);
      case 'asKnownOn':
        return draws.chance(60)
          ? String(1 + draws.below(words.version))
          : draws.one([...words.instants, '2024-01-01']);
      case 'externalId':
        return draws.one(words.externalIds);
      case 'name':
      case 'text':
        return draws.chance(70) ? this.partOf(draws.one(words.names)) : draws.from(() => searched);
      case 'trueDuring':
        return draws.from(() => time);
      case 'trueOn':
        return draws.from(dayArbitrary);
      default:
        return this.key(slot);
    }
  }

  private key({ name, field, about }: Slot): string {
    const { draws, words } = this;
    if (draws.chance(this.mood === 'calm' ? 1 : 10)) return draws.one([...words.keys.values()].flat());
    const keys = (prefixes: readonly string[]): readonly string[] => {
      const mentioned = words.mentions.filter((key) => prefixes.some((each) => key.startsWith(`${each}/`)));
      if (mentioned.length > 0 && draws.chance(60)) return mentioned;
      return prefixes.flatMap((prefix) => words.keys.get(prefix) ?? []);
    };
    const fixed = KEY_PREFIXES.get(name);
    if (fixed !== undefined) return draws.one(keys(fixed));
    if (name === 'key' && field === 'source') return draws.one(keys(['source']));
    const ofFact = name === 'key' && field === 'fact';
    const prefix = words.prefixOfType.get(about ?? '');
    const among = ofFact ? words.factPrefixes : words.entityPrefixes;
    if (ofFact && draws.chance(25)) {
      const corrections = keys(prefix === undefined ? among : [prefix]).filter((key) => key.includes('~'));
      if (corrections.length > 0) return draws.one(corrections);
    }
    if (name === 'of' && draws.chance(80)) return draws.one(keys(['doctor', 'hospital']));
    const fitting = prefix !== undefined && among.includes(prefix) ? [prefix] : among;
    if (!ofFact && !ENTITY_KEYS.has(name)) throw new Error(`What fits the argument "${name}" of ${field}?`);
    return draws.one(keys(fitting));
  }

  /** The whole of it, a word or two, or the beginning. */
  private partOf(name: string): string {
    const words = name.split(' ');
    switch (this.draws.below(3)) {
      case 0:
        return name.slice(0, 200);
      case 1:
        return words.slice(0, 2).join(' ');
      default:
        return this.draws.one(words).slice(0, 4);
    }
  }

  private hostile(type: GraphQLInputType): unknown {
    const { draws, words } = this;
    const bare = getNullableType(type);
    // Half of them have at least the right type, and so come further.
    if (draws.chance(50))
      return draws.one([...HOSTILE_TEXTS, ...HOSTILE_NUMBERS, null, true, [], {}, [[]], fieldWithProto()]);
    if (isListType(bare)) {
      return Array.from({ length: draws.one([0, 1, 2, 60, 600]) }, () => this.hostileLeaf(bare.ofType));
    }
    if (isInputObjectType(bare)) {
      const name = draws.one([...HOSTILE_NAMES, ...Object.keys(bare.getFields())]);
      return JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(draws.one(HOSTILE_TEXTS))}}`) as unknown;
    }
    return draws.chance(80) ? this.hostileLeaf(bare) : draws.one([...words.cursors, ...words.externalIds]);
  }

  private hostileLeaf(type: GraphQLInputType): unknown {
    const bare = getNullableType(type);
    if (isEnumType(bare)) return this.draws.one(HOSTILE_NAMES);
    if ('name' in bare && bare.name === 'Int') return this.draws.one(HOSTILE_NUMBERS);
    return this.draws.chance(70) ? this.draws.one(HOSTILE_TEXTS) : this.draws.from(anyText);
  }
}

const dayArbitrary = () =>
  fc
    .tuple(
      fc.integer({ min: 2010, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

const anyText = () => fc.string({ unit: 'binary', maxLength: 40 });
