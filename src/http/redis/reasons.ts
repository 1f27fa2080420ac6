import { Late } from './connection.js';

/** Why Redis does not count. */
export interface Reason {
  reason: string;
  /** What a person has to do, where it does not pass by itself. */
  mend?: string;
}

/** By the words with which Redis begins its errors. */
const REPLIES: ReadonlyMap<string, Reason> = new Map([
  ['WRONGPASS', { reason: 'it refuses user or password', mend: 'Put the right ones into CONFRERE_REDIS.' }],
  ['NOAUTH', { reason: 'it asks for a password', mend: 'Put it into CONFRERE_REDIS.' }],
  [
    'NOPERM',
    {
      reason: 'its user may not do what is needed',
      mend: 'Let it EVAL, SET, INCRBY, PTTL and EXPIRE keys of confrere:budget:*, and SELECT the database if one is named.',
    },
  ],
  ['READONLY', { reason: 'it is a replica', mend: 'Name the primary in CONFRERE_REDIS.' }],
  ['LOADING', { reason: 'it is still loading its data' }],
  ['OOM', { reason: 'its memory is full', mend: 'Give it more, or a policy that evicts.' }],
]);

/** What servers say that know no users, from before version 6, or that have no password. */
const PASSWORD_REFUSED = /^ERR (invalid password|.*without any password configured|.*no password is set)/;

/**
 * Why Redis does not count, in words for the log. What Redis says of a command may repeat its arguments, so that no more
 * than the first word of it is told.
 */
export function reasonOf(error: unknown): Reason {
  if (error instanceof Late) return { reason: 'it does not answer in time' };
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return { reason: 'unknown' };
  if ('code' in error && typeof error.code === 'string') return { reason: error.code };
  if (PASSWORD_REFUSED.test(error.message)) {
    return {
      reason: 'it refuses the password',
      mend: 'Put the right one, or none where it has none, into CONFRERE_REDIS.',
    };
  }
  if (/^ERR (invalid )?DB index/.test(error.message)) {
    return { reason: 'it has no such database', mend: 'Name another in CONFRERE_REDIS, or none.' };
  }
  const reply = /^[A-Z]+\b/.exec(error.message)?.[0];
  if (reply === undefined) return { reason: error.constructor.name };
  return REPLIES.get(reply) ?? { reason: reply };
}

/** Where Redis is, without user and password. */
export function placeOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port === '' ? '6379' : port}`;
}
