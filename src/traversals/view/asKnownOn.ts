import { z } from 'zod';
import { ConfrereError } from '../../errors.js';
import { parsePeriod } from '../../ontology/index.js';
import type { Store } from '../../store/port.js';

const EXPECTED =
  'the number of a changeset, such as "12", or when, such as "2020-03-05" (to the end of that day, UTC) or "2020-03-05T12:00:00Z"';

const instant = z.iso.datetime({ offset: true });
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The number of the changeset after which the graph stood at that time; 0 before the first. The present one where
 * nothing is asked. Refuses with BAD_TIME what is no time, and numbers that have not come yet.
 */
export async function changesetKnownOn(
  store: Store,
  asked: string | undefined,
  newest: number,
): Promise<number> {
  if (asked === undefined) return newest;
  if (/^\d{1,15}$/.test(asked)) return demandLanded(Number(asked), newest);
  const moment = instant.safeParse(asked).success ? Date.parse(asked) : endOf(asked);
  return await newestUntil(store, newest, new Date(moment).toISOString());
}

function demandLanded(number: number, newest: number): number {
  if (number <= newest) return number;
  throw new ConfrereError(
    'BAD_TIME',
    `\`asKnownOn\` names changeset ${number}, but the newest is ${newest}. Leave it out to ask what is known now.`,
  );
}

/** The last millisecond of a day, month or year. */
function endOf(asked: string): number {
  try {
    const { to } = parsePeriod(asked);
    if (!asked.includes('/') && Math.abs(to) < 1e8) return (to + 1) * MILLISECONDS_A_DAY - 1;
  } catch {
    // Said below in words of this argument.
  }
  throw new ConfrereError('BAD_TIME', `\`asKnownOn\` is "${asked.slice(0, 100)}"; expected ${EXPECTED}.`);
}

/** The instants of changesets never go back, so the place can be found by halving. */
async function newestUntil(store: Store, newest: number, moment: string): Promise<number> {
  let [known, unknown] = [0, newest + 1];
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2);
    const [changeset] = await store.changesets([middle]);
    if (changeset !== undefined && changeset !== null && changeset.at <= moment) known = middle;
    else unknown = middle;
  }
  return known;
}
