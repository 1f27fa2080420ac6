import { calendarDay, parseTime } from '../../ontology/index.js';

/** A year, as far as the dates tell it: null on a side on which they set no bound. */
export interface YearBounds {
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** From when to when facts reach, as far as their dates tell. */
export class Extent {
  /** How many facts have no date, or none that tells a year. */
  undated = 0;
  /** Whether a fact goes on, as far as its source says. */
  goesOn = false;
  private dated = false;
  private readonly firstDay = { earliest: Infinity, latest: Infinity };
  private readonly lastDay = { earliest: -Infinity, latest: -Infinity };

  constructor(times: readonly (string | undefined)[]) {
    for (const edtf of times) this.add(edtf);
  }

  private add(edtf: string | undefined): void {
    const time = edtf === undefined ? null : parseTime(edtf);
    if (time === null) {
      this.undated++;
      return;
    }
    const { earliestStart, latestStart, earliestEnd, latestEnd } = time.bounds;
    if (![earliestStart, latestStart, earliestEnd, latestEnd].some(Number.isFinite)) {
      this.undated++;
      return;
    }
    this.dated = true;
    this.goesOn ||= time.openEnd;
    this.firstDay.earliest = Math.min(this.firstDay.earliest, earliestStart);
    this.firstDay.latest = Math.min(this.firstDay.latest, latestStart);
    this.lastDay.earliest = Math.max(this.lastDay.earliest, earliestEnd);
    this.lastDay.latest = Math.max(this.lastDay.latest, latestEnd);
  }

  /** When the first of the dated facts began; null where none is dated. */
  get first(): YearBounds | null {
    return this.dated ? years(this.firstDay) : null;
  }

  /** When the last of the dated facts ended; null where none is dated. */
  get last(): YearBounds | null {
    return this.dated ? years(this.lastDay) : null;
  }
}

function years({ earliest, latest }: { earliest: number; latest: number }): YearBounds {
  return { earliest: yearOf(earliest), latest: yearOf(latest) };
}

function yearOf(day: number): number | null {
  return Number.isFinite(day) ? calendarDay(day).year : null;
}
