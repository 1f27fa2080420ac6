/** Whether this run is to take its time: SOAK=true asks for the long form of what else is tried a few times. */
export const SOAK = process.env['SOAK'] === 'true';

/** How often something is tried: `short` times, or `long` times in a soak. */
export function rounds(short: number, long: number): number {
  return SOAK ? long : short;
}
