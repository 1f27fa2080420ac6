/* Loaded before a program, tells it another time: CLOCK_SHIFT milliseconds off, and by SIGUSR2 an hour earlier. */

const HOUR = 3_600_000;
let shift = Number(process.env.CLOCK_SHIFT ?? 0);
const now = () => performance.timeOrigin + performance.now() + shift;

globalThis.Date = class extends Date {
  constructor(...values) {
    if (values.length === 0) super(now());
    else super(...values);
  }

  static now() {
    return Math.floor(now());
  }
};
process.on('SIGUSR2', () => {
  shift -= HOUR;
});
