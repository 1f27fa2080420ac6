import type { Written } from './entities.js';
import type { Players } from './players.js';
import type { Random } from './random.js';

/** How often each kind comes. */
const KINDS = {
  Training: 52,
  Affiliation: 14,
  Posting: 8,
  Visit: 7,
  Cooperation: 6,
  Adoption: 5,
  Transfer: 4,
  Procedure: 2,
  Consultation: 1,
  Observation: 1,
};

export type ExampleKind = keyof typeof KINDS;

const TRAINING_FORMS: readonly [string, ...string[]] = ['COURSE', 'LECTURE', 'HANDS_ON', 'DEMONSTRATION'];
const POSTS: readonly [string, ...string[]] = ['Head', 'Deputy Head', 'Resident'];

/** A kind of fact for which all that has to take part can take part. */
export function kindFor(players: Players, random: Random): ExampleKind {
  const kind = random.weighted(KINDS);
  return players.hubDoctor && WITHOUT_DOCTORS.includes(kind) ? 'Training' : kind;
}

const WITHOUT_DOCTORS: readonly ExampleKind[] = ['Cooperation', 'Adoption', 'Transfer', 'Observation'];

/** The roles and properties of a fact of the kind, as a bundle writes them. */
export function rolesOf(kind: ExampleKind, players: Players, random: Random): Written {
  switch (kind) {
    case 'Training':
      return training(players, random);
    case 'Affiliation':
      return { members: [players.doctor()], place: players.hospital(), post: random.pick(POSTS) };
    case 'Posting': {
      const [place, sender] = players.hospitals();
      return { posted: [players.doctor()], senders: [sender], place, ...sometimes(players, random) };
    }
    case 'Visit':
      return visit(players, random);
    case 'Cooperation': {
      const third = random.chance(0.2) ? [players.any('organisation')] : [];
      return { parties: [...players.hospitals(), ...third], techniques: [players.any('technique')] };
    }
    case 'Adoption':
      return { adopters: [players.hospital()], techniques: [players.any('technique')] };
    case 'Transfer': {
      const [provider, recipient] = random.chance(0.5) ? players.hospitals() : players.hospitals().reverse();
      return { providers: [provider], recipients: [recipient], techniques: [players.any('technique')] };
    }
    case 'Procedure':
      return {
        operators: [players.doctor()],
        patients: [players.group()],
        techniques: [players.any('technique')],
        place: players.hospital(),
      };
    case 'Consultation':
      return { consultants: [players.doctor()], recipients: [players.hospital()], mode: 'REMOTE' };
    case 'Observation': {
      const [min, max] = [10 * (1 + random.below(50)), 1_000];
      const quantity = { text: `${min} to ${max}`, min, max, per: 'YEAR', unit: 'operations' };
      return { subjects: [players.hospital()], reporters: [players.any('person')], quantity };
    }
  }
}

function training(players: Players, random: Random): Written {
  const teacher = players.teacher();
  const seldom = random.chance(0.05);
  return {
    trainers: seldom && !players.hubDoctor ? [players.group()] : [teacher],
    trainees: players.pupils(teacher),
    techniques: [players.any('technique')],
    ...(players.hubHospital || random.chance(0.7) ? { place: players.hospital() } : {}),
    ...(random.chance(0.3)
      ? { senders: [random.chance(0.5) ? players.any('hospital') : players.any('country')] }
      : {}),
    ...sometimes(players, random),
    form: random.pick(TRAINING_FORMS),
  };
}

function visit(players: Players, random: Random): Written {
  const visitors = random.chance(0.3) && !players.hubDoctor ? [players.group()] : [players.doctor()];
  const hosts = [players.hospital()];
  return random.chance(0.5)
    ? { visitors, hosts, form: 'DELEGATION', ...sometimes(players, random) }
    : { visitors, hosts, senders: [players.any('country')], form: 'TOUR' };
}

function sometimes(players: Players, random: Random): Written {
  return {
    ...(random.chance(0.25) ? { programme: players.any('programme') } : {}),
    ...(random.chance(0.2) ? { country: players.any('country') } : {}),
  };
}
