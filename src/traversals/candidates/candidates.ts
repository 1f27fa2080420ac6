import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { EntityRecord, JudgementRecord } from '../../ontology/index.js';
import type { Cut } from '../view/bounds.js';
import { FIRST_BY_KEY, pagesOf } from '../../store/pages.js';
import { EVERY_KIND, demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { assessAll, rarityOf } from './assessing.js';
import { COMPARED_MAXIMUM, blockedPairs } from './blocks.js';
import { areAlike, likestNames } from './evidence.js';
import type { Assessment, Likelihood } from './evidence.js';
import type { Rarity } from './names/rarity.js';
import { NEAR_MAXIMUM, entitiesNear } from './near.js';
import { Judged } from './judged.js';
import { Profile } from './profile.js';

/** Which pairs may be the same. */
export interface CandidatesQuestion {
  /** Whose candidates; or else `kind`. */
  key?: string;
  /** All pairs of this kind. */
  kind?: string;
  /** POSSIBLE: all that are worth a look. LIKELY: only those that are most likely one. */
  atLeast: Likelihood;
  /** Whether pairs are shown too on which somebody has judged. */
  judged: boolean;
}

/** Two entities that may be one. Nothing is merged by it. */
export interface Candidate extends Assessment {
  readonly likelihood: Likelihood;
  /** The keys of the two; where the question names one, it stands first, otherwise in their order. */
  readonly keys: readonly [string, string];
  /** The judgements on just these two that stand. */
  readonly judgements: readonly JudgementRecord[];
}

export interface Candidates {
  /** In the order of their places, the best first. */
  readonly candidates: readonly Candidate[];
  /** Why some may be missing, or weighed by less than all facts; null where nothing is. */
  readonly cut: Cut | null;
}

/** The most entities of a kind whose names are compared with one another. */
export const ENTITIES_MAXIMUM = 20_000;
/** The most pairs that are weighed by all their facts: those whose names are most alike. */
export const WEIGHED_MAXIMUM = 3_000;

/**
 * Pairs of entities that may be the same, with what speaks for and against it. Refuses with BAD_USER_INPUT unless just one of key
 * and kind is given, with BAD_KEY an unknown key.
 */
export async function identityCandidates(view: View, question: CandidatesQuestion): Promise<Candidates> {
  const { key, kind } = question;
  if ((key === undefined) === (kind === undefined)) {
    throw new ConfrereError(
      'BAD_USER_INPUT',
      `\`identityCandidates\` was asked with ${key === undefined ? 'neither `key` nor' : 'both `key` and'} \`kind\`; expected one of them.`,
    );
  }
  return await new Suggesting(view, question).answer(key, kind ?? '');
}

/** Where a candidate stands: by score, the best first, then by keys. */
export function candidatePlace({ score, keys }: Candidate): string {
  return `${(1 - score).toFixed(4)} ${keys.join(' ')}`;
}

type Pair = readonly [EntityRecord, EntityRecord];

class Suggesting {
  private readonly pace: Pace;
  private readonly reading: Reading;
  private cut: Cut | null = null;

  constructor(
    private readonly view: View,
    private readonly question: CandidatesQuestion,
  ) {
    this.pace = new Pace(view);
    this.reading = new Reading(view);
  }

  async answer(key: string | undefined, kind: string): Promise<Candidates> {
    const { pairs, rarity } = key === undefined ? await this.pairsOfKind(kind) : await this.pairsOf(key);
    const judged = await Judged.read(
      this.view,
      pairs.flat().map((record) => record.key),
    );
    const open = this.question.judged ? pairs : pairs.filter(([a, b]) => !judged.decides(a.key, b.key));
    const assessments = await assessAll(this.reading, open, rarity);
    const candidates = open.flatMap(([a, b], index): Candidate[] => {
      const { score = 0, likelihood = null, reasons = [] } = assessments[index] ?? {};
      if (likelihood === null || (this.question.atLeast === 'LIKELY' && likelihood !== 'LIKELY')) return [];
      return [{ keys: [a.key, b.key], score, likelihood, reasons, judgements: judged.on(a.key, b.key) }];
    });
    return {
      candidates: await sortedByPlace(candidates, candidatePlace, this.pace),
      cut: this.cut ?? this.reading.cut,
    };
  }

  private async pairsOf(key: string): Promise<{ pairs: Pair[]; rarity: Rarity }> {
    const [entity] = await demandEntities(this.view, 'key', [key], EVERY_KIND);
    if (entity === undefined) throw new Error(`no entity ${key}`);
    const { entities, isCut } = await entitiesNear(this.view, entity);
    if (isCut) this.cut = { bound: 'CANDIDATES', maximum: NEAR_MAXIMUM };
    const rarity = await rarityOf(this.view, entity.kind, [entity, ...entities]);
    const one = new Profile(entity);
    const near: Profile[] = [];
    for (const record of entities) {
      near.push(new Profile(record));
      if (this.pace.due) await this.pace.pause();
    }
    const pairs = near.map((other) => [one, other] as const);
    return { pairs: await this.likest(pairs, rarity), rarity };
  }

  private async pairsOfKind(kind: string): Promise<{ pairs: Pair[]; rarity: Rarity }> {
    const entities = await this.entitiesOf(kind);
    const rarity = await rarityOf(this.view, kind, entities);
    const profiles: Profile[] = [];
    for (const record of entities) {
      profiles.push(new Profile(record));
      if (this.pace.due) await this.pace.pause();
    }
    const { pairs, isCut } = await blockedPairs(profiles, this.pace);
    if (isCut) this.cut ??= { bound: 'PAIRS', maximum: COMPARED_MAXIMUM };
    return { pairs: await this.likest(pairs, rarity), rarity };
  }

  /** All entities of a kind, as the question sees them, as far as the bound allows. */
  private async entitiesOf(kind: string): Promise<EntityRecord[]> {
    const entities: EntityRecord[] = [];
    const pages = pagesOf(
      (page) => this.view.findEntities({ kinds: [ontology.entityKind(kind).name] }, page),
      FIRST_BY_KEY,
    );
    for await (const page of pages) {
      const seen = await this.view.entities(page.map(({ key }) => key));
      entities.push(...seen.filter((record) => record !== null));
      if (entities.length <= ENTITIES_MAXIMUM) continue;
      this.cut = { bound: 'NODES', maximum: ENTITIES_MAXIMUM };
      return entities.slice(0, ENTITIES_MAXIMUM);
    }
    return entities;
  }

  /** Those pairs whose names are alike, or that share an id; the likest, where there are too many. */
  private async likest(pairs: readonly (readonly [Profile, Profile])[], rarity: Rarity): Promise<Pair[]> {
    const found: { pair: Pair; place: string }[] = [];
    for (const [a, b] of pairs) {
      const names = likestNames(a, b, rarity);
      const bits = names?.weight ?? 0;
      const sharesId = a.record.externalIds.some(({ scheme, value }) =>
        b.record.externalIds.some((other) => other.scheme === scheme && other.value === value),
      );
      if (sharesId || areAlike(names, a.isPerson)) {
        const rank = sharesId ? 0 : 1_000 - bits;
        found.push({
          pair: [a.record, b.record],
          place: `${rank.toFixed(4).padStart(10, '0')} ${a.key} ${b.key}`,
        });
      }
      if (this.pace.due) await this.pace.pause();
    }
    const sorted = await sortedByPlace(found, ({ place }) => place, this.pace);
    if (sorted.length > WEIGHED_MAXIMUM) this.cut ??= { bound: 'FINDINGS', maximum: WEIGHED_MAXIMUM };
    return sorted.slice(0, WEIGHED_MAXIMUM).map(({ pair }) => pair);
  }
}
