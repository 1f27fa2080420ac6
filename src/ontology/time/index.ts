export { calendarDay, dayOf, firstDayOf, isoDay, lastDayOf } from './calendar.js';
export type { Unit } from './calendar.js';
export { compareTimes, compareWithDay, compareWithPeriod, monthDaysOf } from './compare.js';
export { timeOrderKey } from './order.js';
export { parsePeriod } from './period.js';
export { edtfSchema } from './schema.js';
export { parseTime, timeBounds } from './time.js';
export type { Certainty, Period, Time, TimeBounds } from './types.js';
