/** How many graphs a property makes up; more of them, for instance 2000, before a release. */
const GRAPHS = Number(process.env['CONFRERE_TEST_GRAPHS'] ?? 30);

/** Long enough for a slow machine, in milliseconds: the time goes by the number of graphs. */
const PATIENCE = 120_000 + GRAPHS * 8_000;

/** For the property: it stops by itself, so that nothing of it is under way when the next test begins. */
export const EFFORT = { numRuns: GRAPHS, interruptAfterTimeLimit: PATIENCE, markInterruptAsFailure: true };

/** For the test around it. */
export const TIMEOUT = PATIENCE + 60_000;
