import { isoDay, parseTime } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import { factOrderKey } from '../../src/store/derive.js';
import type { CooperationQuestion } from '../../src/traversals/index.js';
import { NARROWER } from './sideGraphs.js';
import { groundOf, playing } from './sideOracle.js';
import type { Ground, Records } from './sideOracle.js';

/*
 * Flows by asking of every two entities and every fact whether it runs between them. Which roles are a side is written
 * down here once more.
 */

const SIDES: Readonly<Record<string, { from: string[]; to: string[]; elsewhere?: string[] }>> = {
  Training: { from: ['TRAINER', 'FROM'], to: ['TRAINEE'], elsewhere: ['AT', 'IN'] },
  Transfer: { from: ['PROVIDER', 'FROM'], to: ['RECIPIENT'], elsewhere: ['AT', 'IN'] },
  Visit: { from: ['VISITOR', 'FROM'], to: ['HOST', 'INVITER', 'AT', 'IN'] },
  Consultation: { from: ['CONSULTANT', 'FROM'], to: ['RECIPIENT'], elsewhere: ['AT', 'IN'] },
  Posting: { from: ['POSTED', 'FROM'], to: ['INVITER', 'AT', 'IN'] },
  Procedure: { from: ['OPERATOR', 'FROM'], to: ['AT', 'IN'] },
};

export interface OracleFlow {
  from: string | null;
  to: string | null;
  direction: string;
  /** By time: `key ground ground`. */
  facts: string[];
  people: string[];
  groups: string[];
  techniques: string[];
  first: [string | null, string | null] | null;
  last: [string | null, string | null] | null;
  undated: number;
  goesOn: boolean;
}

export interface OracleAnswer {
  flows: OracleFlow[];
  /** The facts that are in no flow, by why. */
  apart: Record<'origin' | 'destination' | 'partner' | 'everybody' | 'domestic', string[]>;
}

/** A fact that runs between two, or of which a side is not known. */
interface Run {
  fact: FactRecord;
  from: string | null;
  to: string | null;
  grounds: string;
}

/** All flows, also those of which a side is not known. */
export function cooperationOracle(records: Records, question: CooperationQuestion): OracleAnswer {
  const keys = records.entities
    .map(({ key }) => key)
    .filter((key) => key.startsWith(`${question.between.toLowerCase()}/`));
  const runs: Run[] = [];
  const apart: OracleAnswer['apart'] = {
    origin: [],
    destination: [],
    partner: [],
    everybody: [],
    domestic: [],
  };
  for (const fact of records.facts.filter((each) => isMeant(each, question))) {
    const all = runsOf(records, fact, keys, question.inferred);
    const touching = all.filter(({ from, to }) =>
      question.keys === undefined
        ? true
        : [from, to].some((key) => key !== null && question.keys?.includes(key)),
    );
    const kept = touching.filter(({ from, to }) => question.domestic || from === null || from !== to);
    runs.push(...kept);
    if (kept.length === 0 && touching.length > 0) apart.domestic.push(fact.key);
    const [run] = kept;
    if (run === undefined || (run.from !== null && run.to !== null)) continue;
    if (run.from === null && run.to === null) apart.everybody.push(fact.key);
    else if (fact.kind === 'Cooperation') apart.partner.push(fact.key);
    else apart[run.from === null ? 'origin' : 'destination'].push(fact.key);
  }
  return { flows: gathered(runs), apart };
}

function isMeant(fact: FactRecord, { kinds, techniques, narrower, filter }: CooperationQuestion): boolean {
  const wanted = techniques?.flatMap((key) => (narrower ? (NARROWER[key] ?? []) : [key]));
  return (
    (kinds ?? [...Object.keys(SIDES), 'Cooperation']).includes(fact.kind) &&
    (filter.negated === undefined || filter.negated === fact.negated) &&
    (wanted === undefined || playing(fact, ['TECHNIQUE']).some((key) => wanted.includes(key)))
  );
}

function runsOf(records: Records, fact: FactRecord, keys: readonly string[], inferred: boolean): Run[] {
  const grounds = (key: string, players: readonly string[], posts: boolean) =>
    groundOf(records, key, players, fact, posts);
  const ground = (key: string, players: readonly string[], posts = true): Ground | null => {
    const found = grounds(key, players, posts);
    return inferred || found === 'STATED' ? found : null;
  };
  if (fact.kind === 'Cooperation') return together(fact, keys, ground);
  const { from, to, elsewhere = [] } = SIDES[fact.kind] ?? { from: [], to: [] };
  const standing = (roles: readonly string[], posts: boolean) =>
    keys.flatMap((key) => {
      const found = ground(key, playing(fact, roles), posts);
      return found === null ? [] : [{ key, found }];
    });
  const isTold = keys.some((key) => ground(key, playing(fact, ['FROM']), false) !== null);
  const posts = fact.kind !== 'Posting' && !isTold;
  const found = standing(from, posts);
  const origins = found.length === 0 ? [{ key: null, found: 'STATED' as const }] : found;
  // Whether a place is at home is also told by what does not count.
  const isHome = (key: string, origin: string | null) =>
    origin === null ? grounds(key, playing(fact, from), posts) !== null : key === origin;
  const runs = origins.flatMap((origin) =>
    keys.flatMap((key) => {
      const roles = isHome(key, origin.key) ? to : [...to, ...elsewhere];
      const destination = ground(key, playing(fact, roles));
      if (destination === null) return [];
      return [{ fact, from: origin.key, to: key, grounds: `${origin.found} ${destination}` }];
    }),
  );
  if (runs.length > 0) return runs;
  return origins.map((origin) => ({ fact, from: origin.key, to: null, grounds: `${origin.found} STATED` }));
}

/** Every two different parties of a cooperation; all senders of unnamed parties are one beside a named party. */
function together(
  fact: FactRecord,
  keys: readonly string[],
  ground: (key: string, players: readonly string[]) => Ground | null,
): Run[] {
  const named = [...new Set(playing(fact, ['PARTY']))].map((key) => [key]);
  const senders = [...new Set(playing(fact, ['FROM']))].filter((key) => !named.flat().includes(key));
  const parties = [...named, ...(named.length === 0 ? senders.map((key) => [key]) : [senders])];
  const found: (Run & { a: Ground; b: Ground })[] = [];
  for (const from of keys) {
    for (const to of keys.filter((key) => key >= from)) {
      const pairs = parties.flatMap((one) =>
        parties
          .filter((other) => other !== one)
          .map((other) => ({ a: ground(from, one), b: ground(to, other) })),
      );
      const best = pairs
        .flatMap(({ a, b }) => (a === null || b === null ? [] : [{ a, b }]))
        .sort((x, y) => badness(x) - badness(y))[0];
      if (best !== undefined) found.push({ fact, from, to, grounds: `${best.a} ${best.b}`, ...best });
    }
  }
  if (found.length > 0) return found;
  const alone = keys.flatMap((key) => {
    const grounds = parties.flatMap((party) => ground(key, party) ?? []);
    return grounds.length === 0 ? [] : [{ fact, from: key, to: null, grounds: `${grounds[0]} STATED` }];
  });
  return alone.length > 0 ? alone : [{ fact, from: null, to: null, grounds: 'STATED STATED' }];
}

const ORDER: readonly Ground[] = ['STATED', 'LOCATION', 'POST CERTAIN', 'POST POSSIBLE'];

/** A pair is as bad as its weaker side, then as its other one. */
function badness({ a, b }: { a: Ground; b: Ground }): number {
  const [worse = 0, other = 0] = [ORDER.indexOf(a), ORDER.indexOf(b)].sort((x, y) => y - x);
  return worse * 10 + other;
}

function gathered(runs: readonly Run[]): OracleFlow[] {
  const nameOf = ({ from, to, fact }: Run) =>
    JSON.stringify([from, to, fact.kind === 'Cooperation' ? 'UNDIRECTED' : 'DIRECTED']);
  return [...new Set(runs.map(nameOf))].map((name) => {
    const [from, to, direction] = JSON.parse(name) as [string | null, string | null, string];
    const own = runs
      .filter((run) => nameOf(run) === name)
      .sort((a, b) => (factOrderKey(a.fact, 'TIME') < factOrderKey(b.fact, 'TIME') ? -1 : 1));
    const facts = own.map(({ fact }) => fact);
    return {
      ...{ from, to, direction },
      facts: own.map(({ fact, grounds }) => `${fact.key} ${grounds}`),
      people: [...new Set(facts.flatMap(peopleOf))].sort(),
      groups: facts.flatMap((fact) =>
        fact.participants.flatMap(({ role, group }, place) =>
          group !== undefined && sideOf(fact, role) !== null ? [`${fact.key} ${place}`] : [],
        ),
      ),
      techniques: techniquesOf(facts),
      ...reachOf(facts),
    };
  });
}

function sideOf({ kind }: FactRecord, role: string): string | null {
  if (kind === 'Cooperation') return ['PARTY', 'FROM'].includes(role) ? 'PARTY' : null;
  if (SIDES[kind]?.from.includes(role)) return 'FROM';
  return SIDES[kind]?.to.includes(role) ? 'TO' : null;
}

function peopleOf(fact: FactRecord): string[] {
  return fact.participants.flatMap(({ role, entity }) => {
    const side = sideOf(fact, role);
    return side !== null && entity !== undefined && /^(doctor|person)\//.test(entity)
      ? [`${entity} ${side}`]
      : [];
  });
}

function techniquesOf(facts: readonly FactRecord[]): string[] {
  const all = facts.map((fact) => playing(fact, ['TECHNIQUE']));
  const count = (key: string) => all.filter((keys) => keys.includes(key)).length;
  return [...new Set(all.flat())]
    .sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
    .map((key) => `${key} ${count(key)}`);
}

function reachOf(facts: readonly FactRecord[]) {
  const times = facts.flatMap(({ time }) =>
    time === undefined || time === 'XXXX-05' ? [] : [parseTime(time)],
  );
  const days = (bound: 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd') =>
    times.map(({ bounds }) => bounds[bound]).sort((a, b) => a - b);
  const year = (day: number | undefined) => (day === undefined ? null : (isoDay(day)?.slice(0, 4) ?? null));
  const none = times.length === 0;
  return {
    undated: facts.length - times.length,
    goesOn: times.some(({ edtf }) => edtf.endsWith('/..')),
    first: none ? null : ([year(days('earliestStart')[0]), year(days('latestStart')[0])] as const),
    last: none ? null : ([year(days('earliestEnd').at(-1)), year(days('latestEnd').at(-1))] as const),
  } as Pick<OracleFlow, 'undated' | 'goesOn' | 'first' | 'last'>;
}
