/** How many graphs a property makes up; more of them, for instance 2000, before a release. */
export const GRAPHS = Number(process.env['CONFRERE_TEST_GRAPHS'] ?? 30);

/** Long enough for a slow machine, in milliseconds: the time goes by the number of graphs. */
export const PATIENCE = 120_000 + GRAPHS * 8_000;
