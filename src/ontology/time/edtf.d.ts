/** The part of the `edtf` package that Confrere calls; the package has no types of its own. */
declare module 'edtf' {
  /** A parsed date. Months count from 0; `unspecified` has one bit a character of YYYYMMDD, the first lowest. */
  export interface ParsedDate {
    type?: 'Date';
    level?: number;
    values: number[];
    unspecified?: number;
    /** True at level 1; a mask of the qualified parts at level 2. */
    uncertain?: boolean | number;
    approximate?: boolean | number;
  }
  export interface ParsedYear {
    type: 'Year';
    level: number;
    values: [year: number];
  }
  export interface ParsedSeason {
    type: 'Season';
    level: number;
    values: [year: number, season: number];
  }
  /** An end is null where nothing is written, and Infinity where `..` is. */
  export interface ParsedInterval {
    type: 'Interval';
    level: number;
    values: [start: ParsedDate | number | null, end: ParsedDate | number | null];
  }
  export type Parsed = ParsedDate | ParsedYear | ParsedSeason | ParsedInterval;

  /** Throws where no reading of the string is within the level and among the types. */
  export function parse(input: string, constraints: { level: number; types: string[] }): Parsed;
}
