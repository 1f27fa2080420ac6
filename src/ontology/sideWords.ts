import { sidesOfArrival, sidesOfFlow } from './define.js';
import type { FactKind, Flow, Side } from './define.js';
import { PEOPLE } from './roles.js';

/** What a kind says of its sides, in words for the people who read the schema. */
export function sideWords(kind: FactKind): string {
  const { flow, arrival } = kind;
  const words = [flow === undefined ? 'No flow.' : flowWords(flow)];
  if (arrival !== undefined) {
    const { at, from } = arrival;
    words.push(`Shows its techniques at ${rolesOf(at)}, and that they came from ${rolesOf(from)}.`);
  }
  words.push(...postWords(kind, sidesOfFlow(flow), 'For a flow'));
  words.push(...postWords(kind, sidesOfArrival(arrival), 'For what it shows'));
  return words.join(' ');
}

function flowWords(flow: Flow): string {
  if (flow.direction === 'UNDIRECTED') {
    return (
      `As a flow undirected, between any two who play ${rolesOf(flow.parties)}; whoever plays ${rolesOf(flow.unnamed)} ` +
      'counts among them, for unnamed ones come from there.'
    );
  }
  const { from, to, place } = flow;
  const words = `As a flow it runs from ${rolesOf(from)} to ${rolesOf(to)}`;
  if (place === undefined) return `${words}.`;
  return `${words}, and to ${rolesOf(place)} from each that is another than it.`;
}

/** For sides on which people may stand without telling by their posts where it is. */
function postWords({ roles }: FactKind, sides: readonly Side[], what: string): string[] {
  const mute = sides
    .filter(({ posts }) => !posts)
    .flatMap((side) => side.roles)
    .filter((name) =>
      roles.some((role) => role.name === name && PEOPLE.some((kind) => role.players.includes(kind))),
    );
  return mute.length === 0 ? [] : [`${what}, posts of ${mute.join(', ')} tell nothing.`];
}

function rolesOf({ roles }: Side): string {
  return roles.join(', ');
}
