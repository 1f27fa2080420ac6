import type { Random } from './random.js';

const FIRST_YEAR = 1960;
const YEARS = 64;

/** How often each form of a time comes. Every twelfth fact has none. */
const FORMS = {
  none: 8,
  year: 30,
  month: 22,
  day: 12,
  interval: 10,
  open: 5,
  unknownEnd: 2,
  unknownStart: 2,
  approximate: 4,
  uncertain: 3,
  yearless: 2,
};

/** A year around the point of history that `share` names, from 0 (the beginning) to 1. */
export function yearAt(random: Random, share: number): number {
  return FIRST_YEAR + Math.round(share * YEARS) + random.below(9) - 4;
}

/** A time in EDTF that begins in the year, as sure or unsure as sources are; undefined where there is none. */
export function timeIn(random: Random, year: number): string | undefined {
  const month = `${year}-${two(1 + random.below(12))}`;
  const day = `${month}-${two(1 + random.below(28))}`;
  switch (random.weighted(FORMS)) {
    case 'none':
      return undefined;
    case 'year':
      return String(year);
    case 'month':
      return month;
    case 'day':
      return day;
    case 'interval':
      return `${random.chance(0.5) ? year : month}/${year + 1 + random.below(6)}`;
    case 'open':
      return `${year}/..`;
    case 'unknownEnd':
      return `${year}/`;
    case 'unknownStart':
      return `../${year}`;
    case 'approximate':
      return `${random.chance(0.5) ? year : month}~`;
    case 'uncertain':
      return `${day}?`;
    case 'yearless':
      return `XXXX-${day.slice(5)}`;
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
